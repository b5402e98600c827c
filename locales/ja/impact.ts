import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const impact: Catalogue['impact'] = {
  kinds: {
    nda: '秘密保持契約',
    pilot: '試験導入',
    distribution: '販売契約',
    'joint-project': '共同プロジェクト',
    investment: '投資',
    authorisation: '承認・認証の取得',
  },
  dueItem: (p) => `経過の確認：${p.subject}`,
  followUp: {
    title: 'その後の経過',
    since: (p) => plural('ja', p.months, { other: `ご紹介から#か月がたちました。` }),
    question: '現在の状況',
    answers: {
      'nothing-yet': 'まだ進展はない',
      'in-talks': '協議を続けている',
      came: '成果があった',
      ended: '終了した',
    },
    outcome: '成果の種類',
    outcomeHint: '成果があった場合にお選びください。',
    words: 'コメント',
    action: '送信する',
    metOn: '面談日',
    metOnHint: '対面またはオンラインで面談された場合は、直近の日付をご記入ください。',
  },
  outcomes: {
    title: '紹介の成果',
    reported: '報告された成果',
    by: (p) => `報告者：${p.party}`,
    withdraw: 'この報告を取り下げる',
    empty: {
      title: '報告はまだありません',
      body: '契約、試験導入、共同プロジェクトなどの成果が、根拠とともにここに表示されます。',
    },
    form: {
      title: '成果を報告する',
      kind: '種類',
      happenedOn: '日付',
      note: '内容',
      noteHint: '後日、第三者が確認できるようにご記入ください。',
      link: 'リンク',
      action: '報告する',
    },
    asked: {
      title: '経過の確認',
      day: '日付',
      company: '企業',
      answer: '回答',
      none: '未回答',
      unasked: '未確認',
    },
    meetings: {
      title: '両社の面談',
      heldOn: '面談日',
      note: '合意事項',
      action: '面談を記録する',
    },
  },
  report: {
    title: (p) => `${p.organisation}の成果指標`,
    organisation: '組織',
    demonstration: 'これは見本の数値であり、実際の出来事ではありません。',
    from: '開始日',
    until: '終了日',
    show: '表示する',
    figures: '指標',
    chart: '各指標の今期と前期の比較',
    columns: {
      indicator: '指標',
      now: '今期',
      before: '前期',
      definition: '算定方法',
      day: '日付',
      what: '内容',
      address: 'アドレス',
    },
    note: (p) =>
      `各指標は明細の件数であり、明細を開いて確認できます。手入力の数値はなく、種類の異なる指標は合算しません。前期は${p.from}から${p.until}までです。`,
    csv: 'CSVをダウンロード',
    back: '指標一覧',
    count: (p) => plural('ja', p.count, { other: `#件（${p.days}）` }),
    none: {
      title: '該当する明細はありません',
      body: 'この期間に該当するものはありません。',
    },
    xlsx: 'Excel形式でダウンロード',
    sheet: '指標',
    pdf: 'PDFをダウンロード',
  },
  indicators: {
    companies: {
      name: '参加企業',
      definition: '紹介または支援を依頼した、または打診を受けた自クラスターの会員。１者につき１回。',
    },
    smes: {
      name: 'うち中小企業',
      definition:
        'うち、会員情報に従業員250人未満と記載した企業。記載のない企業、または非公開としている企業は数えません。',
    },
    agreements: {
      name: '協定',
      definition: '当事者である協定のうち、期間中に発効したもの。',
    },
    events: {
      name: '行事',
      definition: '主催または共催し、期間中に始まった行事。中止したものは数えません。',
    },
    contacts: {
      name: '面談・通話・訪問',
      definition: '接触記録のうち期間中の面談、通話、訪問。メールは数えません。',
    },
    kept: {
      name: '履行した約束事項',
      definition: '期間中に示した根拠資料のうち、他の当事者から疑義のないもの。',
    },
    referrals: {
      name: '紹介・支援の依頼',
      definition: '期間中に、自クラスターの会員が行った、または受けた依頼。',
    },
    introductions: {
      name: '成立した紹介',
      definition: '期間中に双方の企業が同意した紹介。',
    },
    outcomes: {
      name: '成果',
      definition: '紹介から生まれた成果（日付による）。関係者が報告し、相手方から疑義のないもの。',
    },
    projects: {
      name: 'うち共同プロジェクト',
      definition: '上記の成果のうち共同プロジェクト。',
    },
    meetings: {
      name: '企業間の面談',
      definition: '紹介された両社が対面またはオンラインで面談した日数。同じ日は一度のみ数えます。',
    },
    needs: {
      name: '公開されたニーズとシーズ',
      definition: '自クラスターの会員によるニーズとシーズのうち、この期間に初めて公開されたもの。',
    },
  },
  notices: {
    answered: 'ご回答ありがとうございました。３か月間、この画面で回答を変更できます。',
    reported: '成果を報告しました。',
    confirmed: '成果を確認しました。',
    questioned: '疑義を示しました。疑義がある間、指標には算入されません。',
    withdrawn: '報告を取り下げました。',
    met: '面談を記録しました。',
  },
  refusals: {
    'not-there': '該当するものがないか、すでに取り下げられています。',
    'not-yours': 'この操作ができるのは相手方です。',
    'too-late': 'この質問への回答は締め切りました。経過はコーディネーターにお伝えください。',
    'outcome-missing': '成果の種類を選んでください。',
    'in-the-future': 'まだ来ていない日付です。',
    'reason-missing': '疑義の理由をご記入ください。',
    'before-introduction': '紹介より前の日付です。',
    'file-too-large': 'ファイルは10MBまでです。',
    'other-file': 'PDF、PNG、JPEGのいずれかをお選びください。',
  },
  mails: {
    followUp: {
      subject: (p) => plural('ja', p.months, { other: `【ご紹介から#か月】${p.subject}` }),
      greeting: (p) => `${p.name} 様`,
      body: (p) =>
        plural('ja', p.months, {
          other: `#か月前に次の件でご紹介しました：${p.subject}。その後の経過をお聞かせください。２回の操作で回答できます。`,
        }),
      action: '経過を回答する',
      footer: 'ご回答は双方のコーディネーターに共有されます。紹介の成果を記録するための大切な情報です。',
    },
  },
}
