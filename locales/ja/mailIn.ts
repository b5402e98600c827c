import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const mailIn: Catalogue['mailIn'] = {
  title: (p) => `メールからの記録：${p.organisation}`,
  short: 'メールからの記録',
  lede: '事務局専用アドレスにメールを送信・CC・転送すると、ここに届きます。担当者が記録や依頼にするまで保留され、自動で登録されることはありません。',
  toLog: '接触記録へ',
  notConfigured: 'このシステムではメールの受信が設定されていません。運営者にご依頼ください。',
  address: '事務局専用アドレス',
  secret: 'このアドレスを知っている人は誰でも送信できます。不審なメールが届く場合は変更してください。',
  noAddress: 'まだありません。',
  make: 'アドレスを作成',
  renew: 'アドレスを変更',
  none: {
    title: '保留中のメールはありません',
    body: 'アドレスに送信すると、数秒でここに表示されます。',
  },
  noSubject: '（件名なし）',
  colleague: (p) => `送信者：${p.sender}（同僚のアドレス。メールの記載による）`,
  outside: (p) => `送信者：${p.sender}（外部、未確認）`,
  people: (p) => `相手：${p.people}`,
  text: '本文',
  files: (p) => `添付ファイル（保存されません）：${p.files}`,
  log: '接触記録に登録',
  ask: '依頼にする',
  discard: '対象外にする',
  aside: '最近対象外にしたもの',
  restore: '元に戻す',
  due: (p) => plural('ja', p.count, { other: `記録待ちのメールが#件あります` }),
  notices: {
    renewed: '新しいアドレスが有効になりました。以前のアドレス宛ては受信しません。',
    discarded: '対象外にしました。30日間は元に戻せます。',
    restored: '保留に戻しました。',
  },
}
