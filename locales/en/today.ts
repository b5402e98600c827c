import { plural } from '../../app/platform/i18n/plural.ts'

export const today = {
  title: 'Today',
  greeting: (p: { name: string; date: string }) => `${p.name}, ${p.date}`,
  rooms: { register: 'Register of agreements', contacts: 'Contact log', report: 'Figures' },
  yours: 'Waiting for you',
  others: 'Waiting for others',
  soon: 'Ending soon',
  happened: 'What happened lately',
  tasks: {
    sign: (p: { title: string }) => `Sign “${p.title}”`,
    signLater: (p: { title: string }) => `“${p.title}”: you sign after those before you in the order`,
    approve: (p: { title: string; organisation: string }) => `Approve the text of “${p.title}” for ${p.organisation}`,
    answer: (p: { clause: string; title: string; organisation: string }) =>
      `Answer the proposal of ${p.organisation} on clause ${p.clause} of “${p.title}”`,
    translate: (p: { count: number; title: string; language: string }) =>
      plural('en', p.count, {
        one: `# clause of “${p.title}” lags behind in ${p.language}`,
        other: `# clauses of “${p.title}” lag behind in ${p.language}`,
      }),
    name: (p: { title: string; organisation: string }) => `Name who signs “${p.title}” for ${p.organisation}`,
  },
  waiting: {
    approvals: (p: { title: string; names: string }) => `“${p.title}” waits for the approval of ${p.names}`,
    signatures: (p: { title: string; names: string }) => `“${p.title}” waits for the signature of ${p.names}`,
    answers: (p: { title: string; clause: string; names: string }) =>
      `The proposal on clause ${p.clause} of “${p.title}” waits for ${p.names}`,
  },
  ends: (p: { title: string; date: string }) => `“${p.title}” is in force until ${p.date}`,
  daysLeft: (p: { count: number }) => plural('en', p.count, { one: '# day left', other: '# days left' }),
  overdue: 'Overdue',
  until: (p: { time: string }) => `until ${p.time}`,
  moreTitle: 'And in the rooms',
  more: {
    undertakings: (p: { count: number }) =>
      plural('en', p.count, { one: 'One more undertaking is due.', other: '# more undertakings are due.' }),
    referrals: (p: { count: number }) =>
      plural('en', p.count, {
        one: 'One more referral waits for an answer.',
        other: '# more referrals wait for an answer.',
      }),
    contacts: (p: { count: number }) =>
      plural('en', p.count, {
        one: 'One more next step is open in the log of contacts.',
        other: '# more next steps are open in the log of contacts.',
      }),
    needs: (p: { count: number }) =>
      plural('en', p.count, { one: 'One more need or offer waits.', other: '# more needs and offers wait.' }),
    duplicates: (p: { count: number }) =>
      plural('en', p.count, { one: 'One more list has doubtful pairs.', other: '# more lists have doubtful pairs.' }),
    profiles: (p: { count: number }) =>
      plural('en', p.count, {
        one: 'One more member has not answered about its profile.',
        other: '# more members have not answered about their profiles.',
      }),
    mailIn: (p: { count: number }) =>
      plural('en', p.count, { one: 'One more office has mails waiting.', other: '# more offices have mails waiting.' }),
    certificates: (p: { count: number }) =>
      plural('en', p.count, { one: 'One more certificate ends soon.', other: '# more certificates end soon.' }),
    followUps: (p: { count: number }) =>
      plural('en', p.count, {
        one: 'One more question about an introduction is unanswered.',
        other: '# more questions about introductions are unanswered.',
      }),
  },
  nothingForYou: {
    title: 'Nothing waits for you',
    body: 'What you have to approve, answer, translate or sign will stand here.',
    action: 'See all agreements',
  },
  nothingElsewhere: 'Nothing waits for others.',
  nothingHappened: 'When something happens to an agreement of yours, it will stand here.',
  by: (p: { organisation: string }) => p.organisation,
  bySystem: 'Musubi',
  verbs: {
    'agreement.drafted': (p: { title: string }) => `“${p.title}” was drafted`,
    'clause.revised': (p: { title: string }) => `A clause of “${p.title}” was rewritten`,
    'change.proposed': (p: { title: string }) => `A change to “${p.title}” was proposed`,
    'change.accepted': (p: { title: string }) => `A change to “${p.title}” was accepted`,
    'change.declined': (p: { title: string }) => `A change to “${p.title}” was declined`,
    'change.withdrawn': (p: { title: string }) => `A proposal on “${p.title}” was withdrawn`,
    'signatory.named': (p: { title: string }) => `A signatory of “${p.title}” was named`,
    'signatory.invited-again': (p: { title: string }) => `A signatory of “${p.title}” was invited again`,
    'text.approved': (p: { title: string }) => `The text of “${p.title}” was approved`,
    'approval.withdrawn': (p: { title: string }) => `An approval of “${p.title}” was withdrawn`,
    'document.prepared': (p: { title: string }) => `The document of “${p.title}” was made for signing`,
    'document.refused': (p: { title: string }) => `The document of “${p.title}” could not be made`,
    'consent.given': (p: { title: string }) => `A signatory consented to “${p.title}”`,
    'consent.withdrawn': (p: { title: string }) => `A consent to “${p.title}” was withdrawn`,
    'signature.made': (p: { title: string }) => `A signature was made on “${p.title}”`,
    'agreement.entered-into-force': (p: { title: string }) => `“${p.title}” entered into force`,
    'document.archived': (p: { title: string }) => `The document of “${p.title}” was archived`,
    'agreement.published': (p: { title: string }) => `“${p.title}” was made public`,
    'agreement.unpublished': (p: { title: string }) => `The public page of “${p.title}” was withdrawn`,
  },
}
