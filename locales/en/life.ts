import { plural } from '../../app/platform/i18n/plural.ts'

export const life = {
  title: 'After the signature',
  until: (p: { date: string }) => `until ${p.date}`,
  toAgreement: 'To the agreement',
  notYet: {
    title: 'Not in force yet',
    body: 'When the last signature has landed, what the parties owe each other and what they open to each other will stand here.',
  },
  news: {
    suspended: (p: { party: string; date: string }) => `${p.party} suspended the agreement on ${p.date}.`,
    noticed: (p: { party: string; date: string }) =>
      `${p.party} has given notice: the agreement is over from ${p.date} on.`,
    renewedBy: (p: { reference: string }) => `The next agreement is being prepared: ${p.reference}`,
    renews: (p: { reference: string }) => `It is to renew the agreement ${p.reference}`,
  },
  grants: {
    title: 'What stands open',
    open: 'These doors stand open now. They close by themselves when the agreement ends, rests or is terminated.',
    closed: 'The agreement is not in force: all these doors are closed.',
    what: 'What',
    change: (p: { party: string }) => `Change what ${p.party} opens`,
    action: 'Save',
    audiences: { closed: 'closed', coordinators: 'to coordinators', members: 'to coordinators and members' },
    opens: {
      about: 'About the member',
      products: 'Products',
      certificates: 'Certificates',
      markets: 'Markets and languages',
      facilities: 'Facilities to share',
      contacts: 'Contact persons',
      referrals: 'Introductions',
      events: 'Events',
    },
  },
  ending: {
    title: 'How it goes on',
    reminders: 'The parties are reminded by mail 180, 90 and 30 days before the end.',
    party: 'For which party',
    reason: 'Reason',
    lift: 'Lift the suspension',
    retract: 'Take the notice back',
    renew: {
      title: 'Prepare the renewal',
      body: 'A new draft with the same parties, languages and clauses, to be changed by what was learned. This agreement stays as it is.',
      action: 'Prepare the draft',
    },
    suspend: {
      title: 'Suspend it',
      body: 'All its doors close at once; its days run on. You can lift the suspension at any time. All parties are told.',
      action: 'Suspend',
    },
    terminate: {
      title: 'Give notice',
      body: (p: { date: string }) =>
        `Notice given today takes effect on ${p.date}; then all doors close for good. Until that day it can be taken back. All parties are told.`,
      action: 'Give notice',
    },
  },
  notices: {
    opened: 'What you open has been changed.',
    suspended: 'The agreement is suspended. All doors are closed.',
    lifted: 'The suspension has been lifted.',
    noticed: 'Notice has been given. All parties are told.',
    retracted: 'The notice has been taken back.',
  },
  refusals: {
    'not-yours': 'Only a manager of the party concerned may do this.',
    'not-in-force': 'The agreement is not in force.',
    'suspended-already': 'The agreement is suspended already.',
    'not-suspended': 'The agreement is not suspended.',
    'noticed-already': 'Notice has been given already.',
    'ends-sooner': 'The agreement ends before such notice would take effect.',
    'no-notice': 'No notice has been given.',
    'in-effect': 'The notice has taken effect and cannot be taken back.',
    'renewed-already': 'Its renewal is being prepared already.',
  },
  mails: {
    greeting: (p: { name: string }) => `Dear ${p.name},`,
    action: 'Open the agreement',
    footer: (p: { reference: string }) => `You manage or coordinate a party to the agreement ${p.reference}.`,
    reason: 'Reason given:',
    suspended: {
      subject: (p: { title: string; party: string }) => `Suspended: ${p.title}`,
      body: (p: { title: string; party: string }) =>
        `${p.party} has suspended the agreement “${p.title}”. What it opened is closed until the suspension is lifted.`,
    },
    lifted: {
      subject: (p: { title: string; party: string }) => `Taken up again: ${p.title}`,
      body: (p: { title: string; party: string }) =>
        `${p.party} has lifted the suspension of the agreement “${p.title}”. What it opens stands open again.`,
    },
    noticed: {
      subject: (p: { title: string; party: string }) => `Notice given: ${p.title}`,
      body: (p: { title: string; party: string }) =>
        `${p.party} has given notice of the agreement “${p.title}”. The page says from when it is over.`,
    },
    retracted: {
      subject: (p: { title: string; party: string }) => `Notice taken back: ${p.title}`,
      body: (p: { title: string; party: string }) =>
        `${p.party} has taken back its notice of the agreement “${p.title}”.`,
    },
    ending: {
      subject: (p: { title: string; days: number }) =>
        plural('en', p.days, { one: `One day left: ${p.title}`, other: `# days left: ${p.title}` }),
      body: (p: { title: string; days: number }) =>
        plural('en', p.days, {
          one: `The agreement “${p.title}” ends in one day. Its page shows what was achieved, and prepares its renewal.`,
          other: `The agreement “${p.title}” ends in # days. Its page shows what was achieved, and prepares its renewal.`,
        }),
    },
  },
}
