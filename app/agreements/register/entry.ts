import { addToDate, type CalendarDate } from '../../language/dates.ts'
import type { Locale } from '../../language/locales.ts'
import { startOfDay } from '../../language/times.ts'
import { json } from '../../platform/db/values.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { putBlob } from '../../platform/storage/blobs.ts'
import { fileTypeOf, LARGEST_PAPER } from '../papers.ts'
import type { AgreementKind } from '../tables.ts'
import { isColleague } from '../undertakings/people.ts'

/** What somebody enters of an agreement that was signed elsewhere. Null is what is not known; it is shown as such. */
export type Entry = {
  kind: AgreementKind
  title: string
  titleLanguage: Locale
  languages: Locale[]
  /** Organisations here, in the order of display; whoever keeps the entry is one of them. */
  parties: string[]
  others: { name: string; country: string | null }[]
  signedOn: CalendarDate | null
  inForceFrom: CalendarDate | null
  until: CalendarDate | null
  termMonths: number | null
  noticeMonths: number | null
  contacts: string | null
  source: string | null
  note: string | null
  responsiblePersonId: string | null
  /** A scan or the PDF; null leaves what is there. */
  scan: { name: string; bytes: Uint8Array } | null
}

export type EntryRefusal = {
  refused:
    | 'not-yours'
    | 'too-few-parties'
    | 'same-party-twice'
    | 'no-such-organisation'
    | 'no-such-person'
    | 'ends-before-it-begins'
    | 'signed-in-the-future'
    | 'file-too-large'
    | 'other-file'
}

/**
 * From when to when it is in force, as far as that follows from what is known: without a first day it begins with the signature, without a
 * last one it lasts its months. Null where either remains open.
 */
export function termOf(entry: Pick<Entry, 'signedOn' | 'inForceFrom' | 'until' | 'termMonths'>) {
  const from = entry.inForceFrom ?? entry.signedOn
  const until =
    entry.until ??
    (from && entry.termMonths ? addToDate(addToDate(from, { months: entry.termMonths }), { days: -1 }) : null)
  return from && until ? { from, until } : null
}

/** What is wrong with an entry, before anything is written. */
export async function refusalOf(
  tx: Tx,
  entry: Entry,
  keeper: string,
  today: CalendarDate,
): Promise<EntryRefusal | null> {
  if (entry.parties.length + entry.others.length < 2) return { refused: 'too-few-parties' }
  if (new Set(entry.parties).size !== entry.parties.length) return { refused: 'same-party-twice' }
  const known = await tx.selectFrom('organisation').select('id').where('id', 'in', entry.parties).execute()
  if (known.length !== entry.parties.length) return { refused: 'no-such-organisation' }
  if (entry.responsiblePersonId && !(await isColleague(tx, keeper, entry.responsiblePersonId)))
    return { refused: 'no-such-person' }
  if (entry.signedOn && entry.signedOn > today) return { refused: 'signed-in-the-future' }
  const term = termOf(entry)
  if (term && term.until < term.from) return { refused: 'ends-before-it-begins' }
  if (entry.scan && entry.scan.bytes.length > LARGEST_PAPER) return { refused: 'file-too-large' }
  return entry.scan && !fileTypeOf(entry.scan.bytes) ? { refused: 'other-file' } : null
}

/** The columns of `agreement` and `agreement_registration` that an entry fills. */
export async function columnsOf(tx: Tx, entry: Entry) {
  const scan = entry.scan && (await putBlob(tx, entry.scan.bytes, fileTypeOf(entry.scan.bytes) ?? ''))
  return {
    agreement: {
      kind: entry.kind,
      title: json({ [entry.titleLanguage]: entry.title }),
      languages: json(entry.languages),
      term_months: entry.termMonths ?? 0,
      notice_months: entry.noticeMonths ?? 0,
    },
    registration: {
      signed_on: entry.signedOn,
      others: json(entry.others),
      contacts: entry.contacts,
      source: entry.source,
      note: entry.note,
      responsible_person_id: entry.responsiblePersonId,
      ...(scan ? { scan_sha256: Buffer.from(scan, 'hex'), scan_name: entry.scan?.name.slice(-120) ?? null } : {}),
    },
  }
}

/** Parties in their order, and the term as far as it is known: the old ones go. */
export async function writeParties(tx: Tx, agreementId: string, entry: Entry, now: Date): Promise<void> {
  await tx.deleteFrom('agreement_party').where('agreement_id', '=', agreementId).execute()
  for (const [index, organisationId] of entry.parties.entries())
    await tx
      .insertInto('agreement_party')
      .values({
        agreement_id: agreementId,
        organisation_id: organisationId,
        alliance_id: null,
        position: index + 1,
        added_at: now,
      })
      .execute()
}

/** Days are those of whoever keeps the entry. */
export async function writeTerm(tx: Tx, agreementId: string, entry: Entry, zone: string): Promise<void> {
  await tx.deleteFrom('entry_into_force').where('agreement_id', '=', agreementId).execute()
  const term = termOf(entry)
  if (!term) return
  const from = new Date(startOfDay(term.from, zone).instant)
  await tx
    .insertInto('entry_into_force')
    .values({ agreement_id: agreementId, in_force_from: from, in_force_until: term.until })
    .execute()
}
