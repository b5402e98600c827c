import type { Entries, FieldErrors } from '../../web/forms.ts'
import { storedNameText } from '../../organisations/storedName.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Radios } from '../../ui/choices.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select, TextField } from '../../ui/inputs.tsx'
import { Person } from '../../ui/person.tsx'
import { Table } from '../../ui/table.tsx'
import type { Agreement, Party, Signatory } from '../agreement.ts'
import type { Candidate } from '../people.ts'
import { Errors, officeOf, PartyName, Trail } from './parts.tsx'
import { languageIn, partyName, type Reader, signatoryName } from './words.ts'
import { Ground } from './workspaceParts.tsx'

/** Who signs for each party, and on what ground. */
export function SignatoriesPage(props: Reader & { agreement: Agreement; mayNameFor: string[] }) {
  const { t, locale, agreement, mayNameFor } = props
  const words = t.agreements.signatories
  const { person, ground } = t.agreements.view.signatoryColumns
  return (
    <article class="stack-wide">
      <div class="stack">
        <Trail {...props} here={words.title} />
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      <Table
        caption={words.caption}
        hidesCaption
        columns={[
          { label: t.agreements.publicPage.columns.party },
          { label: person },
          { label: ground },
          { label: words.change, isAction: true },
        ]}
        rows={agreement.parties.map((party) => {
          const signatory = agreement.signatories.find((named) => named.organisationId === party.organisationId)
          const href = `/${locale}/agreements/${agreement.reference}/signatories/${party.slug}`
          return [
            <PartyName party={party} locale={locale} />,
            signatory ? (
              <Person name={signatoryName(signatory, locale)} office={officeOf(signatory, locale)} />
            ) : (
              <span class="soft">{words.nobody}</span>
            ),
            signatory ? <Ground t={t} locale={locale} signatory={signatory} /> : '',
            mayNameFor.includes(party.organisationId) ? (
              <a href={href} aria-label={`${signatory ? words.change : words.name}: ${partyName(party, locale)}`}>
                {signatory ? words.change : words.name}
              </a>
            ) : (
              ''
            ),
          ]
        })}
      />
    </article>
  )
}

export type SignatoryData = {
  agreement: Agreement
  party: Party
  current: Signatory | undefined
  people: Candidate[]
  entries?: Entries
  errors?: FieldErrors
}

const grounds = ['office', 'board-decision', 'delegation'] as const

/** One signatory: who, in what office, on what ground, and when in the order. */
export function SignatoryPage(props: Reader & SignatoryData) {
  const { t, locale, agreement, party, people, errors } = props
  const words = t.agreements.signatories
  const title = words.formTitle({ party: partyName(party, locale) })
  const below = `/${locale}/agreements/${agreement.reference}/signatories`
  const value = valuesOf(props)
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={title} />
        <h1>{title}</h1>
      </div>
      {people.length === 0 ? (
        <p>{words.noPeople}</p>
      ) : (
        <Form action={`${below}/${party.slug}`}>
          <Select
            name="personId"
            label={words.person}
            hint={words.personHint}
            options={people.map((person) => ({ value: person.id, label: storedNameText(person.name, locale) }))}
            value={value('personId')}
            error={errors?.['personId']}
            width="full"
          />
          {agreement.languages.map((language) => (
            <TextField
              name={`office.${language}`}
              label={words.office({ language: languageIn(language, locale) })}
              hint={words.officeHint}
              value={value(`office.${language}`)}
              error={errors?.[`office.${language}`]}
              lang={language}
            />
          ))}
          <Radios
            name="ground"
            label={words.ground}
            choices={grounds.map((ground) => ({
              value: ground,
              label: t.agreements.groundNames[ground],
              hint: words.groundHints[ground],
            }))}
            value={value('ground')}
            error={errors?.['ground']}
          />
          <TextField
            name="groundReference"
            label={words.reference}
            hint={words.referenceHint}
            value={value('groundReference')}
            error={errors?.['groundReference']}
          />
          <OptionalFields {...props} value={value} />
          <FormActions>
            <Button>{words.save}</Button>
            <ButtonLink href={below}>{t.common.actions.cancel}</ButtonLink>
          </FormActions>
        </Form>
      )}
    </article>
  )
}

function OptionalFields({
  t,
  errors,
  value,
}: Reader & SignatoryData & { value: (name: string) => string | undefined }) {
  const words = t.agreements.signatories
  const { optional } = t.agreements.drafting
  const field = (name: string) => ({ name, value: value(name), error: errors?.[name] })
  return (
    <>
      <TextField {...field('groundDate')} label={words.date} type="date" optional={optional} />
      <TextField {...field('groundLimits')} label={words.limits} hint={words.limitsHint} optional={optional} />
      <TextField {...field('displayOrder')} label={words.displayOrder} width="short" inputmode="numeric" />
      <TextField
        {...field('signingOrder')}
        label={words.signingOrder}
        hint={words.signingOrderHint}
        width="short"
        inputmode="numeric"
      />
    </>
  )
}

/** What was entered, else what is on record, else what suggests itself: the party's own place in the order. */
function valuesOf({ agreement, party, current, people, entries }: SignatoryData) {
  const office = current?.office ?? people[0]?.office
  const position = String(party.position)
  const stored: Record<string, string | undefined> = {
    personId: current?.personId,
    ground: current?.ground,
    groundReference: current?.groundReference,
    groundDate: current?.groundDate ?? undefined,
    groundLimits: current?.groundLimits ?? undefined,
    displayOrder: current ? String(current.displayOrder) : position,
    signingOrder: current ? String(current.signingOrder) : position,
    ...Object.fromEntries(agreement.languages.map((language) => [`office.${language}`, office?.text[language]])),
  }
  return (name: string): string | undefined => entries?.[name] ?? stored[name]
}
