import { plural } from '../../app/platform/i18n/plural.ts'

export const impact = {
  kinds: {
    nda: 'Non-disclosure agreement',
    pilot: 'Pilot',
    distribution: 'Distribution contract',
    'joint-project': 'Joint project',
    investment: 'Investment',
    authorisation: 'Authorisation obtained',
  },
  dueItem: (p: { subject: string }) => `Ask what came of it: ${p.subject}`,
  followUp: {
    title: 'What came of it?',
    since: (p: { months: number }) =>
      plural('en', p.months, { one: `You were introduced a month ago.`, other: `You were introduced # months ago.` }),
    question: 'How does it stand?',
    answers: {
      'nothing-yet': 'Nothing yet',
      'in-talks': 'We are in talks',
      came: 'Something came of it',
      ended: 'It has ended',
    },
    outcome: 'What came of it',
    outcomeHint: 'Only if something did.',
    words: 'In a word',
    action: 'Send',
    metOn: 'The day on which you met',
    metOnHint: 'If you have met, on site or online; the last time.',
  },
  outcomes: {
    title: 'What came of the introduction',
    reported: 'Reported',
    by: (p: { party: string }) => `reported by ${p.party}`,
    withdraw: 'Take this report back',
    empty: {
      title: 'Nothing reported yet',
      body: 'Contracts, pilots, projects and whatever else came of it will stand here, with their evidence.',
    },
    form: {
      title: 'Report an outcome',
      kind: 'Kind',
      happenedOn: 'On which day',
      note: 'What it is',
      noteHint: 'So that somebody else can check it later.',
      link: 'Link',
      action: 'Report',
    },
    asked: {
      title: 'What was asked',
      day: 'Day',
      company: 'Company',
      answer: 'Answer',
      none: 'none yet',
      unasked: 'not asked yet',
    },
    meetings: {
      title: 'Meetings of the two companies',
      heldOn: 'On which day',
      note: 'What was agreed',
      action: 'Record the meeting',
    },
  },
  report: {
    title: (p: { organisation: string }) => `Figures of ${p.organisation}`,
    organisation: 'Organisation',
    demonstration: 'These are figures of a demonstration. Nothing of it took place.',
    from: 'From',
    until: 'Until',
    show: 'Show',
    figures: 'Figures',
    chart: 'Figures now and in as many days before, one line each',
    columns: {
      indicator: 'Indicator',
      now: 'Now',
      before: 'Before',
      definition: 'What is counted',
      day: 'Day',
      what: 'What',
      address: 'Address',
    },
    note: (p: { from: string; until: string }) =>
      `Each figure is the number of its rows, which you can open; none is typed in, and unlike figures are not added up. Compared with ${p.from} to ${p.until}.`,
    csv: 'Download as CSV',
    back: 'All figures',
    count: (p: { count: number; days: string }) =>
      plural('en', p.count, { one: `# row, ${p.days}`, other: `# rows, ${p.days}` }),
    none: {
      title: 'Nothing to count',
      body: 'In these days there is nothing of the kind.',
    },
    xlsx: 'Download for Excel',
    sheet: 'Figures',
    pdf: 'Download as PDF',
  },
  indicators: {
    companies: {
      name: 'Companies involved',
      definition: 'Members of the own clusters that asked, or were asked, for an introduction or support; each once.',
    },
    smes: {
      name: 'Small and medium-sized among them',
      definition:
        'Those whose profile tells their coordinators that they have fewer than 250 people. Who says nothing, or to nobody, is not counted.',
    },
    agreements: {
      name: 'Agreements',
      definition: 'Agreements to which the organisation is party and that came into force in these days.',
    },
    events: {
      name: 'Events',
      definition:
        'Events that the organisation led or hosted and that began in these days; those called off are not counted.',
    },
    contacts: {
      name: 'Meetings, calls and visits',
      definition: 'Entries of the contact log by their day; mails are not counted.',
    },
    kept: {
      name: 'Undertakings kept',
      definition: 'Evidence that the organisation showed in these days and that no other party questions.',
    },
    referrals: {
      name: 'Introductions and support asked',
      definition: 'Requests asked in these days by or of members of the own clusters.',
    },
    introductions: {
      name: 'Introductions made',
      definition: 'Introductions to which both companies agreed in these days.',
    },
    outcomes: {
      name: 'Outcomes',
      definition:
        'What came of introductions, by its day, reported by somebody who took part and not questioned by the other side.',
    },
    projects: {
      name: 'Joint projects among them',
      definition: 'Outcomes of that kind, counted in the same way.',
    },
    meetings: {
      name: 'Meetings of companies',
      definition:
        'Days on which two companies met that had been introduced to each other, on site or online; each day once.',
    },
    needs: {
      name: 'Needs and offers published',
      definition: 'Needs and offers of members of the own clusters, by the day on which they were first published.',
    },
  },
  notices: {
    answered: 'Thank you. You can change your answer here for three months.',
    reported: 'The outcome has been reported.',
    confirmed: 'You have confirmed the outcome.',
    questioned: 'You have questioned the outcome. No figure counts it as long as you do.',
    withdrawn: 'The report has been taken back.',
    met: 'The meeting has been recorded.',
  },
  refusals: {
    'not-there': 'There is no such thing, or it has been taken back.',
    'not-yours': 'Only the other side may do this.',
    'too-late': 'This question is closed. Tell your coordinator what came of it.',
    'outcome-missing': 'Choose what came of it.',
    'in-the-future': 'This day has not come yet.',
    'reason-missing': 'Say why you question it.',
    'before-introduction': 'This day is before the introduction.',
    'file-too-large': 'The file may have 10 MB at most.',
    'other-file': 'Choose a PDF, PNG or JPEG.',
  },
  mails: {
    followUp: {
      subject: (p: { subject: string; months: number }) =>
        plural('en', p.months, { one: `A month on: ${p.subject}`, other: `# months on: ${p.subject}` }),
      greeting: (p: { name: string }) => `Dear ${p.name},`,
      body: (p: { subject: string; months: number }) =>
        plural('en', p.months, {
          one: `You were introduced a month ago: ${p.subject}. What came of it? Two taps are enough.`,
          other: `You were introduced # months ago: ${p.subject}. What came of it? Two taps are enough.`,
        }),
      action: 'Say what came of it',
      footer:
        'Your answer goes to both coordinators. It is the only way in which what such introductions lead to is recorded.',
    },
  },
}
