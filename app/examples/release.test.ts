import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { locales } from '../language/locales.ts'
import { readExample } from './reading.ts'
import { readRelease } from './release.ts'
import { recordOfAnnouncement } from './releaseRecord.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const example = await readExample(root)
const record = recordOfAnnouncement(example, await readRelease(root, example))
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

test('every sentence of the record is there in every language', () => {
  const texts = [
    record.title,
    record.subtitle,
    ...record.lead,
    record.event.venue,
    record.alliance?.description,
    record.alliance?.purpose,
    ...record.organisations.map(({ description }) => description),
    ...record.press.rules,
    record.press.contact.unit,
    ...record.marks,
    ...record.slips.map(({ note }) => note),
  ]
  for (const one of texts) for (const locale of locales) expect(one?.text[locale]).toBeTruthy()
})

test('its figures keep what each counts, and where it stands', () => {
  expect(
    record.organisations.map(({ figures }) => figures.map(({ value, qualifier }) => `${qualifier} ${value}`)),
  ).toEqual([['about 100'], ['exactly 238'], ['more-than 500'], ['exactly 245', 'exactly 6']])
})

test.each([
  ['  - slug: biowin\n    written:', '  - slug: biowon\n    written:', 'descriptions: there is no biowon'],
  ['  - slug: gmbh\n', '  - slug: gmhb\n', 'slipNotes: there is no gmhb; slipNotes: gmbh is missing'],
  ['    de: Die Rechtsform schreibt sich GmbH.\n', '', 'release.yaml: slipNotes[5].de'],
  ['Europe/Rome', 'Europe/Ivrea', 'release.yaml: zones[0]: is no time zone'],
])('is refused with its field: %j', async (from, to, message) => {
  const copy = await mkdtemp(join(tmpdir(), 'musubi-release-'))
  folders.push(copy)
  await cp(join(root, 'examples'), join(copy, 'examples'), { recursive: true })
  const path = join(copy, 'examples/magia-kobe/release.yaml')
  await writeFile(path, (await readFile(path, 'utf8')).replace(from, to))
  await expect(readRelease(copy, example)).rejects.toThrow(message)
})
