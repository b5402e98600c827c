import type { Child } from 'hono/jsx'
import { countryName } from '../../../language/countries.ts'
import { dateText } from '../../../language/dates.ts'
import type { Locale } from '../../../language/locales.ts'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../ui/choices.tsx'
import { ErrorSummary, Form, FormActions } from '../../../ui/form.tsx'
import { Select, TextArea, TextField } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Status } from '../../../ui/status.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Entries, FieldErrors } from '../../../web/forms.ts'
import { textFor } from '../../profileText.ts'
import { rowsFor } from '../forms.ts'
import type { Reading } from '../readingContacts.ts'
import {
  euClasses,
  facilityKinds,
  type FieldGroup,
  fieldGroups,
  japanClasses,
  organisationSizes,
  valueChainLinks,
  visibilities,
} from '../profile.ts'
import type { Member } from '../reading.ts'

type Reader = { t: Catalogue; locale: Locale; member: Member }

/** The parts of a profile, with who sees each; what is missing is the first thing to do. */
export function EditIndex({ t, locale, member, title, readings }: Reader & { title: string; readings: Reading[] }) {
  const words = t.members
  return (
    <article class="stack-wide">
      <header class="stack">
        <h1>{title}</h1>
        <p class="lede">{words.edit.lede}</p>
      </header>
      <Table
        caption={title}
        hidesCaption
        columns={[{ label: words.edit.part }, { label: words.edit.state }, { label: words.edit.visibility }]}
        rows={fieldGroups.map((group) => {
          const part = member.parts[group]
          return [
            <a href={`/${locale}/members/${member.slug}/edit/${group}`}>{words.groups[group]}</a>,
            <Status tone={part ? 'done' : 'open'}>{part ? words.edit.written : words.edit.missing}</Status>,
            part ? words.visibilities[part.visibility] : '',
          ]
        })}
      />
      <div class="row">
        <ButtonLink href={`/${locale}/members/${member.slug}`}>{words.edit.toProfile}</ButtonLink>
        <ButtonLink href={`/${locale}/members/${member.slug}/checks`}>{t.profileChecks.short}</ButtonLink>
        <ButtonLink href={`/${locale}/members/${member.slug}/logo`}>{t.logos.short}</ButtonLink>
        <ButtonLink href={`/${locale}/members/${member.slug}/consents`}>{t.consents.short}</ButtonLink>
      </div>
      {readings.length > 0 ? (
        <section class="stack" aria-labelledby="readings">
          <h2 id="readings">{words.edit.readings}</h2>
          <Table
            caption={words.edit.readings}
            hidesCaption
            columns={[{ label: words.edit.reader }, { label: words.contacts.purpose }, { label: words.edit.readOn }]}
            rows={readings.map(({ reader, purpose, at, destination }) => [
              [textFor(reader, locale)?.text, countryName(destination, locale)].filter(Boolean).join(', '),
              purpose,
              dateText(locale, at.toISOString().slice(0, 10)),
            ])}
          />
        </section>
      ) : null}
    </article>
  )
}

export type PartProps = Reader & {
  group: FieldGroup
  entries: Entries
  errors: FieldErrors
  /** Of what is there; 0 where nothing is. */
  revision: number
  /** Where it is sent, if not to the profile's own pages. */
  action?: string
}

/** One part of the profile, written in the page's language, and who may see it. */
export function PartForm(props: PartProps) {
  const { t, locale, member, group, entries, errors, revision } = props
  const words = t.members
  const rows = rowsOf(props)
  return (
    <article class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{words.groups[group]}</h1>
        <p class="lede">{words.edit.hints[group]}</p>
      </header>
      {locale === member.language || group === 'markets' ? null : <Notice kind="note" title={words.edit.translating} />}
      <Form
        action={props.action ?? `/${locale}/members/${member.slug}/edit/${group}`}
        hidden={{ basedOn: entries['basedOn'] ?? String(revision), rows: String(rows) }}
      >
        <Fields {...props} rows={rows} />
        <Radios
          name="visibility"
          label={words.edit.visibility}
          choices={visibilities.map((value) => ({
            value,
            label: words.visibilities[value],
            hint: words.visibilityHints[value],
          }))}
          value={entries['visibility']}
          error={errors['visibility']}
        />
        <FormActions>
          <Button>{words.edit.save}</Button>
          {prefixes[group] ? (
            <Button kind="secondary" name="more" value="yes">
              {words.edit.more}
            </Button>
          ) : null}
        </FormActions>
      </Form>
    </article>
  )
}

const prefixes: Partial<Record<FieldGroup, string>> = {
  products: 'product',
  certificates: 'certificate',
  facilities: 'facility',
  contacts: 'person',
}

function rowsOf({ group, entries }: PartProps): number {
  const prefix = prefixes[group]
  const filled = Object.entries(entries).flatMap(([name, value]) => {
    const [first, at] = name.split('.')
    return first === prefix && value ? [Number(at)] : []
  })
  return prefix ? rowsFor(entries, Math.max(0, ...filled)) : 0
}

function Fields(props: PartProps & { rows: number }): Child {
  const rows = Array.from({ length: props.rows }, (_, index) => index + 1)
  if (props.group === 'about') return <About {...props} />
  if (props.group === 'markets') return <Markets {...props} />
  const rowName = props.t.members.edit.rowNames[props.group]
  const Row = { products: Product, certificates: Certificate, facilities: Facility, contacts: Person }[props.group]
  return (
    <>
      {rows.map((at) => (
        <fieldset class="stack">
          <legend>{props.t.members.edit.row({ name: rowName, number: at })}</legend>
          <Row {...props} at={at} />
        </fieldset>
      ))}
      {props.group === 'products' ? <ValueChain {...props} /> : null}
    </>
  )
}

const field = ({ entries, errors }: PartProps, name: string) => ({
  name,
  value: entries[name],
  error: errors[name],
})

function About(props: PartProps) {
  const { t } = props
  const words = t.members.edit
  return (
    <>
      <TextArea {...field(props, 'description')} label={words.description} lang={props.locale} />
      <Select
        {...field(props, 'size')}
        label={t.members.facts.size}
        optional={t.undertakings.optional}
        options={[
          { value: '', label: t.register.unknown },
          ...organisationSizes.map((value) => ({ value, label: t.members.sizes[value] })),
        ]}
      />
      <TextField
        {...field(props, 'founded')}
        label={t.members.facts.founded}
        optional={t.undertakings.optional}
        width="short"
        inputmode="numeric"
      />
    </>
  )
}

function Markets(props: PartProps) {
  const words = props.t.members.markets
  const hint = props.t.members.edit.codes
  return (
    <>
      <TextField {...field(props, 'served')} label={words.served} hint={hint} />
      <TextField {...field(props, 'sought')} label={words.sought} hint={hint} />
      <TextField {...field(props, 'languages')} label={words.languages} hint={props.t.members.edit.languageCodes} />
    </>
  )
}

type RowProps = PartProps & { at: number }

function Product(props: RowProps) {
  const { t, at } = props
  const words = t.members.products
  const none = { value: '', label: '–' }
  const classes = (values: readonly string[]) => [
    none,
    ...values.map((value) => ({ value, label: words.classIs({ name: value }) })),
  ]
  return (
    <>
      <TextField {...field(props, `product.${at}.name`)} label={words.name} lang={props.locale} />
      <p class="small">
        <a href={`/${props.locale}/codes`}>{t.codes.lookUp}</a>
      </p>
      <div class="columns">
        <TextField {...field(props, `product.${at}.emdn`)} label={words.emdn} />
        <TextField {...field(props, `product.${at}.jmdn`)} label={words.jmdn} />
      </div>
      <div class="columns">
        <Select {...field(props, `product.${at}.eu`)} label={words.euClass} options={classes(euClasses)} />
        <Select {...field(props, `product.${at}.jp`)} label={words.japanClass} options={classes(japanClasses)} />
        <TextField {...field(props, `product.${at}.trl`)} label={words.trl} width="short" inputmode="numeric" />
      </div>
    </>
  )
}

function ValueChain({ t, entries }: PartProps) {
  return (
    <Checkboxes
      name="valueChain"
      label={t.members.products.valueChain}
      choices={valueChainLinks.map((value) => ({ value, label: t.members.products.links[value] }))}
      values={(entries['valueChain'] ?? '').split('\n')}
    />
  )
}

function Certificate(props: RowProps) {
  const { at } = props
  const words = props.t.members.certificates
  return (
    <>
      <TextField {...field(props, `certificate.${at}.kind`)} label={words.kind} />
      <TextField {...field(props, `certificate.${at}.scope`)} label={words.scope} lang={props.locale} />
      <TextField {...field(props, `certificate.${at}.body`)} label={words.body} />
      <TextField {...field(props, `certificate.${at}.number`)} label={words.number} />
      <TextField {...field(props, `certificate.${at}.until`)} type="date" label={words.until} />
    </>
  )
}

function Facility(props: RowProps) {
  const { t, at } = props
  return (
    <>
      <Select
        {...field(props, `facility.${at}.kind`)}
        label={t.members.facilities.kind}
        options={facilityKinds.map((value) => ({ value, label: t.members.facilities.kinds[value] }))}
      />
      <TextField
        {...field(props, `facility.${at}.description`)}
        label={t.members.facilities.description}
        lang={props.locale}
      />
    </>
  )
}

function Person(props: RowProps) {
  const { at } = props
  const words = props.t.members.contacts
  return (
    <>
      <TextField {...field(props, `person.${at}.family`)} label={words.family} />
      <TextField {...field(props, `person.${at}.given`)} label={words.given} />
      <TextField {...field(props, `person.${at}.office`)} label={words.office} lang={props.locale} />
      <TextField {...field(props, `person.${at}.address`)} type="email" label={words.address} />
      <TextField {...field(props, `person.${at}.phone`)} type="tel" label={words.phone} />
    </>
  )
}
