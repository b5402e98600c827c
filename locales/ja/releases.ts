import type { Catalogue } from '../en.ts'

export const releases: Catalogue['releases'] = {
  title: '報道発表',
  form: {
    kind: '報道発表資料',
    addressees: '報道関係者各位',
    immediate: '即時解禁',
    embargoed: (p) => `報道解禁：${p.until}`,
    uponSignature: '報道解禁：全当事者の署名完了時',
    outline: '概要',
    when: '日時',
    where: '会場',
    attendees: '出席者',
    counterpart: '相手方',
    own: '当方',
    aboutAlliance: (p) => `${p.name}とは`,
    aboutOrganisation: (p) => `${p.name}の概要`,
    programme: (p) => `${p.of}の${p.programme}プログラム`,
    plainProgramme: (p) => `${p.programme}プログラム`,
    takingPart: (p) =>
      p.count === 1 ? `${p.members}が参画しています。` : `${p.members}の${p.word}つのクラスターが参画しています。`,
    takingPartThrough: (p) =>
      p.count === 1
        ? `${p.programme}を通して、${p.members}が参画しています。`
        : `${p.programme}を通して、${p.members}の${p.word}つのクラスターが参画しています。`,
    countWords: ['０', '１', '２', '３', '４', '５', '６', '７', '８', '９', '10', '11', '12'],
    standsFor: (p) => `${p.short}：${p.long}の略称`,
    qualified: {
      exactly: (p) => `${p.counted}：${p.value}`,
      about: (p) => `${p.counted}：約${p.value}`,
      'more-than': (p) => `${p.counted}：${p.value}超`,
    },
    figures: (p) => `数値：${p.figures}。`,
    coverage: '取材について',
    apply: '参加を希望される報道関係の方は、下記＜取材に関するお問い合わせ先＞まで、E-mailにてご連絡ください。',
    deadline: (p) =>
      `参加を希望される報道関係の方は、下記＜取材に関するお問い合わせ先＞まで、E-mailにて${p.until}までにご連絡ください。`,
    applyOnPage: (p) => `参加を希望される報道関係の方は、次のページからお申し込みください。${p.page}`,
    applyUntil: (p) => `申込期限：${p.until}`,
    contact: '＜取材に関するお問い合わせ先＞',
    telephone: (p) => `TEL：${p.number}`,
    address: (p) => `E-mail：${p.address}`,
    closing: '以上',
    notes: '注記',
    countedApart: '各クラスターの数値は数える対象が異なるため、合計することはできません。',
    nativeNames: (p) => `氏名の原語表記：${p.names}`,
    mark: '見本',
    page: (p) => `${p.page}／${p.pages}`,
  },
  slips: {
    title: '原文の誤記・表記ゆれ',
    intro:
      '内容の基となった発表文には、次の誤記等があります。報道発表資料には反映していませんので、発表文の作成者にお知らせください。',
    caption: '原文の記載と報道発表資料での記載',
    columns: { source: '原文', written: '本資料', note: '理由' },
    open: '未修正（要確認）。修正案：',
    additions: '様式により補った事項',
    addition: {
      year: '締切の年（元号）。原文にない場合も必ず記載します。',
      zone: '時刻の時間帯。読者が複数の国にいるため記載します。',
    },
    none: 'この報道発表に誤記等の記録はありません。',
  },
}
