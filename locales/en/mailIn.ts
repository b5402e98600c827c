import { plural } from '../../app/platform/i18n/plural.ts'

export const mailIn = {
  title: (p: { organisation: string }) => `Mails to the log: ${p.organisation}`,
  short: 'Mails to the log',
  lede: 'Send, copy or forward mails to your office’s address. They wait here until somebody makes an entry of the log or a request of them; nothing is entered by itself.',
  toLog: 'To the contact log',
  notConfigured: 'This installation takes no mails. Its operator can set that up.',
  address: 'Your office’s address',
  secret: 'Whoever knows it can send something here. Renew it when somebody does who should not.',
  noAddress: 'There is none yet.',
  make: 'Make an address',
  renew: 'Renew the address',
  none: {
    title: 'No mail waits',
    body: 'What you send to the address appears here within seconds.',
  },
  noSubject: '(no subject)',
  colleague: (p: { sender: string }) => `sent by ${p.sender}, a colleague’s address as the mail says`,
  outside: (p: { sender: string }) => `sent from outside by ${p.sender}, not verified`,
  people: (p: { people: string }) => `With: ${p.people}`,
  text: 'Text of the mail',
  files: (p: { files: string }) => `Files, which are not kept: ${p.files}`,
  log: 'Enter in the log',
  ask: 'Make a request of it',
  discard: 'Put aside',
  aside: 'Put aside lately',
  restore: 'Take up again',
  due: (p: { count: number }) =>
    plural('en', p.count, {
      one: `# mail waits to become an entry of the log`,
      other: `# mails wait to become entries of the log`,
    }),
  notices: {
    renewed: 'The address holds from now on; what goes to an earlier one is refused.',
    discarded: 'Put aside. It can be taken up again for 30 days.',
    restored: 'It waits again.',
  },
}
