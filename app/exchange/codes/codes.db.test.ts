import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { makeCluster, makeMember } from '../../../test/factories/members.ts'
import { makeOrganisation } from '../../../test/factories/organisations.ts'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'
import { makeAlliance, scopeOf } from '../../agreements/testing/alliance.ts'
import { locales } from '../../language/locales.ts'
import { root } from '../../main.ts'
import { concepts } from '../thesaurus/reading.ts'
import { loadNomenclature } from '../../organisations/nomenclature/loading.ts'
import { termsIn } from '../../organisations/nomenclature/reading.ts'
import { writePart } from '../../organisations/members/writing.ts'
import { xlsxOf } from '../../platform/spreadsheets/xlsx.ts'

let at: TestApplication
beforeAll(async () => {
  at = await testApplication()
})

/** In the form of the official workbook, and nobody's text but ours. */
const rows = [
  ['EMDN TEST', '', '', '', ''],
  ['CATEGORY', 'CATEGORY DESCRIPTION', 'CODE', 'TERM', 'LEVEL'],
  ['Z', 'EQUIPMENT', 'Z', 'EQUIPMENT', 1],
  ['Z', 'EQUIPMENT', 'Z12', 'DEMO INSTRUMENTS', 2],
  ['Z', 'EQUIPMENT', 'Z1202', 'DEMO ENDOSCOPES', 3],
  ['Z', 'EQUIPMENT', 'Z120201', 'DEMO RIGID ENDOSCOPES', 4],
]
const workbook = () => xlsxOf([{ name: 'EMDN', rows }])
const page = async (path: string) => (await at.get(path)).text()

test('codes are looked up by words and by their beginnings, and named in profiles', async () => {
  expect(await loadNomenclature(at.services, await workbook())).toMatchObject({ terms: 4 })
  expect(await loadNomenclature(at.services, await workbook())).toMatchObject({ terms: 4, before: 4 })
  for (const locale of locales) {
    const categories = await page(`/${locale}/codes`)
    expect(categories).toContain('EQUIPMENT')
    expect(categories).not.toContain('DEMO INSTRUMENTS')
    expect(categories).not.toMatch(/undefined|\[object|NaN/)
  }
  expect(await page('/en/codes?under=Z12')).toContain('DEMO ENDOSCOPES')
  expect(await page('/en/codes?q=z1202')).toContain('DEMO RIGID ENDOSCOPES')
  expect(await page('/de/codes?q=rigid+endoscope')).toContain('DEMO RIGID ENDOSCOPES')
  expect(await page('/en/codes?q=%25')).not.toContain('DEMO')
  expect(await (await at.get('/api/v1/codes?under=Z')).json()).toMatchObject({
    isLoaded: true,
    codes: [{ code: 'Z12', term: 'DEMO INSTRUMENTS', above: ['EQUIPMENT'], hasBelow: true }],
  })

  const { parties } = await makeAlliance(at, 1)
  const firm = await makeOrganisation(at.db, { name: 'Demo firm', country: 'JP' })
  await makeMember(at.db, firm, await makeCluster(at.db, parties[0]!))
  const item = {
    jmdn: [],
    euClass: null,
    japanClass: null,
    trl: null,
    name: { original: 'en' as const, text: { en: 'Scope' } },
  }
  await writePart(at.services, await scopeOf(at, parties[0]!.coordinator), {
    organisationId: firm.id,
    group: 'products',
    content: { items: [{ ...item, emdn: ['Z1202', 'A99'] }], valueChain: [] },
    visibility: 'public',
  })
  const member = await page(`/en/members/${firm.slug}`)
  expect(member).toContain('DEMO ENDOSCOPES')
  expect(member).toContain('A99')
})

test('what is no nomenclature is refused, and what was loaded stays', async () => {
  const head = rows[1]!.map(String)
  expect(termsIn([head, ['', '', 'Z1202', 'WITHOUT ONE ABOVE', '']])).toBeNull()
  expect(termsIn([head, ['', '', 'Z', 'ONCE', ''], ['', '', 'Z', 'TWICE', '']])).toBeNull()
  expect(termsIn([['Name', 'City']])).toBeNull()
  await loadNomenclature(at.services, await workbook())
  expect(await loadNomenclature(at.services, new TextEncoder().encode('Name;City'))).toEqual({
    refused: 'no-nomenclature',
  })
  expect(await page('/en/codes')).toContain('EQUIPMENT')
})

const official = join(root, '../shared/data/emdn/emdn_v2.xlsx')

test.skipIf(!existsSync(official))(
  'the official workbook is read whole, and found in words of five languages',
  async () => {
    try {
      expect(await loadNomenclature(at.services, new Uint8Array(readFileSync(official)))).toMatchObject({ terms: 8454 })
      const known = new Set((await at.db.selectFrom('emdn_term').select('code').execute()).map(({ code }) => code))
      expect(concepts().flatMap(({ emdn }) => emdn.filter((code) => !known.has(code)))).toEqual([])
      for (const words of ['内視鏡', 'endoscopio', 'Endoskop', 'endoscope'])
        expect(await page(`/en/codes?q=${encodeURIComponent(words)}`), words).toContain(
          'GASTROINTESTINAL ENDOSCOPY DEVICES',
        )
    } finally {
      await loadNomenclature(at.services, await workbook())
    }
  },
)
