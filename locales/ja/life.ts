import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const life: Catalogue['life'] = {
  title: '調印後の状況',
  until: (p) => `${p.date}まで`,
  toAgreement: '協定へ',
  notYet: {
    title: 'まだ発効していません',
    body: '最後の署名がそろうと、当事者相互の約束事項と開示事項がここに表示されます。',
  },
  news: {
    suspended: (p) => `${p.party}が${p.date}にこの協定を停止しました。`,
    noticed: (p) => `${p.party}が解約を通知しました。${p.date}に終了します。`,
    renewedBy: (p) => `次の協定を準備しています：${p.reference}`,
    renews: (p) => `協定${p.reference}の更新として準備したものです`,
  },
  grants: {
    title: '開示している事項',
    open: '現在、次の事項が開示されています。協定の満了、停止、解約とともに自動的に閉じます。',
    closed: '協定が有効でないため、すべて閉じています。',
    what: '事項',
    change: (p) => `${p.party}の開示事項を変更する`,
    action: '保存する',
    audiences: { closed: '非開示', coordinators: 'コーディネーターまで', members: '会員まで' },
    opens: {
      about: '会員の概要',
      products: '製品',
      certificates: '認証',
      markets: '市場と言語',
      facilities: '共用できる施設',
      contacts: '担当者の連絡先',
      referrals: '紹介',
      events: '行事',
    },
  },
  ending: {
    title: '更新・停止・解約',
    reminders: '満了の180日前、90日前、30日前に、当事者へメールでお知らせします。',
    party: 'どの当事者として',
    reason: '理由',
    lift: '停止を解除する',
    retract: '解約通知を撤回する',
    renew: {
      title: '更新の準備',
      body: '同じ当事者、言語、条項による新しい草案を作成します。これまでの成果を踏まえて修正できます。現在の協定は変わりません。',
      action: '草案を作成する',
    },
    suspend: {
      title: '協定の停止',
      body: '開示事項は直ちにすべて閉じます。期間は進行します。停止はいつでも解除できます。全当事者に通知されます。',
      action: '停止する',
    },
    terminate: {
      title: '解約の通知',
      body: (p) =>
        `本日通知すると、${p.date}に解約となり、開示事項はすべて閉じます。その日までは撤回できます。全当事者に通知されます。`,
      action: '解約を通知する',
    },
  },
  notices: {
    opened: '開示事項を変更しました。',
    suspended: '協定を停止しました。開示事項はすべて閉じています。',
    lifted: '停止を解除しました。',
    noticed: '解約を通知しました。全当事者にお知らせしました。',
    retracted: '解約通知を撤回しました。',
  },
  refusals: {
    'not-yours': 'この操作ができるのは、該当する当事者の管理者です。',
    'not-in-force': 'この協定は有効ではありません。',
    'suspended-already': 'この協定はすでに停止しています。',
    'not-suspended': 'この協定は停止していません。',
    'noticed-already': 'すでに解約が通知されています。',
    'ends-sooner': '通知の効力が生じる前に協定が満了します。',
    'no-notice': '解約は通知されていません。',
    'in-effect': '解約の効力が生じているため、撤回できません。',
    'renewed-already': '更新はすでに準備中です。',
  },
  mails: {
    greeting: (p) => `${p.name} 様`,
    action: '協定を開く',
    footer: (p) => `協定${p.reference}の当事者の管理者・コーディネーターの方にお送りしています。`,
    reason: '理由：',
    suspended: {
      subject: (p) => `【停止】${p.title}`,
      body: (p) => `${p.party}が協定「${p.title}」を停止しました。停止が解除されるまで、開示事項は閉じています。`,
    },
    lifted: {
      subject: (p) => `【停止解除】${p.title}`,
      body: (p) => `${p.party}が協定「${p.title}」の停止を解除しました。開示事項は再び開いています。`,
    },
    noticed: {
      subject: (p) => `【解約通知】${p.title}`,
      body: (p) => `${p.party}が協定「${p.title}」の解約を通知しました。終了日は協定の画面でご確認ください。`,
    },
    retracted: {
      subject: (p) => `【解約通知の撤回】${p.title}`,
      body: (p) => `${p.party}が協定「${p.title}」の解約通知を撤回しました。`,
    },
    ending: {
      subject: (p) => plural('ja', p.days, { other: `【満了まで#日】${p.title}` }),
      body: (p) =>
        plural('ja', p.days, {
          other: `協定「${p.title}」は、あと#日で満了します。協定の画面で、これまでの成果の確認と更新の準備ができます。`,
        }),
    },
  },
}
