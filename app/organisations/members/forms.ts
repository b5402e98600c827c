import type { Entries } from '../../web/forms.ts'
import { isCalendarDate } from '../../language/dates.ts'
import { readEmdn, readJmdn } from './classes.ts'
import {
  euClasses,
  facilityKinds,
  type FieldGroup,
  japanClasses,
  organisationSizes,
  type PartContents,
  valueChainLinks,
} from './profile.ts'
import { rewritten, textIn, type Writer } from './rewriting.ts'

/** Empty rows that a form offers beyond those there are. */
const SPARE = 2
const MOST = 60

export const rowsFor = (entries: Entries, filled: number): number => {
  const asked = Number(entries['rows'] ?? 0)
  return Math.min(MOST, Math.max(filled + SPARE, Number.isInteger(asked) ? asked : 0))
}

type Errors = Record<string, string>
type ReadPart<Group extends FieldGroup> = { content: PartContents[Group]; errors: Errors }

type Reading = {
  [Group in FieldGroup]: (entries: Entries, before: PartContents[Group] | null, writer: Writer) => ReadPart<Group>
}

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | null =>
  values.find((value) => value === text) ?? null

const whole = (text: string | undefined): number | null => {
  const value = Number((text ?? '').normalize('NFKC').trim() || Number.NaN)
  return Number.isInteger(value) ? value : null
}

/** `JP, de` and `ＪＰ、ＤＥ` alike. */
const listIn = (text: string | undefined): string[] =>
  (text ?? '')
    .normalize('NFKC')
    .split(/[\s,;、，]+/)
    .filter(Boolean)

/** Rows of a form by number, those whose first field was left empty dropped. */
function rowsIn(entries: Entries, prefix: string, first: string): { at: number; of: (name: string) => string }[] {
  return Array.from({ length: MOST }, (_, index) => index + 1)
    .map((at) => ({ at, of: (name: string) => (entries[`${prefix}.${at}.${name}`] ?? '').trim() }))
    .filter(({ of }) => of(first) !== '')
}

/**
 * Reads the form of one part into what the part holds. Texts are written in the page's language over what stood in the same row. Errors are
 * keys of the sentences of forms, by field.
 */
export const readPart: Reading = {
  about(entries, before, writer) {
    const founded = whole(entries['founded'])
    const isYear = !entries['founded']?.trim() || (founded !== null && founded >= 1000 && founded <= 2200)
    return {
      content: {
        description: rewritten(before?.description ?? null, (entries['description'] ?? '').trim(), writer),
        size: oneOf(organisationSizes, entries['size']),
        founded: isYear ? founded : null,
      },
      errors: isYear ? {} : { founded: 'number' },
    }
  },
  products(entries, before, writer) {
    const errors: Errors = {}
    const items = rowsIn(entries, 'product', 'name').flatMap(({ at, of }) => {
      const codes = (name: string, read: (text: string) => string | null) =>
        listIn(of(name)).flatMap((text) => {
          const code = read(text)
          if (!code) errors[`product.${at}.${name}`] = 'invalid'
          return code ? [code] : []
        })
      const name = rewritten(before?.items[at - 1]?.name ?? null, of('name'), writer)
      const trl = whole(of('trl'))
      if (of('trl') && (trl === null || trl < 1 || trl > 9)) errors[`product.${at}.trl`] = 'number'
      const item = {
        emdn: codes('emdn', readEmdn),
        jmdn: codes('jmdn', readJmdn),
        euClass: oneOf(euClasses, of('eu')),
        japanClass: oneOf(japanClasses, of('jp')),
        trl,
      }
      return name ? [{ name, ...item }] : []
    })
    const valueChain = valueChainLinks.filter((link) => (entries['valueChain'] ?? '').split('\n').includes(link))
    return { content: { items, valueChain }, errors }
  },
  certificates(entries, before, writer) {
    const errors: Errors = {}
    const items = rowsIn(entries, 'certificate', 'kind').map(({ at, of }) => {
      const until = of('until')
      if (until && !isCalendarDate(until)) errors[`certificate.${at}.until`] = 'date'
      return {
        kind: of('kind'),
        scope: rewritten(before?.items[at - 1]?.scope ?? null, of('scope'), writer),
        body: of('body'),
        number: of('number') || null,
        validUntil: until && isCalendarDate(until) ? until : null,
      }
    })
    return { content: { items }, errors }
  },
  markets(entries) {
    const errors: Errors = {}
    const codes = (name: string, pattern: RegExp, spell: (text: string) => string) =>
      listIn(entries[name]).flatMap((text) => {
        if (!pattern.test(text)) errors[name] = 'invalid'
        return pattern.test(text) ? [spell(text)] : []
      })
    const countries = (name: string) => codes(name, /^[A-Za-z]{2}$/, (text) => text.toUpperCase())
    const languages = codes('languages', /^[A-Za-z]{2}$/, (text) => text.toLowerCase())
    return { content: { served: countries('served'), sought: countries('sought'), languages }, errors }
  },
  facilities(entries, before, writer) {
    const items = rowsIn(entries, 'facility', 'description').flatMap(({ at, of }) => {
      const description = rewritten(before?.items[at - 1]?.description ?? null, of('description'), writer)
      return description ? [{ kind: oneOf(facilityKinds, of('kind')) ?? 'laboratory', description }] : []
    })
    return { content: { items }, errors: {} }
  },
  contacts(entries, before, writer) {
    const people = rowsIn(entries, 'person', 'family').map(({ at, of }) => {
      const order = writer.locale === 'ja' ? ('family-first' as const) : ('given-first' as const)
      const known = before?.people[at - 1]?.name
      const given = of('given')
      return {
        name: {
          order: known && 'order' in known ? known.order : order,
          native: { family: of('family'), ...(given ? { given } : {}) },
        },
        office: of('office') ? { original: writer.locale, text: { [writer.locale]: of('office') } } : null,
        address: of('address') || null,
        phone: of('phone') || null,
      }
    })
    return { content: { people }, errors: {} }
  },
}

type Writing = { [Group in FieldGroup]: (content: PartContents[Group], locale: Writer['locale']) => Entries }

const numbered = <Item>(prefix: string, items: readonly Item[], fields: (item: Item) => Entries): Entries =>
  Object.fromEntries(
    items.flatMap((item, index) =>
      Object.entries(fields(item)).map(([name, value]) => [`${prefix}.${index + 1}.${name}`, value]),
    ),
  )

/** What a part holds as the entries of its form, in one language. */
export const entriesOf: Writing = {
  about: ({ description, size, founded }, locale) => ({
    description: textIn(description, locale),
    size: size ?? '',
    founded: founded ? String(founded) : '',
  }),
  products: ({ items, valueChain }, locale) => ({
    ...numbered('product', items, ({ name, emdn, jmdn, euClass, japanClass, trl }) => ({
      name: textIn(name, locale) || (name.text[name.original] ?? ''),
      emdn: emdn.join(', '),
      jmdn: jmdn.join(', '),
      eu: euClass ?? '',
      jp: japanClass ?? '',
      trl: trl ? String(trl) : '',
    })),
    valueChain: valueChain.join('\n'),
  }),
  certificates: ({ items }, locale) =>
    numbered('certificate', items, ({ kind, scope, body, number, validUntil }) => ({
      kind,
      scope: textIn(scope, locale),
      body,
      number: number ?? '',
      until: validUntil ?? '',
    })),
  markets: ({ served, sought, languages }) => ({
    served: served.join(', '),
    sought: sought.join(', '),
    languages: languages.join(', '),
  }),
  facilities: ({ items }, locale) =>
    numbered('facility', items, ({ kind, description }) => ({
      kind,
      description: textIn(description, locale) || (description.text[description.original] ?? ''),
    })),
  contacts: ({ people }, locale) =>
    numbered('person', people, ({ name, office, address, phone }) => ({
      ...('native' in name ? { family: name.native.family, given: name.native.given ?? '' } : {}),
      office: office?.text[locale] ?? office?.text[office.original] ?? '',
      address: address ?? '',
      phone: phone ?? '',
    })),
}

export const withMoreRows = (entries: Entries): Entries => ({
  ...entries,
  rows: String(Number(entries['rows'] ?? 0) + 3),
})
