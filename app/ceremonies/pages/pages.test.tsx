import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { locales } from '../../language/locales.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import { ceremonyNow } from '../sheets.ts'
import { type Moment, sampleBoard } from '../testing/sampleBoard.ts'
import { CuesPage } from './cues.tsx'
import { driftNow } from './cueSheet.ts'
import { lineFor, PressPage } from './press.tsx'
import type { Reader, Setting } from './reader.ts'
import { isTurnOf } from './signatory.tsx'
import { StagePage } from './stage.tsx'
import { ViewerPage } from './viewer.tsx'

const moments: Moment[] = ['planned', 'opening', 'signing', 'photo', 'questions', 'paused', 'aborted', 'ended']
const setting: Setting = {
  begins: '2022-03-22T08:00:00.000Z',
  ends: '2022-03-22T08:40:00.000Z',
  zone: 'Asia/Tokyo',
  place: { ja: '神戸', en: 'Kobe' },
  languages: ['ja', 'en'],
  demonstration: true,
  cancelled: null,
}
const tongues = (['ja', 'en'] as const).map((locale) => ({ locale, t: catalogues[locale] }))
const readers: Reader[] = locales.map((locale) => ({ t: catalogues[locale], locale, zone: 'America/New_York' }))
const english: Reader = { t: catalogues.en, locale: 'en', zone: null }

/** A view is written out where it is put into a text. */
const written = (view: unknown): string => String(view)

const stage = (moment: Moment) =>
  written(<StagePage board={sampleBoard(moment)} setting={setting} page="/x" stream="/s" tongues={tongues} />)
const viewer = (reader: Reader, moment: Moment) =>
  written(<ViewerPage {...reader} board={sampleBoard(moment)} setting={setting} page="/x" stream="/s" />)
const sheetAt = (moment: Moment, now: string) => {
  const board = sampleBoard(moment)
  const ahead = board.stages.filter(({ beganAt }) => beganAt === null)
  return { board, cues: {}, ahead, undoable: null, saw: 1, now, questions: [] }
}
const cues = written(
  <CuesPage {...english} sheet={sheetAt('signing', '2022-03-22T08:20:00Z')} setting={setting} stream="/s" base="/x" />,
)

/** What a reader gets: elements that are hidden, and templates, are left out with all that is in them. */
function visible(html: string): string {
  let unseen = 0
  let text = ''
  for (const [, closing, tag = '', attributes = '', between = ''] of html.matchAll(/<(\/?)([\w-]+)([^>]*)>([^<]*)/g)) {
    const isVoid = attributes.endsWith('/')
    if (closing && unseen > 0) unseen--
    else if (!closing && !isVoid && (unseen > 0 || tag === 'template' || / hidden(?:=|\s|$)/.test(attributes))) unseen++
    if (unseen === 0) text += ` ${between}`
  }
  return text.replaceAll(/\s+/g, ' ')
}

const everyPage = [
  ...moments.map((moment) => [`the shared screen, ${moment}`, stage(moment)] as const),
  ...readers.map((reader) => [`the viewer’s page in ${reader.locale}`, viewer(reader, 'signing')] as const),
  ['the cue sheet', cues] as const,
]

describe.each(everyPage)('%s', (_, html) => {
  test('holds nothing inline that the security policy would refuse', () => {
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/\son[a-z]+=/)
  })

  test('has ids that are its own, and finds what it points at', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const pointed = [
      ...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g),
      ...html.matchAll(/href="#([^"]+)"/g),
      ...html.matchAll(/url\(#([^)]+)\)/g),
    ].flatMap(([, list]) => list!.split(' '))
    expect(pointed.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('has one first heading, and names its pictures', () => {
    expect(html.match(/<h1/g)).toHaveLength(1)
    for (const [tag] of html.matchAll(/<svg[^>]*role="img"[^>]*>/g)) expect(tag).toMatch(/aria-label="[^"]+"/)
  })
})

test('every class that a page wears is known to a style sheet', () => {
  const css = globSync(join(import.meta.dirname, '../../styles/*.css'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const known = new Set([...css.matchAll(/\.([a-z][a-z0-9-]*)/g)].map(([, name]) => name!))
  const worn = everyPage.flatMap(([, html]) =>
    [...html.matchAll(/class="([^"]+)"/g)].flatMap(([, list]) => list!.split(' ')),
  )
  // Tones of a state and kinds of a scene that look like the others are names for whoever wants to set them otherwise.
  const bare = [...new Set(worn)].filter((name) => !known.has(name) && !/^(?:scene|status)-/.test(name))
  expect(bare).toEqual([])
})

describe('the shared screen', () => {
  test('speaks both languages of the ceremony, each passage in its own', () => {
    const html = stage('photo')
    expect(html).toContain('<span class="tongue" lang="ja">令和4年3月22日(火)</span>')
    expect(html).toContain('<span class="tongue" lang="en">Tuesday 22 March 2022</span>')
    expect(html).toContain('<span class="tongue" lang="ja">専務理事</span>')
    expect(html).toContain('<span class="tongue" lang="en">Executive Director</span>')
    // Said alike in both, it is said once.
    expect(html.match(/>BioModèle Wallonie</g)).toHaveLength(1)
  })

  test('says that it is a demonstration in every scene', () => {
    for (const moment of moments) expect(visible(stage(moment))).toMatch(/見本\s+DEMONSTRATION/)
  })

  test('has the names in the agreed order, whatever the order of signing', () => {
    const places = ['見本 太郎', 'Alberta Esempio', 'Sylvie Exemple', 'Damir Mustermann', 'Florence'].map((name) =>
      stage('photo').indexOf(`>${name}`),
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
  })
})

describe('the viewer’s page', () => {
  test.each(readers)('says each state in a word in $locale', (reader) => {
    const words = catalogues[reader.locale].ceremonies.signatoryStates
    const text = visible(viewer(reader, 'signing'))
    for (const state of ['signed', 'ready', 'awaiting'] as const) expect(text).toContain(words[state])
    expect(text).not.toContain(words.prevented)
  })

  test('tells times at the place of the ceremony and where the reader is', () => {
    const reader: Reader = { ...english, zone: 'Europe/Berlin' }
    expect(visible(viewer(reader, 'planned'))).toContain('Planned 17:27 in Kobe 09:27 where you are')
  })

  test('says where the reader’s day is another', () => {
    const west: Reader = { ...english, zone: 'Pacific/Honolulu' }
    expect(visible(viewer(west, 'planned'))).toContain('(Monday 21 March)')
  })
})

test('a ceremony that was cancelled says so first, with the reason', () => {
  const cancelled = { reason: { original: 'en' as const, text: { en: 'A typhoon is on its way' } } }
  const page = (
    <ViewerPage {...english} board={sampleBoard('planned')} setting={{ ...setting, cancelled }} page="/x" stream="/s" />
  )
  expect(visible(written(page))).toMatch(/will not take place A typhoon is on its way/)
})

test('a ceremony runs late by its stage, or by the next that should have begun', () => {
  expect(driftNow(sheetAt('signing', '2022-03-22T08:20:00Z'))).toBe(1)
  expect(driftNow(sheetAt('signing', '2022-03-22T08:31:30Z'))).toBe(4)
  expect(driftNow(sheetAt('planned', '2022-03-22T09:00:00Z'))).toBeNull()
})

test('a past ceremony that is shown again says so, and how fast', () => {
  const replay = { at: '2022-03-22T08:00:00Z', since: '2026-11-23T10:00:00Z', speed: 20 }
  const board = { ...sampleBoard('opening'), replay }
  const page = <ViewerPage {...english} board={board} setting={setting} page="/x" stream="/s" />
  expect(visible(written(page))).toContain('Replay of a past ceremony at 20 times its speed.')
  expect(visible(viewer(english, 'opening'))).not.toContain('Replay of a past ceremony')
})

test('in a replay the cue sheet goes by the afternoon that is shown again', () => {
  const wall = { now: () => new Date('2026-11-23T10:01:00Z') }
  expect(ceremonyNow({ replay: null }, wall)).toEqual(wall.now())
  const replay = { at: '2022-03-22T08:00:00Z', since: '2026-11-23T10:00:00Z', speed: 20 }
  expect(ceremonyNow({ replay }, wall)).toEqual(new Date('2022-03-22T08:20:00Z'))
})

test('it is somebody’s turn when all with a lower place have signed', () => {
  const board = sampleBoard('signing', 3)
  const turn = board.signatories.filter((signatory) => isTurnOf(board, signatory)).map(({ id }) => id)
  expect(turn).toEqual(['signatory-5'])
})

test('names to copy stand in the order in which the language writes them', () => {
  const [first] = sampleBoard('signing').signatories
  if (!first) throw new Error('The sample has signatories.')
  expect(lineFor(first, 'ja')).toBe('公益財団法人見本医療産業都市推進機構 専務理事 見本 太郎')
  expect(lineFor(first, 'en')).toMatch(/^Tarō Mihon, Executive Director, Foundation for Sample/)
})

test('somebody without a seat reads along and is told how to ask', () => {
  const page = (
    <PressPage
      {...english}
      board={sampleBoard('signing')}
      setting={setting}
      stream="/s"
      base="/x"
      seat={null}
      rules={null}
      own={[]}
      draftId={null}
      links={[]}
    />
  )
  expect(visible(written(page))).toContain('Accredited journalists ask here')
  expect(written(page)).not.toContain('<textarea')
})
