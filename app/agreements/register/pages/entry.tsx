import { localTime } from '../../../language/times.ts'
import { locales } from '../../../language/locales.ts'
import type { Content } from '../../../language/translated.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/choices.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { FileField, Select, TextArea, TextField } from '../../../ui/inputs.tsx'
import type { Entries, FieldErrors } from '../../../web/forms.ts'
import type { Agreement } from '../../agreement.ts'
import { Errors } from '../../pages/parts.tsx'
import { contentFor, languageIn, type Reader } from '../../pages/words.ts'
import { agreementKinds, languagesIn, othersText, PARTY_ROWS } from '../forms.ts'

export type EntryData = Reader & {
  title: string
  action: string
  back: string
  /** The organisation that keeps the entry. */
  keeper: string
  organisations: { id: string; name: Content }[]
  colleagues: { id: string; name: string }[]
  entries: Entries
  errors: FieldErrors
  /** The entry to correct; null for a new one. */
  agreement: Agreement | null
}

/** An entry as its form's entries. */
export function entriesFrom(agreement: Agreement): Entries {
  const { registration, inForce, title, languages, termMonths, noticeMonths, timeZone } = agreement
  const [titleLanguage = 'en', text = ''] = Object.entries(title)[0] ?? []
  return {
    kind: agreement.kind,
    title: text,
    titleLanguage,
    languages: languages.join('\n'),
    ...Object.fromEntries(agreement.partyIds.map((id, index) => [`party.${index + 1}`, id])),
    others: othersText(registration?.others ?? []),
    signedOn: registration?.signedOn ?? '',
    inForceFrom: inForce ? localTime(inForce.from.toISOString(), timeZone).date : '',
    until: inForce?.until ?? '',
    termMonths: termMonths ? String(termMonths) : '',
    noticeMonths: noticeMonths ? String(noticeMonths) : '',
    contacts: registration?.contacts ?? '',
    source: registration?.source ?? '',
    note: registration?.note ?? '',
    responsible: registration?.responsiblePersonId ?? '',
  }
}

/** What is known of an agreement that was signed elsewhere; only its title and its parties have to be. */
export function EntryPage(props: EntryData) {
  const { t, title, action, back, agreement } = props
  const words = t.register
  return (
    <article class="stack-wide">
      <Errors t={t} errors={props.errors} />
      <header class="stack">
        <h1>{title}</h1>
        <p class="lede">{words.form.lede}</p>
      </header>
      <Form action={action} hasFile>
        <What {...props} />
        <Who {...props} />
        <When {...props} />
        <Where {...props} />
        <FormActions>
          <Button>{agreement ? words.form.save : words.form.register}</Button>
          <ButtonLink href={back}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
      {agreement ? (
        <details>
          <summary>{words.strike.title}</summary>
          <p>{words.strike.body}</p>
          <form method="post" action={`${action}/withdrawal`}>
            <Button kind="grave">{words.strike.action}</Button>
          </form>
        </details>
      ) : null}
    </article>
  )
}

const field = ({ entries, errors }: EntryData, name: string) => ({
  name,
  value: entries[name],
  error: errors[name],
})

function What(props: EntryData) {
  const { t, locale, entries } = props
  const words = t.register.form
  const language = (code: (typeof locales)[number]) => ({ value: code, label: languageIn(code, locale) })
  return (
    <>
      <Select
        {...field(props, 'kind')}
        label={words.kind}
        options={agreementKinds.map((kind) => ({ value: kind, label: t.agreements.kinds[kind] }))}
      />
      <TextField {...field(props, 'title')} label={words.title} />
      <Select {...field(props, 'titleLanguage')} label={words.titleLanguage} options={locales.map(language)} />
      <Checkboxes
        name="languages"
        label={words.languages}
        hint={words.languagesHint}
        choices={locales.map(language)}
        values={languagesIn(entries['languages'] ?? '')}
      />
    </>
  )
}

function Who(props: EntryData) {
  const { t, locale, organisations, keeper, entries, colleagues } = props
  const words = t.register.form
  const choices = organisations.map(({ id, name }) => ({ value: id, label: contentFor(name, locale).text }))
  return (
    <>
      {Array.from({ length: PARTY_ROWS }, (_, index) => index + 1).map((position) => (
        <Select
          {...field(props, `party.${position}`)}
          label={words.party({ position })}
          {...(position > 1 ? { optional: t.undertakings.optional } : {})}
          options={
            position === 1
              ? choices.filter(({ value }) => value === keeper)
              : [{ value: '', label: words.none }, ...choices]
          }
          value={position === 1 ? keeper : entries[`party.${position}`]}
          width="full"
        />
      ))}
      <TextArea
        {...field(props, 'others')}
        label={words.others}
        hint={words.othersHint}
        optional={t.undertakings.optional}
        rows={3}
      />
      <Select
        {...field(props, 'responsible')}
        label={words.responsible}
        optional={t.undertakings.optional}
        options={[{ value: '', label: words.none }, ...colleagues.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <TextArea
        {...field(props, 'contacts')}
        label={words.contacts}
        hint={words.contactsHint}
        optional={t.undertakings.optional}
        rows={2}
      />
    </>
  )
}

function When(props: EntryData) {
  const { t } = props
  const words = t.register.form
  const optional = { optional: t.undertakings.optional }
  return (
    <>
      <TextField
        {...field(props, 'signedOn')}
        {...optional}
        type="date"
        label={words.signedOn}
        hint={words.unknownHint}
      />
      <TextField {...field(props, 'inForceFrom')} {...optional} type="date" label={words.inForceFrom} />
      <TextField
        {...field(props, 'termMonths')}
        {...optional}
        label={words.termMonths}
        width="short"
        inputmode="numeric"
      />
      <TextField {...field(props, 'until')} {...optional} type="date" label={words.until} hint={words.untilHint} />
      <TextField
        {...field(props, 'noticeMonths')}
        {...optional}
        label={words.noticeMonths}
        width="short"
        inputmode="numeric"
      />
    </>
  )
}

function Where(props: EntryData) {
  const { t, errors } = props
  const words = t.register.form
  const optional = { optional: t.undertakings.optional }
  return (
    <>
      <FileField
        name="scan"
        error={errors['scan']}
        {...optional}
        label={words.scan}
        hint={words.scanHint}
        accept=".pdf,.png,.jpg,.jpeg"
      />
      <TextField {...field(props, 'source')} {...optional} label={words.source} hint={words.sourceHint} />
      <TextArea {...field(props, 'note')} {...optional} label={words.note} />
    </>
  )
}
