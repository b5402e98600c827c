import { plural } from '../../app/platform/i18n/plural.ts'

export const handover = {
  title: 'Handover',
  lede: 'What is open, when it is due, which agreements run, whom one knows and what was said last: what a successor needs on the first day.',
  of: (p: { name: string; organisation: string }) => `Responsibilities of ${p.name} at ${p.organisation}`,
  colleagues: 'Others here',
  noPlace: 'You manage or coordinate no organisation. Whoever does finds what they answer for here.',
  open: 'Open',
  nothingOpen: 'Nothing is open.',
  agreements: 'Agreements',
  noAgreements: 'The organisation is party to no agreement that is running.',
  noTerm: 'not in force, or term not known',
  known: 'Whom one knows, and what was said last',
  nobodyKnown: 'The contact log is empty.',
  toResponsibilities: 'Responsibilities, contact log and handover',
  toLog: 'To the contact log',
  before: 'Handed over before',
  neverBefore: 'Nothing has been handed over here yet.',
  columns: {
    what: 'What',
    agreement: 'Agreement',
    until: 'In force until',
    who: 'Who',
    last: 'Last contact',
    said: 'What was agreed',
  },
  passOn: {
    title: 'Hand over',
    explanation:
      'Everything above that stands in this person’s name goes to a colleague in one act: all of it, or nothing. The colleague is told by mail.',
    to: 'To whom',
    note: 'What the successor should know',
    optional: 'optional',
    noteHint: 'Who decides on the other side, what is delicate, what is expected next.',
    endsRoles: 'This person leaves: end their roles here',
    endsRolesHint: 'They can no longer act for this organisation afterwards.',
    action: 'Hand over everything',
  },
  past: (p: { from: string; to: string; date: string; count: number }) =>
    plural('en', p.count, {
      one: `${p.date}: ${p.from} to ${p.to}, # item`,
      other: `${p.date}: ${p.from} to ${p.to}, # items`,
    }),
  done: 'Handed over. The successor has been told by mail.',
  refusals: {
    'not-yours': 'You can hand over your own responsibilities; those of others are handed over by a manager.',
    'same-person': 'Choose somebody other than the person who hands over.',
    'not-a-colleague': 'Choose somebody who manages or coordinates this organisation. Others are invited first.',
    'last-manager': 'This is the last manager here. Make somebody else manager first, then the role can end.',
  },
  mail: {
    subject: (p: { from: string; organisation: string }) => `${p.from} hands over to you at ${p.organisation}`,
    greeting: (p: { name: string }) => `Dear ${p.name},`,
    body: (p: { from: string; organisation: string; count: number }) =>
      plural('en', p.count, {
        one: `${p.from} has handed over to you at ${p.organisation}. # responsibility is now yours.`,
        other: `${p.from} has handed over to you at ${p.organisation}. # responsibilities are now yours.`,
      }),
    note: 'Your predecessor writes:',
    action: 'See what you now answer for',
    footer: 'You receive this mail because you act for this organisation.',
  },
}
