import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkbox, Radios } from '../../ui/choices.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select, TextArea, TextField } from '../../ui/inputs.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Moment } from '../../ui/moment.tsx'
import { locales } from '../../language/locales.ts'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { Release } from '../assembling.ts'
import { laggingOf } from '../content.ts'
import { EmbargoFields } from './embargoFields.tsx'
import type { Asset } from '../kit/assets.ts'
import { KitFiles } from './kitFiles.tsx'
import { Errors, Trail } from './parts.tsx'
import { Notes, OfficialForm, ReleaseText } from './release.tsx'
import { TextFields } from './textFields.tsx'
import { contentFor, embargoFor, issuerName, languageIn, listed, type Reader } from './words.ts'

type Shown = { release: Release; entries?: Entries; errors?: FieldErrors }

const deskOf = ({ locale, release }: Reader & Shown) => `/${locale}/releases/${release.slug}/desk`

function Head(props: Reader & Shown & { title: string; intro?: string }) {
  const { t } = props
  const more = [{ href: deskOf(props), label: t.press.desk.here }]
  return (
    <>
      <Errors t={t} errors={props.errors} />
      <div class="stack">
        <Trail {...props} here={props.title} more={more} />
        <h1>{props.title}</h1>
        {props.intro ? <p>{props.intro}</p> : null}
      </div>
    </>
  )
}

/** Rewriting; once it is public, correcting: with what and why in each language. */
export function TextPage(props: Reader & Shown) {
  const { t, locale, release, entries, errors } = props
  const words = t.press.text
  const { content, revision } = release.newest
  const isCorrection = release.lifting !== null
  const current: Entries = {
    original: content.title.original,
    ...Object.fromEntries(
      content.languages.flatMap((language) => [
        [`title.${language}`, content.title.text[language] ?? ''],
        [`subtitle.${language}`, content.subtitle?.text[language] ?? ''],
        [`body.${language}`, content.body?.text[language] ?? ''],
      ]),
    ),
  }
  return (
    <article class="stack-wide">
      <Head
        {...props}
        title={isCorrection ? words.correct : words.edit}
        intro={isCorrection ? words.correctIntro : words.approvalsFall}
      />
      <Form
        action={`/${locale}/releases/${release.slug}/text`}
        hidden={{ basedOn: String(revision) }}
        class="stack-wide"
      >
        {isCorrection ? (
          <div class="columns">
            {content.languages.map((language) => (
              <TextArea
                name={`reason.${language}`}
                label={words.reasonIn({ language: languageIn(language, locale) })}
                lang={language}
                value={entries?.[`reason.${language}`]}
                error={errors?.[`reason.${language}`]}
              />
            ))}
          </div>
        ) : null}
        <TextFields
          {...props}
          languages={content.languages}
          entries={entries ?? current}
          lagging={laggingOf(content)}
          isRevision
        />
        <Checkbox
          name="offersEmbargoed"
          label={t.press.drafting.offersEmbargoed}
          hint={t.press.drafting.offersEmbargoedHint}
          checked={entries ? entries['offersEmbargoed'] === 'yes' : content.offersEmbargoed}
        />
        <FormActions>
          <Button>{words.save}</Button>
          <ButtonLink href={deskOf(props)}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}

/** All languages of the exact content, one below the other, and then the button. */
export function ApprovalPage(props: Reader & Shown & { decidesFor: string[]; assets: Asset[] }) {
  const { t, locale, release, decidesFor } = props
  const words = t.press.approval
  const { content, revision, sha256 } = release.newest
  const lagging = laggingOf(content)
  const open = release.issuers.filter(
    ({ organisationId, approvedAt }) => decidesFor.includes(organisationId) && !approvedAt,
  )
  const time = embargoFor(release.embargo, props)
  return (
    <article class="stack-wide">
      <Head {...props} title={words.readAndApprove} intro={words.intro} />
      <p>
        {time ? (
          <>
            {t.press.embargo.liftsAt}: <Moment time={time} isInline />
          </>
        ) : (
          t.press.embargo.onApproval
        )}
      </p>
      {content.languages.map((language) => {
        const title = contentFor(content.title, language)
        const subtitle = content.subtitle && contentFor(content.subtitle, language)
        return (
          <section class="stack press-language" aria-label={languageIn(language, locale)}>
            <p class="soft">{languageIn(language, locale)}</p>
            <h2 lang={title.locale}>{title.text}</h2>
            {subtitle ? (
              <p class="lede" lang={subtitle.locale}>
                {subtitle.text}
              </p>
            ) : null}
            <ReleaseText {...props} locale={language} content={content} />
            <OfficialForm {...props} locale={language} content={content} />
            <Notes {...props} locale={language} content={content} level={3} />
          </section>
        )
      })}
      <KitFiles {...props} below={`/${locale}/releases/${release.slug}`} />
      <p>{content.offersEmbargoed ? words.offered : words.notOffered}</p>
      {lagging.length > 0 ? (
        <Notice
          kind="care"
          title={t.press.text.lagging({
            languages: listed(
              lagging.map((one) => languageIn(one, locale)),
              locale,
            ),
          })}
        />
      ) : null}
      {open.map((issuer) => (
        <Form
          action={`/${locale}/releases/${release.slug}/approvals`}
          hidden={{ organisationId: issuer.organisationId, revision: String(revision), contentSha256: sha256 }}
        >
          <FormActions>
            <Button>{words.approveFor({ issuer: issuerName(issuer, locale) })}</Button>
            <ButtonLink href={deskOf(props)}>{t.common.actions.cancel}</ButtonLink>
          </FormActions>
        </Form>
      ))}
    </article>
  )
}

/** For whom one acts, where one may act for several issuers. */
function ForIssuer({ t, locale, release, entries, among }: Reader & Shown & { among: string[] }) {
  const choices = release.issuers
    .filter(({ organisationId }) => among.includes(organisationId))
    .map((issuer) => ({ value: issuer.organisationId, label: issuerName(issuer, locale) }))
  const value = entries?.['organisationId'] ?? choices[0]?.value
  return choices.length > 1 ? (
    <Radios name="organisationId" label={t.press.desk.actingFor} choices={choices} value={value} />
  ) : (
    <input type="hidden" name="organisationId" value={value ?? ''} />
  )
}

export function EmbargoPage(props: Reader & Shown & { speaksFor: string[]; current: Entries }) {
  const { t, locale, release, entries, errors } = props
  const words = t.press.embargo
  return (
    <article class="stack-wide">
      <Head {...props} title={words.change} intro={words.changeIntro} />
      <Form
        action={`/${locale}/releases/${release.slug}/embargo`}
        hidden={{ basedOn: entries?.['basedOn'] ?? release.embargo.id }}
      >
        <ForIssuer {...props} among={props.speaksFor} />
        <EmbargoFields
          {...props}
          entries={entries ?? props.current}
          zones={release.issuers.map(({ timeZone }) => timeZone)}
        />
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          value={entries?.['reason']}
          error={errors?.['reason']}
        />
        <FormActions>
          <Button>{words.save}</Button>
          <ButtonLink href={deskOf(props)}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}

export function WithdrawalPage(props: Reader & Shown & { decidesFor: string[] }) {
  const { t, locale, release, entries, errors } = props
  const words = t.press.withdrawal
  const isPublic = release.lifting !== null
  return (
    <article class="stack-wide">
      <Head
        {...props}
        title={isPublic ? words.withdraw : words.stop}
        intro={isPublic ? words.withdrawIntro : words.stopIntro}
      />
      <Form action={`/${locale}/releases/${release.slug}/withdrawal`}>
        <ForIssuer {...props} among={props.decidesFor} />
        <TextArea
          name="reason"
          label={words.reason}
          hint={isPublic ? words.reasonPublicHint : words.reasonHint}
          value={entries?.['reason']}
          error={errors?.['reason']}
        />
        <FormActions>
          <Button kind="grave">{isPublic ? words.withdraw : words.stop}</Button>
          <ButtonLink href={deskOf(props)}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}

type NotesFieldsData = { entries: Entries; errors?: FieldErrors }

export function NotesFields({ t, locale, entries, errors }: Reader & NotesFieldsData) {
  const words = t.press.notes
  const field = (name: string) => ({ name, value: entries[name] ?? '', error: errors?.[name] })
  return (
    <>
      <h2>{words.contact}</h2>
      <TextField {...field('name')} label={words.name} hint={words.nameHint} />
      <TextField {...field('telephone')} type="tel" label={words.telephone} />
      <TextField {...field('address')} type="email" label={words.address} />
      <Select
        name="original"
        label={t.press.text.original}
        options={locales.map((language) => ({ value: language, label: languageIn(language, locale) }))}
        value={entries['original'] ?? locale}
      />
      {locales.map((language) => {
        const named = { language: languageIn(language, locale) }
        return (
          <details class="stack" open={Boolean(entries[`boilerplate.${language}`]) || language === locale}>
            <summary>{named.language}</summary>
            <div class="stack">
              <TextField {...field(`unit.${language}`)} lang={language} label={words.unitIn(named)} />
              <TextArea {...field(`boilerplate.${language}`)} lang={language} label={words.boilerplateIn(named)} />
              <TextField {...field(`marks.${language}`)} lang={language} label={words.marksIn(named)} />
            </div>
          </details>
        )
      })}
    </>
  )
}

export function NotesPage(props: Reader & Shown & { entries: Entries; issuer: string; slug: string }) {
  const { t, locale, release, entries, errors } = props
  const words = t.press.notes
  const first = release.newest.content.languages[0] ?? locale
  return (
    <article class="stack-wide">
      <Head {...props} title={words.of({ issuer: props.issuer })} intro={t.press.text.approvalsFall} />
      <Form
        action={`/${locale}/releases/${release.slug}/notes/${props.slug}`}
        hidden={{ basedOn: entries['basedOn'] ?? String(release.newest.revision) }}
      >
        {release.lifting ? (
          <TextArea
            name={`reason.${first}`}
            label={t.press.text.reasonIn({ language: languageIn(first, locale) })}
            lang={first}
            value={entries[`reason.${first}`]}
            error={errors?.[`reason.${first}`]}
          />
        ) : null}
        <NotesFields {...props} entries={entries} />
        <FormActions>
          <Button>{t.press.text.save}</Button>
          <ButtonLink href={deskOf(props)}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}
