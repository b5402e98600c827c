import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const codes: Catalogue['codes'] = {
  title: 'EMDNコードの検索',
  lookUp: 'EMDNコードを調べる',
  lede: '機器の名称（5言語のいずれか）またはコードの先頭から検索できます。',
  question: '機器名またはコード',
  questionHint: '例：内視鏡、endoscope、Z1202',
  find: '検索',
  all: '分類の一覧へ',
  found: (p) => plural('ja', p.count, { other: `#件のコード` }),
  code: 'コード',
  term: '名称（英語）',
  further: '関連',
  members: '会員',
  below: (p) => `${p.code}の下位`,
  none: {
    title: '該当するコードがありません',
    body: '別の言葉で検索するか、分類の一覧からお探しください。',
  },
  more: 'ほかにもあります。語を絞り込んでください。',
  source: '欧州医療機器用語集（EMDN）。欧州委員会が公表し、運営者が読み込んだものです。',
  notLoaded: {
    title: '用語集がまだ読み込まれていません',
    body: '運営者が「musubi emdn load」で欧州委員会の公式ファイルを読み込むと検索できます。コードの入力は読み込みがなくても可能です。',
  },
}
