import type { Catalogue } from '../en.ts'

export const agreements: Catalogue['agreements'] = {
  grounds: { office: '職務権限による', 'board-decision': '決裁による', delegation: '委任による' },
  kinds: {
    memorandum: '覚書（MOU）',
    'letter-of-intent': '基本合意書',
    'non-disclosure': '秘密保持契約',
    cooperation: '協力協定',
  },
  standings: {
    drafting: '起案中',
    approving: '承認手続中',
    preparing: '文書作成中',
    signing: '署名手続中',
    'in-force': '発効中',
    ended: '終了',
  },
  mails: {
    invitation: {
      subject: (p) => `ご署名のお願い：${p.title}`,
      greeting: (p) => `${p.name} 様`,
      body: (p) =>
        `「${p.title}」の文面を全当事者が承認しました。${p.organisation}の署名者としてご署名をお願いいたします。下のリンクはご本人専用で、署名の対象となる文書そのものを表示します。同意の前に、6桁の確認コードをこのアドレスにお送りします。`,
      action: '文書を読んで署名する',
      footer: (p) =>
        `協定番号 ${p.reference}。お心当たりのない場合は、何もなさらないでください。リンクを開くだけで署名されることはありません。`,
    },
    code: {
      subject: (p) => `確認コード ${p.code}（同意のお手続き）`,
      greeting: (p) => `${p.name} 様`,
      body: (p) => `「${p.title}」の確認コードは ${p.code} です。15分間、この文書に限り有効です。`,
      footer: 'コードを他の人に伝えないでください。Musubiや他の当事者がコードをお尋ねすることはありません。',
    },
    inForce: {
      subject: (p) => `全員の署名が揃いました：${p.title}`,
      greeting: (p) => `${p.name} 様`,
      body: (p) =>
        `最後の署名が完了し、「${p.title}」が発効しました。有効期限は${p.until}です。署名済みの文書と検証結果は、協定のページでご覧いただけます。`,
      action: '協定のページを開く',
      footer: (p) => `協定番号 ${p.reference}`,
    },
  },
}
