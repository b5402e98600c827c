import type { Locale } from '../../language/locales.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { TextArea, TextField } from '../../ui/inputs.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { Agreement, Clause } from '../agreement.ts'
import type { EarlierWording } from '../history.ts'
import { Comparison } from './comparison.tsx'
import { Errors, Paragraphs, Trail } from './parts.tsx'
import { languageIn, leadOf, momentAt, type Reader } from './words.ts'

export type ClauseData = {
  agreement: Agreement
  /** Null for one that is being added. */
  clause: Clause | null
  mayEdit: boolean
  /** What was sent and could not be taken; else the texts as they stand. */
  entries?: Entries
  errors?: FieldErrors
  /** Somebody else wrote meanwhile: their wording is shown beside the entry. */
  changedMeanwhile?: boolean
  history: EarlierWording[]
  people: Map<string, string>
}

/** One clause in all its languages: to rewrite for who holds the pen, to read with its history for the others. */
export function ClausePage(props: Reader & ClauseData) {
  const { t, clause, mayEdit } = props
  const words = t.agreements.clauses
  const title = clause ? words.title({ number: clause.number }) : words.newTitle
  return (
    <article class="stack-wide">
      <Errors t={t} errors={props.errors} />
      <div class="stack">
        <Trail {...props} here={title} />
        <h1>{title}</h1>
      </div>
      {props.changedMeanwhile && clause ? <ChangedMeanwhile {...props} clause={clause} /> : null}
      {mayEdit ? <ClauseForm {...props} /> : null}
      {clause && mayEdit ? <Arranging {...props} clause={clause} /> : null}
      {clause ? <History {...props} /> : null}
    </article>
  )
}

function ClauseForm(props: Reader & ClauseData) {
  const { t, locale, agreement, clause, entries } = props
  const words = t.agreements.clauses
  const below = `/${locale}/agreements/${agreement.reference}/clauses`
  const hasApprovals = agreement.parties.some((party) => party.approval)
  return (
    <Form
      action={clause ? `${below}/${clause.id}` : below}
      hidden={clause ? basedOn(agreement, clause) : {}}
      class="stack-wide"
    >
      {hasApprovals ? <Notice kind="care" title={words.approvalsFall} /> : null}
      <WordingFields {...props} />
      {clause && agreement.languages.length > 1 ? (
        <Checkbox name="inStep" label={words.inStep} hint={words.inStepHint} checked={entries?.['inStep'] === 'yes'} />
      ) : null}
      {clause ? null : <Checkbox name="binding" label={words.binding} checked={entries?.['binding'] === 'yes'} />}
      <FormActions>
        <Button>{clause ? words.save : words.add}</Button>
        <ButtonLink href={`/${locale}/agreements/${agreement.reference}`}>{t.common.actions.cancel}</ButtonLink>
      </FormActions>
    </Form>
  )
}

/** The revisions the writer sees; after somebody else's change, those of the new wording that stands above the form. */
export const basedOn = (agreement: Agreement, clause: Clause): Record<string, string> =>
  Object.fromEntries(
    agreement.languages.map((language) => [`basedOn.${language}`, String(clause.texts[language]?.revision ?? 0)]),
  )

/** Heading and text in each language, side by side where there is room. */
export function WordingFields({
  t,
  locale,
  agreement,
  clause,
  entries,
  errors,
}: Reader & Pick<ClauseData, 'agreement' | 'clause' | 'entries' | 'errors'>) {
  const words = t.agreements.clauses
  return (
    <div class="columns">
      {agreement.languages.map((language) => {
        const name = languageIn(language, locale)
        const current = clause?.texts[language]
        return (
          <div class="stack">
            <TextField
              name={`heading.${language}`}
              label={words.headingIn({ language: name })}
              value={entries?.[`heading.${language}`] ?? current?.heading}
              error={errors?.[`heading.${language}`]}
              lang={language}
            />
            <TextArea
              name={`body.${language}`}
              label={words.bodyIn({ language: name })}
              value={entries?.[`body.${language}`] ?? current?.body}
              error={errors?.[`body.${language}`]}
              rows={12}
              lang={language}
            />
          </div>
        )
      })}
    </div>
  )
}

function ChangedMeanwhile({ t, locale, agreement, clause }: Reader & ClauseData & { clause: Clause }) {
  const words = t.agreements.clauses
  return (
    <Notice kind="care" title={words.changedTitle}>
      <p>{words.changedBody}</p>
      <div class="columns">
        {agreement.languages.map((language) => (
          <CurrentWording
            title={words.nowReads({ language: languageIn(language, locale) })}
            language={language}
            clause={clause}
          />
        ))}
      </div>
    </Notice>
  )
}

function CurrentWording({ title, language, clause }: { title: string; language: Locale; clause: Clause }) {
  const text = clause.texts[language]
  return (
    <section class="stack">
      <h2>{title}</h2>
      <div class="letter" lang={language}>
        <p>
          <strong>{text?.heading}</strong>
        </p>
        <Paragraphs text={text?.body ?? ''} />
      </div>
    </section>
  )
}

function Arranging({ t, locale, agreement, clause }: Reader & ClauseData & { clause: Clause }) {
  const words = t.agreements.clauses
  const address = `/${locale}/agreements/${agreement.reference}/clauses/${clause.id}`
  return (
    <section class="stack" aria-labelledby="arrange">
      <h2 id="arrange">{words.arrange}</h2>
      <Form action={`${address}/position`} class="row">
        {clause.number > 1 ? (
          <Button kind="secondary" name="direction" value="up">
            {words.up}
          </Button>
        ) : null}
        {clause.number < agreement.clauses.length ? (
          <Button kind="secondary" name="direction" value="down">
            {words.down}
          </Button>
        ) : null}
        {agreement.clauses.length > 1 ? <a href={`${address}/removal`}>{words.remove}</a> : null}
      </Form>
    </section>
  )
}

export function RemovalPage(props: Reader & { agreement: Agreement; clause: Clause; errors?: FieldErrors }) {
  const { t, locale, agreement, clause } = props
  const words = t.agreements.clauses
  const title = words.removeTitle({ number: clause.number })
  const below = `/${locale}/agreements/${agreement.reference}`
  return (
    <article class="prose">
      <Errors t={t} errors={props.errors} />
      <Trail {...props} here={title} />
      <h1>{title}</h1>
      <p>{words.removeBody}</p>
      <Form action={`${below}/clauses/${clause.id}/removal`}>
        <FormActions>
          <Button kind="grave">{words.removeConfirm}</Button>
          <ButtonLink href={`${below}/clauses/${clause.id}`}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}

/** Each rewriting against the wording before it, newest first. */
function History(reader: Reader & ClauseData) {
  const { t, locale, agreement, history, people } = reader
  const words = t.agreements.clauses
  const rewritten = history.filter(({ revision }) => revision > 1)
  return (
    <section class="stack" aria-labelledby="history">
      <h2 id="history">{words.history}</h2>
      {rewritten.length === 0 ? <p class="soft">{words.noHistory}</p> : <p class="soft">{words.legend}</p>}
      {rewritten.map((wording) => {
        const { language, revision } = wording
        const who = wording.writtenBy && people.get(wording.writtenBy)
        const before = history.find((other) => other.language === language && other.revision === revision - 1)
        return (
          <section class="stack">
            <h3>
              {languageIn(language, locale)}
              {' · '}
              {who ? words.revisionBy({ revision, who }) : words.revision({ revision })}
            </h3>
            <p class="soft small">
              <Moment time={momentAt(wording.writtenAt, reader, leadOf(agreement))} isInline />
            </p>
            <Comparison t={t} language={language} before={before} after={wording} />
          </section>
        )
      })}
    </section>
  )
}
