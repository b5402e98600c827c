import type { Content, Translated } from '../../language/translated.ts'
import type { StoredName } from '../../organisations/storedName.ts'
import type { Board, BoardSignatory, BoardStage, LiveQuestion, StageKind } from '../board.ts'

/** An afternoon like the real one, with nobody real in it: five signatories who are named as samples in five countries. */
export type Moment =
  | 'planned'
  | 'opening'
  | 'signing'
  | 'signed'
  | 'photo'
  | 'questions'
  | 'paused'
  | 'aborted'
  | 'ended'

const inEnglish = (text: Translated): Content => ({ original: 'en', text })

const run: [StageKind, string, number, Translated][] = [
  ['doors', '07:45', 15, { ja: '開場', en: 'Doors open', fr: 'Ouverture des portes', de: 'Einlass', it: 'Apertura' }],
  ['opening', '08:00', 3, { ja: '開会', en: 'Opening', fr: 'Ouverture', de: 'Eröffnung', it: 'Apertura dei lavori' }],
  [
    'speech',
    '08:03',
    9,
    {
      ja: '両代表あいさつ',
      en: 'Addresses of both sides',
      fr: 'Allocutions des deux parties',
      de: 'Grußworte beider Seiten',
      it: 'Saluti delle due parti',
    },
  ],
  ['signing', '08:12', 15, { ja: '署名', en: 'Signing', fr: 'Signature', de: 'Unterzeichnung', it: 'Firma' }],
  ['photo', '08:27', 5, { ja: '写真撮影', en: 'Photograph', fr: 'Photographie', de: 'Fototermin', it: 'Fotografia' }],
  ['closing', '08:32', 8, { ja: '閉会', en: 'Closing', fr: 'Clôture', de: 'Abschluss', it: 'Chiusura' }],
  ['questions', '08:40', 20, { ja: '質疑応答', en: 'Questions', fr: 'Questions', de: 'Fragen', it: 'Domande' }],
]

type Person = [StoredName, Content, Translated, string, string]

const people: Person[] = [
  [
    {
      order: 'family-first',
      native: { family: '見本', given: '太郎' },
      latin: { family: 'Mihon', given: 'Tarō' },
      kana: { family: 'みほん', given: 'たろう' },
    },
    { original: 'ja', text: { ja: '専務理事', en: 'Executive Director', de: 'Geschäftsführender Vorstand' } },
    {
      ja: '公益財団法人見本医療産業都市推進機構',
      en: 'Foundation for Sample Biomedical Research and Innovation at Mihon',
    },
    'JP',
    'Asia/Tokyo',
  ],
  [
    { order: 'given-first', native: { family: 'Esempio', given: 'Alberta' } },
    inEnglish({ ja: '最高経営責任者（CEO）', en: 'CEO', it: 'Amministratrice delegata' }),
    { en: 'Parco Bioindustria Esempio SpA' },
    'IT',
    'Europe/Rome',
  ],
  [
    { order: 'given-first', native: { family: 'Exemple', given: 'Sylvie' } },
    inEnglish({ ja: 'マネージング・ディレクター', en: 'Managing Director', fr: 'Directrice générale' }),
    { en: 'BioModèle Wallonie' },
    'BE',
    'Europe/Brussels',
  ],
  [
    { order: 'given-first', native: { family: 'Mustermann', given: 'Damir' } },
    inEnglish({ ja: 'マーケティング責任者', en: 'Head of Marketing', de: 'Leiter Marketing' }),
    { en: 'Muster Life Science Management GmbH' },
    'DE',
    'Europe/Berlin',
  ],
  [
    { order: 'given-first', native: { family: 'Échantillon-Spécimen', given: 'Florence' } },
    inEnglish({ ja: '最高経営責任者（CEO）', en: 'CEO', fr: 'Directrice générale' }),
    { en: 'Pôle Échantillon Auvergne-Rhône-Alpes' },
    'FR',
    'Europe/Paris',
  ],
]

const at = (clock: string) => `2022-03-22T${clock}:00.000Z`
const later = (iso: string, minutes: number) => new Date(Date.parse(iso) + minutes * 60_000).toISOString()

const reached: Record<Moment, number> = {
  planned: -1,
  opening: 1,
  signing: 3,
  paused: 3,
  aborted: 3,
  signed: 3,
  photo: 4,
  questions: 6,
  ended: 7,
}

const question: LiveQuestion = {
  id: 'question-1',
  text: {
    original: 'ja',
    text: {
      ja: '医療機器の相互認証について、今後の見通しを教えてください。',
      en: 'What are the prospects for mutual recognition of medical devices?',
    },
  },
  asker: { name: 'Journalist of the sample', outlet: 'Sample News' },
  state: 'live',
  answer: null,
}

/** The board at a moment of the sample's afternoon; `signed` of the five have signed where the moment leaves it open. */
export function sampleBoard(moment: Moment, signed = moment === 'signing' || moment === 'paused' ? 3 : 5): Board {
  const current = reached[moment]
  const done = current < 3 ? 0 : moment === 'aborted' ? 3 : signed
  const signatories = people.map((person, index): BoardSignatory => signatory(person, index, done, current))
  const stages = run.map((entry, index): BoardStage => stage(entry, index, current))
  return {
    eventId: 'event-1',
    slug: 'sample',
    title: {
      original: 'ja',
      text: {
        ja: '欧州の医療クラスター連合と見本医療産業都市推進機構が覚書を締結',
        en: 'Alliance of European medical clusters and the Mihon foundation conclude a memorandum of understanding',
        de: 'Allianz europäischer Medizincluster und die Stiftung Mihon schließen ein Memorandum of Understanding',
      },
    },
    seq: Math.max(0, current * 3 + done),
    standing: standings[moment] ?? 'running',
    standingReason: reasons[moment] ?? null,
    zone: 'Asia/Tokyo',
    stages,
    currentStageId: stages[current]?.id ?? null,
    signatories,
    signedCount: done,
    requiredCount: people.length,
    completedAt: done === people.length ? at('08:25') : null,
    questions: {
      gate: moment === 'questions' || moment === 'ended' ? 'open' : 'closed',
      override: null,
      asked: 4,
      waiting: moment === 'ended' ? 0 : 2,
      answered: moment === 'ended' ? 3 : 1,
      declined: 1,
      live: moment === 'questions' ? [question] : moment === 'ended' ? [answered] : [],
    },
    demonstration: true,
    replay: null,
  }
}

const standings: Partial<Record<Moment, Board['standing']>> = {
  planned: 'planned',
  paused: 'paused',
  aborted: 'aborted',
  ended: 'ended',
}

const reasons: Partial<Record<Moment, Content>> = {
  paused: inEnglish({ ja: '音声の調整のため', en: 'The sound is being adjusted' }),
  aborted: inEnglish({ ja: '停電のため、署名は後日行います', en: 'Power failed; the signing will be completed later' }),
}

const answered: LiveQuestion = {
  ...question,
  state: 'answered',
  answer: {
    text: {
      original: 'en',
      text: { ja: 'まず情報交換から始めます。', en: 'We begin by exchanging information.' },
    },
    by: 'Demonstration signatory',
    at: at('08:48'),
  },
}

function stage([kind, clock, minutes, text]: (typeof run)[number], index: number, current: number): BoardStage {
  const plannedAt = at(clock)
  return {
    id: `stage-${index + 1}`,
    kind,
    title: { original: 'ja', text },
    plannedAt,
    plannedMinutes: minutes,
    beganAt: index <= current ? later(plannedAt, 1) : null,
    endedAt: index < current ? later(plannedAt, minutes + 1) : null,
    skipped: false,
  }
}

function signatory(person: Person, index: number, done: number, current: number): BoardSignatory {
  const [name, office, organisation, country, timeZone] = person
  // The host comes first in the agreed order and signs last, as hosts do.
  const signingOrder = index === 0 ? people.length : index
  const state = signingOrder <= done ? 'signed' : current >= 3 && signingOrder === done + 1 ? 'ready' : 'awaiting'
  return {
    id: `signatory-${index + 1}`,
    organisationId: `organisation-${index + 1}`,
    organisation,
    name,
    office,
    country,
    timeZone,
    displayOrder: index + 1,
    signingOrder,
    state,
    at: state === 'awaiting' ? null : at(`08:${13 + signingOrder * 2}`),
    reason: null,
  }
}
