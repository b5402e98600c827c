import type { Catalogue } from '../en.ts'

export const api: Catalogue['api'] = {
  title: 'API',
  lede: '画面でできることは、すべてプログラムからも、同じ手続きと同じ規則のもとで行えます。',
  tokens:
    'トークンは、アカウントのページで用途と期間を選んで作成し、Bearerトークンとして送信します。クッキーは使用されません。公開されている情報にトークンは不要です。',
  errors:
    '受け付けられない場合は、problem+json（RFC 9457）で応答します。`code` はプログラム向けの変わらないコード、`title` は要求された言語の文です。一覧はページごとに取得し、応答の `next` を次の要求の `before` に指定します。',
  retries:
    '要求は繰り返しても差し支えありません。すでに済んだことは専用のコードで断られ、二重に実行されることはありません。例外（協定の起案、条項の追加と移動、変更の提案）には、その旨を記しています。',
  inEnglish: '各操作の説明は英語です。',
  document: 'OpenAPI 3.1 文書（JSON）',
  needs: '必要な権限',
  public: 'トークン不要',
  anyToken: '任意のトークン',
  parameters: 'パラメーター',
  body: '本文',
  answer: '応答',
  refusals: 'エラー',
  code: 'コード',
  status: 'ステータス',
  meaning: '意味',
  bodySchema: '本文のスキーマ',
  answerSchema: '応答のスキーマ',
  always: 'すべての操作に共通する応答は、OpenAPI 文書に記載しています。',
  operations: '操作の一覧',
}
