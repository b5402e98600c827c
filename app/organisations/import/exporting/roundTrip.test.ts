import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locales } from '../../../language/locales.ts'
import { catalogues } from '../../../platform/i18n/catalogue.ts'
import { csvOf } from '../../../platform/spreadsheets/csv.ts'
import { xlsxOf } from '../../../platform/spreadsheets/xlsx.ts'
import type { ImportChoices } from '../choices.ts'
import { detectColumns } from '../mapping/detecting.ts'
import type { Candidate } from '../planning/candidate.ts'
import { identityOf, coreName, type Known, planOf, type Roll, seatOf } from '../planning/planning.ts'
import { digestOf } from '../planning/state.ts'
import { readTable } from '../reading/reading.ts'
import { type ListedMember, listRows } from './rows.ts'

const choices: ImportChoices = { country: 'DE', language: 'de', visibility: 'coordinators' }
const nobody: Roll = { byExternalId: new Map(), byIdentity: new Map(), numbered: new Set() }

/** What a list says, as it would stand in the database once it was applied. */
async function plan(bytes: Uint8Array, roll: Roll, given = choices) {
  const table = await readTable(bytes, {})
  if ('refused' in table) throw new Error(table.refused)
  return planOf(table, detectColumns(table), given, roll)
}

const knownFrom = (candidate: Candidate, index: number): Known => {
  const { name, legalForm, country, website, parts } = candidate
  const core = { name, legalForm, country, seat: seatOf(candidate), website }
  return { organisationId: String(index), isMember: true, core, parts, left: { core: digestOf(core) } }
}

const listedAs = ({ core, parts }: Known, { externalId, memberSince }: Candidate): ListedMember => ({
  externalId,
  name: core.name,
  country: core.country,
  seat: core.seat,
  website: core.website,
  since: memberSince,
  parts: parts as ListedMember['parts'],
})

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    '髙島屋㈱',
    '=SUM(A1)',
    "'=1+1",
    '+39 011',
    '@demo',
    '-',
    '"quoted", and; parted',
    '🦴 Knochen',
    '＝全角',
    '1998',
    'constructor',
    'a\tb',
  ),
)
const row = fc.record({
  name: nasty.map((text) => `Demo ${text}`),
  country: fc.constantFrom('DE', 'Japan', 'イタリア', 'France', ''),
  city: fc.oneof(fc.constant(''), nasty),
  size: fc.constantFrom('', '12', 'mittel', '大企業'),
  founded: fc.constantFrom('', '1998', '２００５年'),
  products: fc.oneof(
    fc.constant(''),
    fc.array(nasty, { maxLength: 3 }).map((all) => all.join('\n')),
  ),
  markets: fc.constantFrom('', 'JP, IT', '韓国; ドイツ', 'Trinidad and Tobago'),
  languages: fc.constantFrom('', 'Deutsch, Japanisch', 'en;it'),
  contact: fc.oneof(fc.constant(''), nasty),
  address: fc.constantFrom('', 'demo@demo.example', 'Büro@demo.example'),
})
const header = [
  'Name',
  'Land',
  'Ort',
  'Mitarbeiter',
  'Gründungsjahr',
  'Produkte',
  'Zielmärkte',
  'Sprachen',
  'Kontakt',
  'E-Mail',
]

test.each(locales)('what was taken in, written out in %s and taken in again changes nothing', async (locale) => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), fc.boolean(), async (rows, asWorkbook) => {
      const first = await plan(
        new TextEncoder().encode(csvOf([header, ...rows.map((one) => Object.values(one))])),
        nobody,
      )
      const candidates = first.rows.flatMap(({ candidate, outcome }) =>
        candidate && outcome === 'created' ? [candidate] : [],
      )
      fc.pre(candidates.length > 0)
      const known = candidates.map(knownFrom)
      const roll: Roll = { ...nobody, byIdentity: new Map() }
      for (const [index, one] of known.entries())
        roll.byIdentity.set(identityOf(coreName(one.core), one.core.country, candidates[index]!.city), one)
      const list = listRows(
        catalogues[locale],
        locale,
        known.map((one, index) => listedAs(one, candidates[index]!)),
      )
      const bytes = asWorkbook
        ? await xlsxOf([{ name: 'x', rows: list, hasHeader: true }])
        : new TextEncoder().encode(csvOf(list))
      const again = await plan(bytes, roll)
      expect(again.rows.map(({ outcome, changes }) => ({ outcome, changes }))).toEqual(
        known.map(() => ({ outcome: 'unchanged', changes: { core: null, parts: [] } })),
      )
    }),
    { numRuns: 40 },
  )
})
