import { expect, test } from 'vitest'
import type { EventView } from '../../events/event.ts'
import { textOf } from './composed.ts'
import { composeRelease } from './composing.ts'
import { recordFromEvent } from './recordFromEvent.ts'
import { linesOf } from './slips.ts'

const said = (ja: string, en: string) => ({ original: 'ja' as const, text: { ja, en } })

const event: EventView = {
  id: 'e',
  slug: 'signing',
  kind: 'signing-ceremony',
  title: said('覚書調印式', 'Signing of a memorandum'),
  subtitle: null,
  description: said('甲機構は、乙連合と覚書を締結いたします。', 'Organisation A concludes a memorandum with B.'),
  zone: 'Asia/Tokyo',
  place: { ja: '神戸', en: 'Kobe' },
  begins: new Date('2022-03-22T08:00:00Z'),
  ends: new Date('2022-03-22T08:40:00Z'),
  venue: { kind: 'hybrid', provider: 'zoom-webinar', name: said('神戸市役所', 'Kobe City Hall') },
  languages: ['ja', 'en'],
  interpretation: [],
  leadOrganisationId: 'a',
  hostIds: ['a', 'b'],
  hosts: [
    {
      organisationId: 'a',
      slug: 'a',
      name: said('甲機構', 'Organisation A'),
      country: 'JP',
      zone: 'Asia/Tokyo',
      seat: null,
      isLead: true,
    },
    {
      organisationId: 'b',
      slug: 'b',
      name: said('乙連合', 'Alliance B'),
      country: 'FR',
      zone: 'Europe/Paris',
      seat: null,
      isLead: false,
    },
  ],
  agreementId: null,
  demonstration: true,
  published: null,
  cancelled: null,
  sequence: 0,
  programme: [],
  categories: [
    {
      id: 'c',
      eventId: 'e',
      kind: 'press',
      title: said('報道', 'Press'),
      opensAt: null,
      closesAt: new Date('2022-03-22T03:00:00Z'),
      closesInclusive: true,
      zone: 'Asia/Tokyo',
      capacity: null,
      capPerAffiliation: null,
      needsApproval: true,
      waitingList: true,
      lateQueue: false,
      fields: [],
    },
  ],
}

const known = {
  issuedOn: '2022-03-20',
  signatories: [
    {
      organisationId: 'b',
      organisation: { en: 'Alliance B' },
      name: { label: { ja: '見本署名者', en: 'Demonstration signatory' } },
      office: said('代表', 'Chair'),
      country: 'FR',
    },
    {
      organisationId: 'a',
      organisation: { ja: '甲機構' },
      name: { order: 'family-first' as const, native: { family: '見本', given: '太郎' } },
      office: said('理事', 'Director'),
      country: 'JP',
    },
  ],
  contact: {
    organisation: said('甲機構', 'Organisation A'),
    unit: said('広報課', 'Press office'),
    people: [],
    telephone: '078-000-0000',
    address: 'press@demo.example',
  },
  page: 'https://musubi.example/ja/events/signing/registration/press',
  rules: [said('画面の撮影が可能です。', 'The screen may be photographed.')],
  marks: [],
}

test('an event on record becomes an official release', () => {
  const record = recordFromEvent(event, known)
  expect(record && linesOf(composeRelease(record, 'ja')).map(textOf)).toEqual([
    '報道発表資料',
    '令和４年３月２０日',
    '報道関係者各位',
    '甲機構',
    '覚書調印式',
    '甲機構は、乙連合と覚書を締結いたします。',
    '１．概要',
    '（１）日　時：',
    '令和４年３月２２日（火）１７：００～１７：４０（日本時間）',
    '（２）出席者',
    '相手方：',
    '（フランス）Alliance B, 代表　見本署名者',
    '当　方：',
    '甲機構　理事　見本　太郎',
    '（３）会　場：',
    '神戸市役所、オンライン併催',
    '２．取材について',
    '画面の撮影が可能です。',
    '参加を希望される報道関係の方は、次のページからお申し込みください。https://musubi.example/ja/events/signing/registration/press',
    '申込期限：令和４年３月２２日（火）１２：００（日本時間）',
    '＜取材に関するお問い合わせ先＞',
    '甲機構',
    '広報課',
    'TEL：０７８－０００－００００　E-mail：press@demo.example',
    '以上',
  ])
  expect(record && linesOf(composeRelease(record, 'en')).map(textOf)).toContain(
    'Tuesday 22 March 2022, 5:00–5:40\u00A0p.m. Kobe time (9:00–9:40\u00A0a.m.\u00A0CET)',
  )
})

test('without a host there is nobody to issue it', () => {
  expect(recordFromEvent({ ...event, hosts: [] }, known)).toBeNull()
})
