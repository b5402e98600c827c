import { type Locale, locales } from '../../../language/locales.ts'
import { catalogues } from '../../../platform/i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/choices.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { TextArea, TextField } from '../../../ui/inputs.tsx'
import { momentOf } from '../../pages/words.ts'
import type { PressEvent } from '../pressEvent.ts'
import type { CoverageRules } from '../rules.ts'
import type { Terms } from '../terms.ts'
import { Errors, Paragraphs, Trail } from './parts.tsx'
import { languageIn, type Reader } from './words.ts'

type RulesProps = Reader & {
  event: PressEvent
  history: CoverageRules[]
  terms: Terms
  entries?: Record<string, string>
  errors?: Record<string, string>
}

/** The rules of coverage, version by version, and the event's terms. */
export function RulesPage(props: RulesProps) {
  const { t, locale, zone, event, history, errors } = props
  const words = t.accreditation.rules
  const [now, ...earlier] = history
  const when = (at: Date) => momentOf(at, event, { locale, zone: zone ?? event.zone }).text
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={words.title} below="applications" />
        <h1>{words.title}</h1>
        <p>{words.lede}</p>
        <p>{now ? words.inForce({ version: now.version, when: when(now.writtenAt) }) : words.none}</p>
      </div>
      <Texts {...props} now={now ?? null} />
      <TermsForm {...props} />
      {earlier.length > 0 ? (
        <section class="stack" aria-labelledby="earlier">
          <h2 id="earlier">{words.earlier}</h2>
          {earlier.map((rules) => (
            <details>
              <summary>{words.version({ version: rules.version, when: when(rules.writtenAt) })}</summary>
              {Object.entries(rules.text.text).map(([language, text]) => (
                <div class="press-rules stack" lang={language}>
                  <Paragraphs text={text} />
                </div>
              ))}
            </details>
          ))}
        </section>
      ) : null}
    </article>
  )
}

function Texts({ t, locale, event, now, entries, errors }: RulesProps & { now: CoverageRules | null }) {
  const words = t.accreditation.rules
  const here = `/${locale}/events/${event.slug}/accreditations/rules`
  const textIn = (language: Locale) =>
    entries?.[`text.${language}`] ?? (now ? now.text.text[language] : catalogues[language].accreditation.rules.model)
  // The event's own languages first: those must not be missing.
  const order = [...event.languages, ...locales.filter((language) => !event.languages.includes(language))]
  return (
    <Form action={here} hidden={{ basedOn: entries?.['basedOn'] ?? String(now?.version ?? 0) }}>
      <h2>{words.write}</h2>
      {order.map((language) => (
        <TextArea
          name={`text.${language}`}
          label={words.textIn({ language: languageIn(language, locale) })}
          value={textIn(language)}
          error={errors?.[`text.${language}`]}
          lang={language}
          rows={8}
          maxlength={20_000}
          {...(event.languages.includes(language) ? {} : { optional: t.accounts.account.optional })}
        />
      ))}
      <FormActions>
        <Button>{words.put}</Button>
      </FormActions>
    </Form>
  )
}

function TermsForm({ t, locale, event, terms, entries, errors }: RulesProps) {
  const words = t.accreditation.rules
  return (
    <Form action={`/${locale}/events/${event.slug}/accreditations/terms`}>
      <h2>{words.terms}</h2>
      <TextField
        name="largestCrew"
        type="number"
        label={words.largestCrew}
        value={entries?.['largestCrew'] ?? String(terms.largestCrew)}
        error={errors?.['largestCrew']}
        min="1"
        max="20"
      />
      <Checkbox name="proofNeeded" label={words.proofNeeded} checked={terms.proofNeeded} />
      <TextField
        name="proofDays"
        type="number"
        label={words.proofDays}
        value={entries?.['proofDays'] ?? String(terms.proofDays)}
        error={errors?.['proofDays']}
        min="0"
        max="365"
      />
      <FormActions>
        <Button kind="secondary">{words.saveTerms}</Button>
      </FormActions>
    </Form>
  )
}
