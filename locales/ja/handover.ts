import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const handover: Catalogue['handover'] = {
  title: '引継ぎ',
  lede: '未完了の事項、期限、有効な協定、相手方、最後に話した内容。後任者が初日に必要とすることを一枚にまとめています。',
  of: (p) => `${p.name}の担当事項（${p.organisation}）`,
  colleagues: 'ほかの担当者',
  noPlace: '管理者またはコーディネーターを務める組織がありません。担当する組織があると、ここに担当事項が表示されます。',
  open: '未完了の事項',
  nothingOpen: '未完了の事項はありません。',
  agreements: '協定',
  noAgreements: '有効または協議中の協定はありません。',
  noTerm: '未発効または期間不明',
  known: '相手方と最後に話した内容',
  nobodyKnown: '接触記録はまだありません。',
  toResponsibilities: '担当事項・接触記録・引継ぎ',
  toLog: '接触記録へ',
  before: 'これまでの引継ぎ',
  neverBefore: 'これまでに引継ぎはありません。',
  columns: {
    what: '内容',
    agreement: '協定',
    until: '有効期限',
    who: '相手方',
    last: '最後の接触',
    said: '合意した内容',
  },
  passOn: {
    title: '引継ぎの実行',
    explanation:
      'この担当者の名義になっている上記の事項をすべて、一度に後任者へ移します。一部だけが移ることはありません。後任者にはメールで通知します。',
    to: '後任者',
    note: '後任者への申し送り',
    optional: '任意',
    noteHint: '相手方の決裁者、配慮が必要な点、次に予定されていることなどをご記入ください。',
    endsRoles: 'この担当者は離任するため、この組織での役割を終了する',
    endsRolesHint: '終了後、この担当者はこの組織のために操作できなくなります。',
    action: 'すべて引き継ぐ',
  },
  past: (p) => plural('ja', p.count, { other: `${p.date}　${p.from}から${p.to}へ　#件` }),
  done: '引継ぎが完了しました。後任者にメールで通知しました。',
  refusals: {
    'not-yours': '引き継げるのはご自身の担当事項です。ほかの担当者の分は管理者が引き継ぎます。',
    'same-person': '引継ぎ元とは別の担当者を選んでください。',
    'not-a-colleague': 'この組織の管理者またはコーディネーターを選んでください。それ以外の方は先に招待してください。',
    'last-manager': 'この組織の最後の管理者です。先に別の管理者を任命してから役割を終了してください。',
  },
  mail: {
    subject: (p) => `${p.organisation}：${p.from}からの引継ぎ`,
    greeting: (p) => `${p.name}様`,
    body: (p) =>
      plural('ja', p.count, {
        other: `${p.organisation}において、${p.from}から担当事項が引き継がれました。#件が新たにあなたの担当となっています。`,
      }),
    note: '前任者からの申し送り：',
    action: '担当事項を確認する',
    footer: 'このメールは、この組織の担当者としてお送りしています。',
  },
}
