import type { AgreementDocument, DocumentSignatory } from './document.ts'

/**
 * A memorandum to try the paper with. The organisations, people and offices are those of the public notice of March 2022; the wording is ours, and
 * the paper says on every page that it is a demonstration.
 */
export const exampleDocument: AgreementDocument = {
  reference: 'MOU-2022-001',
  title: { ja: '相互交流及び支援に関する覚書', en: 'Memorandum of Understanding on Mutual Exchange and Support' },
  languages: ['ja', 'en'],
  preamble: {
    ja: '公益財団法人神戸医療産業都市推進機構と、MAGIAを構成する４つのクラスター（以下「当事者」という。）は、医療機器分野における会員企業の国際競争力を高めるため、対等かつ互恵の立場で次のとおり合意する。',
    en: 'The Foundation for Biomedical Research and Innovation at Kobe and the four clusters that form MAGIA (the “Parties”), wishing to raise the international competitiveness of their member companies in the field of medical devices, agree on an equal and mutually beneficial footing as follows.',
  },
  demonstration: { ja: '見本', en: 'DEMONSTRATION' },
  modelNotice: {
    ja: 'この文案は練習用の見本であり、法的助言ではありません。使用する前に、各国の専門家の確認を受けてください。',
    en: 'This wording is a model for practice and not legal advice. Have it reviewed by counsel in each country before use.',
  },
  parties: [
    {
      name: {
        ja: '公益財団法人神戸医療産業都市推進機構',
        en: 'Foundation for Biomedical Research and Innovation at Kobe (FBRI)',
      },
      legalForm: '公益財団法人',
      seat: { ja: '神戸市', en: 'Kobe, Japan' },
    },
    ...(
      [
        ['bioPmed', 'イタリア・ピエモンテ', 'Piemonte, Italy'],
        ['BioWin', 'ベルギー・ワロン', 'Wallonia, Belgium'],
        [
          'Life Science Nord',
          'ドイツ・ハンブルク、シュレスヴィヒ・ホルシュタイン',
          'Hamburg and Schleswig-Holstein, Germany',
        ],
        ['Lyonbiopole', 'フランス・オーベルニュ＝ローヌ＝アルプ', 'Auvergne-Rhône-Alpes, France'],
      ] as const
    ).map(([name, ja, en]) => ({ name: { en: name }, seat: { ja, en }, memberOf: { en: 'MAGIA' } })),
  ],
  clauses: [
    {
      number: 1,
      heading: { ja: '目的', en: 'Purpose' },
      body: {
        ja: '本覚書は、当事者間の相互交流及び相互支援を通じて、医療機器分野における会員企業、とりわけ中小企業の国際競争力を強化することを目的とする。',
        en: 'The purpose of this Memorandum is to strengthen, through mutual exchange and mutual support between the Parties, the international competitiveness of their member companies in the field of medical devices, and of small and medium-sized enterprises in particular.',
      },
      binding: false,
    },
    {
      number: 2,
      heading: { ja: '協力の範囲', en: 'Scope of cooperation' },
      body: {
        ja: '当事者は、次に掲げる事項について協力する。\n\n(1) 会員企業の技術上及び事業上のニーズに関する情報の交換\n(2) 商談会、展示会及び訪問団の受入れに係る相互の支援\n(3) 薬事規制、保険償還及び市場環境に関する知見の共有',
        en: 'The Parties shall cooperate in the following matters:\n\n(1) exchange of information on the technological and business needs of member companies;\n(2) mutual support for business meetings, trade fairs and the reception of delegations;\n(3) sharing of knowledge on regulation, reimbursement and market conditions.',
      },
      binding: false,
    },
    {
      number: 3,
      heading: { ja: '連絡担当者', en: 'Contact persons' },
      body: {
        ja: '1. 各当事者は、本覚書の発効後30日以内に連絡担当者１名を定め、他の当事者に通知する。\n2. 連絡担当者が交代するときは、前任者は後任者に次の事項を引き継ぐ。\n(1) 進行中の紹介及び商談\n(2) 期限の定めのある約束\n3. 当事者は、四半期に一度、オンラインで進捗を確認する。',
        en: '1. Each Party shall name one contact person within thirty days of the entry into force of this Memorandum and notify the other Parties.\n2. When a contact person changes, the predecessor shall hand over to the successor:\n(1) introductions and negotiations in progress;\n(2) commitments that have a due date.\n3. The Parties shall review progress online once every quarter.',
      },
      binding: false,
    },
    {
      number: 4,
      heading: { ja: '紹介', en: 'Introductions' },
      body: {
        ja: '当事者は、他の当事者の会員企業から紹介の申出を受けたときは、10営業日以内に受諾、辞退又は追加情報の要請のいずれかを回答する。\n\n紹介は、両当事者の連絡担当者を経て行い、会員企業の名称は、当該会員企業の同意を得るまで開示しない。',
        en: 'A Party that receives a request for an introduction from a member company of another Party shall answer within ten business days by accepting it, declining it, or asking for further information.\n\nIntroductions shall pass through the contact persons of both Parties; the name of a member company shall not be disclosed before that company has consented.',
      },
      binding: false,
    },
    {
      number: 5,
      heading: { ja: '秘密保持', en: 'Confidentiality' },
      body: {
        ja: '1. 当事者は、本覚書に関して他の当事者から秘密である旨を明示して開示された情報を、事前の書面による同意なく第三者に開示しない。\n2. 前項の義務は、本覚書の終了後３年間存続する。',
        en: '1. A Party shall not disclose to third parties, without prior written consent, information that another Party has disclosed to it in connection with this Memorandum and expressly marked as confidential.\n2. The obligation of the preceding paragraph shall survive the end of this Memorandum for three years.',
      },
      binding: true,
    },
    {
      number: 6,
      heading: { ja: '費用', en: 'Costs' },
      body: {
        ja: '各当事者は、本覚書に基づく活動に要する自らの費用を負担する。',
        en: 'Each Party shall bear its own costs of activities under this Memorandum.',
      },
      binding: false,
    },
    {
      number: 7,
      heading: { ja: '法的性質', en: 'Legal nature' },
      body: {
        ja: '本覚書は、第５条を除き、当事者に法的拘束力のある義務を課すものではない。',
        en: 'Except for Article 5, this Memorandum does not create legally binding obligations for the Parties.',
      },
      binding: true,
    },
    {
      number: 8,
      heading: { ja: '有効期間', en: 'Term' },
      body: {
        ja: '本覚書は、最後の当事者が署名した日に発効し、２年間有効とする。期間満了の３か月前までに当事者が協議し、書面により更新することができる。',
        en: 'This Memorandum enters into force on the day on which the last Party signs and remains in force for two years. The Parties shall consult three months before it expires and may renew it in writing.',
      },
      binding: false,
    },
    {
      number: 9,
      heading: { ja: '正文', en: 'Authentic texts' },
      body: {
        ja: '本覚書は、日本語及び英語を正文とし、両正文は等しく効力を有する。',
        en: 'This Memorandum is drawn up in Japanese and English, both texts being equally authentic.',
      },
      binding: false,
    },
  ],
  signatories: [
    signatory(1, '村上 雅義', 'Murakami Masayoshi', '専務理事', 'Senior Managing Director', {
      ja: '公益財団法人神戸医療産業都市推進機構',
      en: 'Foundation for Biomedical Research and Innovation at Kobe',
    }),
    signatory(2, 'Alberta Pasquero', 'Alberta Pasquero', '最高経営責任者', 'CEO', { en: 'bioPmed' }),
    signatory(3, 'Sylvie Ponchaut', 'Sylvie Ponchaut', 'マネージングディレクター', 'Managing Director', {
      en: 'BioWin',
    }),
    signatory(4, 'Damir Pavkovic', 'Damir Pavkovic', 'マーケティング責任者', 'Head of Marketing', {
      en: 'Life Science Nord',
    }),
    signatory(5, 'Florence Agostino-Etchetto', 'Florence Agostino-Etchetto', '最高経営責任者', 'CEO', {
      en: 'Lyonbiopole',
    }),
  ],
  created: new Date('2022-03-22T08:00:00Z'),
  textSha256: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9',
  verifyUrl: 'https://musubi.example/verify',
}

function signatory(
  seat: number,
  native: string,
  latin: string,
  ja: string,
  en: string,
  organisation: DocumentSignatory['organisation'],
): DocumentSignatory {
  return {
    field: `sig_p${String(seat).padStart(2, '0')}`,
    name: { native, latin },
    office: { ja, en },
    organisation,
    ground: { ja: '署名権限：役職（見本のための記載）', en: 'Authority: office (stated for demonstration)' },
  }
}
