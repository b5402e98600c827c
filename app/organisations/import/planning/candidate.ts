import type { Locale } from '../../../language/locales.ts'
import type { OrganisationSize, PartContents, Product } from '../../members/profile.ts'
import type { ProfileText } from '../../profileText.ts'
import type { ImportChoices } from '../choices.ts'
import { splitLegalForm } from '../duplicates/legalForms.ts'
import type { Field } from '../mapping/fields.ts'
import type { SourceRow } from '../reading/table.ts'
import { countryOf } from './countries.ts'
import { languageOf } from './languages.ts'
import type { Finding } from './findings.ts'

/** What one row of a list says of one organisation. */
export type Candidate = {
  row: number
  externalId: string | null
  /** As a register counts the states of an entry; null where the list has no such column. */
  version: { text: string; isHistory: boolean } | null
  name: ProfileText
  legalForm: string | null
  country: string
  city: string | null
  website: string | null
  memberSince: string | null
  parts: Partial<PartContents>
}

type Values = Partial<Record<Field, string>>

/** A row as a candidate, with what was found on the way; null where it names nobody. */
export function candidateOf(
  row: SourceRow,
  columns: (Field | null)[],
  choices: ImportChoices,
): { candidate: Candidate | null; findings: Finding[] } {
  const findings: Finding[] = row.flaws.map((code) => ({
    level: code === 'filled-from-merged' ? 'note' : 'warning',
    code,
  }))
  const values = valuesOf(row, columns)
  const tagged = untag(values.name ?? '')
  if (!tagged.text) return { candidate: null, findings: [...findings, { level: 'error', code: 'no-name' }] }
  if (tagged.text.length > 200)
    return { candidate: null, findings: [...findings, { level: 'error', code: 'name-too-long' }] }
  const { country, finding } = countryFor(values, choices)
  if (finding) findings.push(finding)
  const language = tagged.language ?? writtenIn(tagged.text, choices.language)
  const candidate: Candidate = {
    row: row.number,
    externalId: values.externalId?.normalize('NFKC').slice(0, 100) ?? null,
    version: versionOf(values.version),
    name: nameOf(tagged.text, language, values),
    legalForm: splitLegalForm(tagged.text).form,
    country,
    city: values.city?.replaceAll(/\s+/g, ' ').slice(0, 200) ?? null,
    website: websiteOf(values.website, findings),
    memberSince: dayOf(values.memberSince, findings),
    parts: {},
  }
  Object.assign(candidate.parts, partsOf(values, choices.language, findings))
  return { candidate, findings }
}

function valuesOf({ cells }: SourceRow, columns: (Field | null)[]): Values {
  const values: Values = {}
  columns.forEach((field, place) => {
    // Control characters and those that no file may hold are never meant; line ends within a cell are.
    // oxlint-disable-next-line no-control-regex -- these are the very characters to drop
    const value = (cells[place] ?? '').replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]/g, '').trim()
    if (field && value) values[field] = value
  })
  return values
}

const tags: Record<string, Locale> = { EN: 'en', FR: 'fr', DE: 'de', IT: 'it', JA: 'ja' }

/** Registers mark the language of a name: `Telemis S.A. [FR]`. */
function untag(name: string): { text: string; language: Locale | null } {
  const found = /^(.*\S)\s*\[([A-Z]{2})\]$/s.exec(name.trim())
  const text = (found?.[1] ?? name).replaceAll(/\s+/g, ' ').trim()
  return { text, language: (found?.[2] && tags[found[2]]) || null }
}

/** Kana and kanji are Japanese whatever the list's language is; Latin letters in a Japanese list are given as they are. */
const writtenIn = (text: string, language: Locale): Locale =>
  /[\u3040-\u30ff\u4e00-\u9fff]/.test(text) ? 'ja' : language === 'ja' ? 'en' : language

function nameOf(
  text: string,
  language: Locale,
  { nameLatin, nameReading }: Values,
): ProfileText & { reading?: string } {
  const latin = nameLatin?.replaceAll(/\s+/g, ' ').slice(0, 200)
  return {
    original: language,
    text: { [language]: text, ...(latin && language !== 'en' ? { en: latin } : {}) },
    ...(nameReading ? { reading: nameReading.replaceAll(/\s+/g, ' ').slice(0, 200) } : {}),
  }
}

function countryFor(values: Values, choices: ImportChoices): { country: string; finding?: Finding } {
  if (!values.country) return { country: choices.country }
  const found = countryOf(values.country)
  if (found) return { country: found }
  return { country: choices.country, finding: { level: 'warning', code: 'country-unknown', about: values.country } }
}

function versionOf(text: string | undefined): Candidate['version'] {
  if (!text) return null
  return { text: text.slice(0, 100), isHistory: /history|historique|verlauf|storico|履歴|旧/i.test(text) }
}

function websiteOf(text: string | undefined, findings: Finding[]): string | null {
  if (!text) return null
  const first = text.normalize('NFKC').split(/[\s,;]+/)[0] ?? ''
  const address = /^https?:\/\//i.test(first) ? first : `https://${first}`
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.hostname.includes('.') && !url.username) return url.href
  findings.push({ level: 'warning', code: 'website-unclear', about: text })
  return null
}

/** `2021-04-01`, `2021/4/1`, `01.04.2021`, `2021年4月1日`, `2021`. */
function dayOf(text: string | undefined, findings: Finding[]): string | null {
  if (!text) return null
  const plain = text.normalize('NFKC')
  const [, year, month = '1', day = '1'] = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?)?/.exec(plain) ?? []
  const [, lastDay, lastMonth, lastYear] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(plain) ?? []
  const iso = lastYear ? isoOf(lastYear, lastMonth!, lastDay!) : year ? isoOf(year, month, day) : null
  if (iso) return iso
  findings.push({ level: 'warning', code: 'date-unclear', about: text })
  return null
}

function isoOf(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

function partsOf(values: Values, language: Locale, findings: Finding[]): Partial<PartContents> {
  const said = (text: string): ProfileText => ({
    original: writtenBy(text, language),
    text: { [writtenBy(text, language)]: text },
  })
  const founded = yearOf(values.founded, findings)
  const size = sizeOf(values.size, findings)
  const items = productsOf(values, said, findings)
  const served = countriesIn(values.marketsServed, findings)
  const sought = countriesIn(values.marketsSought, findings)
  const spoken = listed(values.languages).flatMap((one) => languageOf(one) ?? [])
  const person = contactOf(values, language, findings)
  return {
    ...(values.description || founded || size
      ? { about: { description: values.description ? said(values.description.slice(0, 4000)) : null, size, founded } }
      : {}),
    ...(items.length > 0 ? { products: { items, valueChain: [] } } : {}),
    ...(served.length + sought.length + spoken.length > 0
      ? { markets: { served, sought, languages: [...new Set(spoken)] } }
      : {}),
    ...(person ? { contacts: { people: [person] } } : {}),
  }
}

/** Kana or kanji are read as Japanese also in a list that is not. */
const writtenBy = (text: string, language: Locale): Locale => (/[\u3040-\u30ff]/.test(text) ? 'ja' : language)

const listed = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[\n;,、；，/・]+/)
    .map((one) => one.trim())
    .filter(Boolean)

function yearOf(text: string | undefined, findings: Finding[]): number | null {
  if (!text) return null
  const year = Number(/\b(1[5-9]\d\d|20\d\d)(?!\d)/.exec(text.normalize('NFKC'))?.[1] ?? 0)
  if (!year) findings.push({ level: 'warning', code: 'year-unclear', about: text })
  return year || null
}

/** By number of people as the European definition counts them (2003/361/EC; turnover is not known here), or by the word. */
function sizeOf(text: string | undefined, findings: Finding[]): OrganisationSize | null {
  if (!text) return null
  const plain = text.normalize('NFKC').toLowerCase()
  const worded = sizeWords.find(([, words]) => words.test(plain))?.[0]
  if (worded) return worded
  const people = Number(/\d+(?:[.,\s']\d{3})*/.exec(plain)?.[0].replaceAll(/\D/g, '') ?? Number.NaN)
  if (Number.isNaN(people)) findings.push({ level: 'warning', code: 'size-unclear', about: text })
  if (Number.isNaN(people)) return null
  return people < 10 ? 'micro' : people < 50 ? 'small' : people < 250 ? 'medium' : 'large'
}

const sizeWords: [OrganisationSize, RegExp][] = [
  ['micro', /micro|kleinst|très petite|tpe|零細|小規模/],
  ['small', /^(small|klein|petite?|piccola|pe)\b|小企業/],
  ['medium', /^(medium|mittel|moyenne|media|sme|kmu|pme|pmi)\b|中企業|中小企業|中堅/],
  ['large', /^(large|groß|gross|grande?|big|ge)\b|大企業/],
]

function productsOf(values: Values, said: (text: string) => ProfileText, findings: Finding[]): Product[] {
  const emdn = codesIn(values.emdn, /^[A-Z]\d{2,12}$/, findings)
  const jmdn = codesIn(values.jmdn, /^\d{8}$/, findings)
  const names = (values.products ?? '')
    .split(/[\n;；]+/)
    .map((one) => one.replace(/^[-・•*\s]+/, '').trim())
    .filter(Boolean)
  const items = names.slice(0, 200).map((name): Product => ({
    name: said(name.slice(0, 300)),
    emdn: [],
    jmdn: [],
    euClass: null,
    japanClass: null,
    trl: null,
  }))
  const first = items[0]
  // Codes beside several products are not told apart by a list: they stand with the first and can be moved.
  if (first) Object.assign(first, { emdn, jmdn })
  else if (emdn.length + jmdn.length > 0) {
    items.push({ name: said([...emdn, ...jmdn].join(', ')), emdn, jmdn, euClass: null, japanClass: null, trl: null })
  }
  return items
}

function codesIn(text: string | undefined, form: RegExp, findings: Finding[]): string[] {
  const codes = (text ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .split(/[\s;,、/]+/)
    .filter(Boolean)
  const wrong = codes.filter((code) => !form.test(code))
  if (wrong.length > 0) findings.push({ level: 'warning', code: 'code-unclear', about: wrong.join(', ') })
  return [...new Set(codes.filter((code) => form.test(code)))]
}

function countriesIn(text: string | undefined, findings: Finding[]): string[] {
  const found: string[] = []
  for (const one of listed(text)) {
    const code = countryOf(one)
    if (code) found.push(code)
    else findings.push({ level: 'warning', code: 'country-unknown', about: one })
  }
  return [...new Set(found)]
}

function contactOf(
  values: Values,
  language: Locale,
  findings: Finding[],
): PartContents['contacts']['people'][number] | null {
  const { contactName, contactOffice, contactAddress, contactPhone } = values
  if (!contactName && !contactAddress && !contactPhone) return null
  const address = contactAddress?.normalize('NFKC').toLowerCase() ?? null
  const isAddress = address === null || /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(address)
  if (!isAddress) findings.push({ level: 'warning', code: 'address-unclear', about: contactAddress ?? '' })
  const label = (contactName ?? contactOffice ?? address ?? contactPhone ?? '').replaceAll(/\s+/g, ' ').slice(0, 200)
  return {
    // Which part of a name is the family name a list does not say; nobody guesses it.
    name: { label: { [language]: label } },
    office: contactOffice ? { original: language, text: { [language]: contactOffice.slice(0, 200) } } : null,
    address: isAddress ? address : null,
    phone: contactPhone?.normalize('NFKC').slice(0, 50) ?? null,
  }
}
