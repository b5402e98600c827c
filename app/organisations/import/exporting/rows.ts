import { countryName, languageName } from '../../../language/countries.ts'
import type { Locale } from '../../../language/locales.ts'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import type { FieldGroup, PartContents } from '../../members/profile.ts'
import { type ProfileText, textFor } from '../../profileText.ts'
import { storedNameText } from '../../storedName.ts'
import { type Field, fields } from '../mapping/fields.ts'

/** One member as its cluster's list says it. */
export type ListedMember = {
  externalId: string | null
  name: ProfileText & { reading?: string }
  country: string
  seat: ProfileText | null
  website: string | null
  since: string | null
  parts: Partial<{ [Group in FieldGroup]: PartContents[Group] }>
}

/** The version of an entry is a register's business, not a list's. */
const exported = fields.filter((field) => field !== 'version')

/** A list with a header, in the columns and the words that an import understands: what goes out comes in again unchanged. */
export function listRows(t: Catalogue, locale: Locale, members: ListedMember[]): string[][] {
  return [
    exported.map((field) => t.imports.fields[field]),
    ...members.map((member) => {
      const cells = cellsOf(t, locale, member)
      return exported.map((field) => cells[field] ?? '')
    }),
  ]
}

function cellsOf(t: Catalogue, locale: Locale, member: ListedMember): Partial<Record<Field, string | null>> {
  const { name, parts } = member
  const { about, products, markets, contacts } = parts
  const [person] = contacts?.people ?? []
  const items = products?.items ?? []
  return {
    externalId: member.externalId,
    name: original(name),
    nameLatin: name.original === 'en' ? null : (name.text.en ?? null),
    nameReading: name.reading ?? null,
    country: countryName(member.country, locale) ?? member.country,
    city: original(member.seat),
    website: member.website,
    description: original(about?.description ?? null),
    size: about?.size ? t.imports.sizes[about.size] : null,
    founded: about?.founded ? String(about.founded) : null,
    products: items.map((item) => original(item.name)).join('\n'),
    emdn: [...new Set(items.flatMap((item) => item.emdn))].join(', '),
    jmdn: [...new Set(items.flatMap((item) => item.jmdn))].join(', '),
    marketsServed: inOneCell(markets?.served, (code) => countryName(code, locale)),
    marketsSought: inOneCell(markets?.sought, (code) => countryName(code, locale)),
    languages: inOneCell(markets?.languages, (code) => languageName(code, locale)),
    memberSince: member.since,
    contactName: person ? storedNameText(person.name, locale) : null,
    contactOffice: original(person?.office ?? null),
    contactAddress: person?.address ?? null,
    contactPhone: person?.phone ?? null,
  }
}

/** As it was written: a list that is taken in again says nothing new. */
const original = (text: ProfileText | null): string | null =>
  (text && (text.text[text.original] ?? textFor(text, text.original)?.text)) ?? null

/** By name; where a name holds a sign that parts such lists, by its code. */
const inOneCell = (codes: string[] | undefined, nameOf: (code: string) => string | null | undefined): string =>
  (codes ?? [])
    .map((code) => {
      const name = nameOf(code)
      return name && !/[\n;,、；，/・]/.test(name) ? name : code
    })
    .join('; ')
