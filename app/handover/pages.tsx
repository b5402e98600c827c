import { dayText } from '../accounts/days.ts'
import { dateText } from '../language/dates.ts'
import type { Locale } from '../language/locales.ts'
import { pick, type Translated } from '../language/translated.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import { DueLine } from '../today/waitingLines.tsx'
import { Button } from '../ui/button.tsx'
import { Lines } from '../ui/card.tsx'
import { Checkbox } from '../ui/choices.tsx'
import { ErrorSummary, Form, FormActions } from '../ui/form.tsx'
import { Select, TextArea } from '../ui/inputs.tsx'
import { Table } from '../ui/table.tsx'
import type { DueItem } from '../web/due.ts'
import type { Entries, FieldErrors } from '../web/forms.ts'
import type { Acquaintance, Colleague, Place, Running } from './queries.ts'
import type { Handover } from './tables.ts'

type Reader = { t: Catalogue; locale: Locale; zone: string }

export type Responsibility = {
  /** Whose it is. */
  person: Colleague
  open: DueItem[]
  agreements: Running[]
  acquaintances: Acquaintance[]
  handovers: Handover[]
}

export type HandoverProps = Reader & {
  now: Date
  place: Place
  responsibility: Responsibility
  /** Those who could take it over; empty where the asker may not hand over. */
  successors: Colleague[]
  entries?: Entries
  errors?: FieldErrors
}

/** One page for a responsibility: what a successor needs on the first day, and the act that passes it on. */
export function HandoverView(props: HandoverProps) {
  const { t, place, responsibility, errors = {} } = props
  const words = t.handover
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{words.of({ name: responsibility.person.name, organisation: place.name })}</h1>
        <p class="lede">{words.lede}</p>
        <Colleagues {...props} />
      </header>
      <Section id="open" title={words.open} empty={words.nothingOpen} isEmpty={responsibility.open.length === 0}>
        <Lines>
          {responsibility.open.map((item) => (
            <DueLine item={item} {...props} />
          ))}
        </Lines>
      </Section>
      <Section
        id="agreements"
        title={words.agreements}
        empty={words.noAgreements}
        isEmpty={!responsibility.agreements.length}
      >
        <Agreements {...props} />
      </Section>
      <Section id="known" title={words.known} empty={words.nobodyKnown} isEmpty={!responsibility.acquaintances.length}>
        <Acquaintances {...props} />
      </Section>
      <p>
        <a href={`/${props.locale}/contacts/${place.slug}`}>{words.toLog}</a>
      </p>
      <PassOn {...props} />
      <Section id="before" title={words.before} empty={words.neverBefore} isEmpty={!responsibility.handovers.length}>
        <Handovers {...props} />
      </Section>
    </div>
  )
}

function Section(props: { id: string; title: string; empty: string; isEmpty: boolean; children: unknown }) {
  return (
    <section class="stack" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.isEmpty ? <p class="soft">{props.empty}</p> : props.children}
    </section>
  )
}

/** The same page for everybody else who answers for something here. */
function Colleagues({ t, locale, place, responsibility }: HandoverProps) {
  const others = place.colleagues.filter(({ personId }) => personId !== responsibility.person.personId)
  if (others.length === 0) return null
  return (
    <nav aria-label={t.handover.colleagues}>
      <p>
        {t.handover.colleagues}:{' '}
        {others.map((one, index) => (
          <>
            {index > 0 ? ' · ' : ''}
            <a href={`/${locale}/handover/${place.slug}?person=${one.personId}`}>{one.name}</a>
          </>
        ))}
      </p>
    </nav>
  )
}

const titleIn = (title: Translated, locale: Locale, fallback: string) => pick(title, locale)?.text ?? fallback

function Agreements({ t, locale, responsibility }: HandoverProps) {
  const words = t.handover
  return (
    <Table
      caption={words.agreements}
      hidesCaption
      columns={[{ label: words.columns.agreement }, { label: words.columns.until }]}
      rows={responsibility.agreements.map(({ reference, title, until }) => [
        <a href={`/${locale}/agreements/${reference}`}>{titleIn(title, locale, reference)}</a>,
        until ? <span class="nowrap">{dateText(locale, until)}</span> : words.noTerm,
      ])}
    />
  )
}

function Acquaintances({ t, locale, responsibility }: HandoverProps) {
  const words = t.handover
  return (
    <Table
      caption={words.known}
      hidesCaption
      columns={[words.columns.who, words.columns.last, words.columns.said].map((label) => ({ label }))}
      rows={responsibility.acquaintances.map((one) => [
        [one.counterpart, one.people].filter(Boolean).join(' · '),
        <>
          <span class="nowrap">{dateText(locale, one.heldOn)}</span>
          {` · ${t.contacts.kinds[one.kind]}`}
        </>,
        one.agreed,
      ])}
    />
  )
}

function PassOn(props: HandoverProps) {
  const { t, locale, place, responsibility, successors, entries = {}, errors = {} } = props
  const words = t.handover.passOn
  if (successors.length === 0) return null
  return (
    <section class="stack" aria-labelledby="pass-on">
      <h2 id="pass-on">{words.title}</h2>
      <p>{words.explanation}</p>
      <Form action={`/${locale}/handover/${place.slug}`}>
        <input type="hidden" name="from" value={responsibility.person.personId} />
        <Select
          name="to"
          label={words.to}
          options={successors.map(({ personId, name }) => ({ value: personId, label: name }))}
          value={entries['to']}
          error={errors['to']}
        />
        <TextArea
          name="note"
          label={words.note}
          hint={words.noteHint}
          optional={words.optional}
          value={entries['note']}
          error={errors['note']}
        />
        <Checkbox
          name="endsRoles"
          label={words.endsRoles}
          hint={words.endsRolesHint}
          checked={entries['endsRoles'] === 'on'}
        />
        <FormActions>
          <Button>{words.action}</Button>
        </FormActions>
      </Form>
    </section>
  )
}

function Handovers({ t, locale, zone, responsibility }: HandoverProps) {
  const words = t.handover
  return (
    <Lines>
      {responsibility.handovers.map((one) => {
        const count = Object.values(one.moved).reduce((sum, moved) => sum + moved, 0)
        return (
          <div>
            {words.past({ from: one.from, to: one.to, date: dayText(locale, one.at, zone), count })}
            {one.note ? <blockquote class="soft">{one.note}</blockquote> : null}
          </div>
        )
      })}
    </Lines>
  )
}

export function PlacesView({ t, locale, places }: Omit<Reader, 'zone'> & { places: { slug: string; name: string }[] }) {
  return (
    <div class="stack-wide">
      <h1>{t.handover.title}</h1>
      <p class="lede">{t.handover.lede}</p>
      {places.length === 0 ? (
        <p class="soft">{t.handover.noPlace}</p>
      ) : (
        <Lines>
          {places.map(({ slug, name }) => (
            <a href={`/${locale}/handover/${slug}`}>{name}</a>
          ))}
        </Lines>
      )}
    </div>
  )
}
