import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { Application } from './applications.ts'

/**
 * The applications as a table for a spreadsheet: UTF-8 with a byte order mark (Excel in Japan reads Shift_JIS otherwise), CR LF and doubled
 * quotes (RFC 4180). A cell that a spreadsheet would run as a formula begins with an apostrophe.
 */
export function applicationsCsv(applications: readonly Application[], t: Catalogue): string {
  const { csv, review, roles } = t.accreditation
  const head = Object.values(csv)
  const rows = applications.map((application) => [
    String(application.arrival),
    review.states[application.decision],
    application.outlet,
    roles[application.role],
    String(application.crew),
    application.name.native.family,
    application.name.native.given ?? '',
    [application.name.kana?.family, application.name.kana?.given].filter(Boolean).join(' '),
    application.address,
    application.mobile,
    application.pressClub ?? '',
    application.wishesToAsk ? review.yes : review.no,
    application.question ?? '',
    application.languages.join(' '),
    application.rules ? `${application.rules.version} ${application.rules.acceptedAt.toISOString()}` : '',
    application.registeredAt.toISOString(),
    application.decidedAt.toISOString(),
  ])
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/** A telephone number may begin with a plus; everything else that begins like a formula is kept from being one. */
function cell(text: string): string {
  const isFormula = /^[=@\t\r＝＠]/.test(text) || (/^[+\-＋－]/.test(text) && !/^\+[\d\s().-]+$/.test(text))
  const safe = isFormula ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
