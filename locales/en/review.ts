import { plural } from '../../app/platform/i18n/plural.ts'

export const review = {
  short: 'Yearly review',
  title: (p: { year: number }) => `Year ${p.year} of the agreement`,
  years: 'Years of the agreement',
  inShort: 'In short',
  definition:
    'Each figure is the number of the rows beneath; none is typed in. Outcomes that the other side questions are not counted.',
  thisYear: 'This year',
  yearBefore: 'The year before',
  figures: {
    kept: 'Undertakings kept',
    missed: 'Undertakings missed',
    asked: 'Introductions and support asked',
    introduced: 'Introductions made',
    met: 'Meetings of companies',
    outcomes: 'Outcomes',
    events: 'Joint events',
  },
  contacts: 'Contacts logged',
  what: 'What',
  due: 'Due',
  state: 'How it stands',
  kind: 'Kind',
  way: 'From → to',
  day: 'Day',
  closed: 'What a request is about is shown to the two offices that have it in hand; to the others, its number.',
  met: 'Meeting',
  results: 'Meetings and outcomes',
  events: 'Joint events',
  none: 'Nothing of the kind in this year.',
  decide: {
    title: 'For the boards to decide',
    ends: (p: { date: string }) => `The agreement runs until ${p.date}. Renew it, change it or let it end.`,
    over: (p: { date: string }) => `Notice was given: the agreement is over from ${p.date} on.`,
    notice: (p: { date: string }) => `A party that wants it to end there gives notice by ${p.date}.`,
    owed: (p: { count: number }) =>
      plural('en', p.count, {
        one: `# undertaking of this year is still open or was missed.`,
        other: `# undertakings of this year are still open or were missed.`,
      }),
  },
}
