import { partyById, partyName, titleFor } from '../../agreements/pages/words.ts'
import { nextDue } from '../../agreements/undertakings/occurrences.ts'
import { addToDate, dateText } from '../../language/dates.ts'
import type { Locale } from '../../language/locales.ts'
import { localTime } from '../../language/times.ts'
import { pick } from '../../language/translated.ts'
import { langOf, textFor } from '../../organisations/profileText.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { Review } from '../review/reviewing.ts'
import { daysText } from './reportSheet.ts'
import { type Cell, cell, type Section, type Sheet } from './sheet.ts'

type Reading = { t: Catalogue; locale: Locale; review: Review }

/** A year of an agreement for both boards: what was given, what was asked and what came of it, and what there is to decide. */
export function reviewSheet(t: Catalogue, locale: Locale, review: Review): Sheet {
  const { agreement, year } = review
  const reading = { t, locale, review }
  return {
    locale,
    title: t.review.title({ year: year.number }),
    subtitle: `${titleFor(agreement, locale).text} · ${daysText(locale, year)}`,
    mark: agreement.demonstration ? t.impact.report.demonstration : null,
    author: agreement.parties.map((party) => partyName(party, locale)).join(', '),
    sections: [
      inShort(reading),
      given(reading),
      undertakings(reading),
      introductions(reading),
      outcomes(reading),
      events(reading),
      toDecide(reading),
    ],
  }
}

const nameOf = ({ review, locale }: Reading, organisationId: string): string => {
  const party = partyById(review.agreement, organisationId)
  return party ? partyName(party, locale) : ''
}

/** What it is about where that is the reader's to know, else its number. */
const subjectCell = ({ locale }: Reading, known: Review['now']['meetings'][number], room: string): Cell => {
  const subject = known.subject && textFor(known.subject, locale)
  if (!subject) return cell(known.reference)
  return { text: subject.text, path: `/${room}/${known.reference}`, lang: langOf(subject) }
}

function inShort({ t, locale, review }: Reading): Section {
  const words = t.review.figures
  const count = ({ given: parties, introductions: asked, ...of }: Review['now']) => ({
    kept: parties.reduce((sum, party) => sum + party.given, 0),
    missed: parties.reduce((sum, party) => sum + party.missed, 0),
    asked: asked.length,
    introduced: asked.filter(({ stage }) => stage === 'introduced').length,
    met: of.meetings.length,
    outcomes: of.outcomes.length,
    events: of.events.length,
  })
  const now = count(review.now)
  const before = review.before && count(review.before)
  const keys = Object.keys(now) as (keyof typeof now)[]
  const earlier = review.years.find(({ number }) => number === review.year.number - 1)
  return {
    heading: t.review.inShort,
    texts: [t.review.definition],
    ...(before && earlier
      ? {
          chart: {
            now: daysText(locale, review.year),
            before: daysText(locale, earlier),
            bars: keys.map((key) => ({ name: words[key], count: now[key], countBefore: before[key] })),
          },
        }
      : {}),
    table: {
      columns: [
        { label: t.impact.report.columns.indicator },
        { label: t.review.thisYear, isNumeric: true },
        ...(before ? [{ label: t.review.yearBefore, isNumeric: true }] : []),
      ],
      rows: keys.map((key) => [cell(words[key]), cell(now[key]), ...(before ? [cell(before[key])] : [])]),
    },
  }
}

function given(reading: Reading): Section {
  const { t, review } = reading
  const words = t.undertakings.chart
  const contacts = (id: string) => review.now.contacts.find((one) => one.organisationId === id)?.count ?? 0
  return {
    heading: words.title,
    texts: [words.definition],
    table: {
      columns: [
        { label: words.party },
        ...[words.given, words.received, words.questioned, words.missed, t.review.contacts].map((label) => ({
          label,
          isNumeric: true,
        })),
      ],
      rows: review.now.given.map((party) => [
        cell(nameOf(reading, party.organisationId)),
        ...[party.given, party.received, party.questioned, party.missed, contacts(party.organisationId)].map((count) =>
          cell(count),
        ),
      ]),
    },
  }
}

function undertakings(reading: Reading): Section {
  const { t, locale, review } = reading
  const words = t.undertakings
  const rows = review.now.undertakings.flatMap(({ id, organisationId, title, occurrences }) =>
    occurrences.map(({ due, state }) => [
      cell(pick(title, locale)?.text ?? '', `/agreements/${review.agreement.reference}/undertakings/${id}`),
      cell(nameOf(reading, organisationId)),
      cell(due ? dateText(locale, due) : words.asItArose),
      cell(words.states[state]),
    ]),
  )
  return {
    heading: words.title,
    texts: rows.length > 0 ? [] : [t.review.none],
    table: {
      columns: [t.review.what, words.facts.party, t.review.due, t.review.state].map((label) => ({ label })),
      rows,
    },
  }
}

function introductions(reading: Reading): Section {
  const { t, locale, review } = reading
  const rows = review.now.introductions.map((one) => [
    subjectCell(reading, one, 'referrals'),
    cell(t.referrals.kinds[one.kind]),
    cell(`${nameOf(reading, one.fromOfficeId)} → ${nameOf(reading, one.toOfficeId)}`),
    cell(dateText(locale, one.day)),
    cell(t.referrals.stages[one.stage]),
  ])
  return {
    heading: t.referrals.title,
    texts: rows.length > 0 ? [t.review.closed] : [t.review.none],
    table: {
      columns: [t.review.what, t.review.kind, t.review.way, t.review.day, t.review.state].map((label) => ({ label })),
      rows,
    },
  }
}

function outcomes(reading: Reading): Section {
  const { t, locale, review } = reading
  const rows = [
    ...review.now.meetings.map((one) => ({ ...one, what: t.review.met })),
    ...review.now.outcomes.map((one) => ({ ...one, what: t.impact.kinds[one.kind] })),
  ].toSorted((one, other) => one.day.localeCompare(other.day))
  return {
    heading: t.review.results,
    texts: rows.length > 0 ? [] : [t.review.none],
    table: {
      columns: [t.review.kind, t.review.what, t.review.day].map((label) => ({ label })),
      rows: rows.map((one) => [cell(one.what), subjectCell(reading, one, 'outcomes'), cell(dateText(locale, one.day))]),
    },
  }
}

function events({ t, locale, review }: Reading): Section {
  const rows = review.now.events
  return {
    heading: t.review.events,
    texts: rows.length > 0 ? [] : [t.review.none],
    table: {
      columns: [t.review.what, t.review.day].map((label) => ({ label })),
      rows: rows.map(({ slug, title, day }) => [
        cell(textFor(title, locale)?.text ?? slug, `/events/${slug}`),
        cell(dateText(locale, day)),
      ]),
    },
  }
}

/** What the year leaves to the boards: the end and the last day for notice, and what is still owed. */
function toDecide({ t, locale, review }: Reading): Section {
  const { agreement, now } = review
  const words = t.review.decide
  const until = agreement.inForce?.until ?? review.year.until
  const notice = addToDate(until, { months: -agreement.noticeMonths })
  const owed = now.undertakings.filter(({ occurrences }) => nextDue(occurrences) !== null).length
  const over = agreement.termination && localTime(agreement.termination.from.toISOString(), agreement.timeZone).date
  return {
    heading: words.title,
    texts: [
      over ? words.over({ date: dateText(locale, over) }) : words.ends({ date: dateText(locale, until) }),
      ...(agreement.noticeMonths > 0 && !over ? [words.notice({ date: dateText(locale, notice) })] : []),
      words.owed({ count: owed }),
    ],
  }
}
