import type { Catalogue } from '../en.ts'

export const common: Catalogue['common'] = {
  product: 'Musubi',
  tagline: '調印から、実りある連携へ',
  skipToContent: '本文へ移動',
  language: '言語',
  menu: 'メニュー',
  nav: {
    label: '主なページ',
    today: '今日',
    organisations: '団体',
    agreements: '協定',
    directory: '会員名簿',
    exchange: '交流',
    events: 'イベント',
    releases: '報道発表',
    verify: '検証',
    about: 'このサービスについて',
  },
  account: { signIn: 'サインイン', signOut: 'サインアウト', signedInAs: (p) => `${p.name} としてサインイン中` },
  demonstration: '見本',
  demonstrationBanner: 'これは見本です。登場する操作者は架空であり、ここでの署名に効力はありません。',
  embeddedBanner:
    '組み込みデータベースで動作しています。試用や小規模な事務局に適しています。実際の署名には、PostgreSQLをお使いください。',
  actions: {
    save: '保存',
    cancel: '取り消し',
    back: '戻る',
    continue: '次へ',
    edit: '編集',
    remove: '削除',
    close: '閉じる',
    search: '検索',
  },
  footer: { licence: 'EUPL 1.2によるフリーソフトウェア', api: 'API', styleguide: 'スタイルガイド', status: '稼働状況' },
}
