import type { Catalogue } from '../en.ts'

export const consents: Catalogue['consents'] = {
  title: (p) => `担当者情報の第三国提供への同意：${p.member}`,
  short: '第三国提供への同意',
  lede: '欧州経済領域と日本の間は十分性認定により、同一国内ではそのまま、担当者情報を提供できます。それ以外の国への提供には本人の同意が必要です。同意の記録がない限り、その国の方には表示しません。',
  none: {
    title: '同意の記録はありません',
    body: '日本および欧州経済領域の連携先への提供には不要です。',
  },
  country: '国',
  countryHint: '国名または2文字のコード',
  given: '同意の記録日',
  state: '状態',
  stands: '有効',
  withdrawnOn: (p) => `${p.day}に撤回`,
  withdraw: '撤回',
  withdrawFor: (p) => `${p.country}への同意を撤回`,
  add: '同意を記録する',
  how: '同意の取得方法',
  howHint: '例：2026年5月3日付同意書（事務局保管）',
  agreed: '当該会員の担当者全員が内容を理解し、同意しています',
  record: '同意を記録',
  toProfile: '会員情報へ',
  unknownCountry: 'この名称の国は見つかりません。',
  notices: {
    recorded: '同意を記録しました。',
    withdrawn: '撤回しました。今後、その国の方には担当者を表示しません。',
  },
  refusals: {
    'not-yours': 'この会員情報を管理できるのは、会員本人と所属クラスターのコーディネーターだけです。',
    'no-consent-needed': 'この国への提供には別の法的根拠があるため、同意は不要です。',
    'no-such-consent': '該当する同意がないか、すでに撤回されています。',
  },
}
