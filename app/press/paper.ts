import type { Locale } from '../language/locales.ts'
import { localTime } from '../language/times.ts'
import { dateText } from '../language/dates.ts'
import { releaseDate } from '../language/japaneseDates.ts'
import { type Content, pick } from '../language/translated.ts'
import type { Db } from '../platform/db/tables.ts'
import { catalogues } from '../platform/i18n/catalogue.ts'
import { getBlob, putBlob } from '../platform/storage/blobs.ts'
import type { Release, Revision } from './assembling.ts'
import { paragraphsOf, type ReleaseContent } from './content.ts'
import type { Block, ComposedRelease, Line } from './form/composed.ts'
import { composeRelease } from './form/composing.ts'
import { releasePdf } from './form/pdf.ts'
import './tables.ts'

/** Sets the official form anew in every language of the release; without a record there is none. */
export const withForm = (content: ReleaseContent): ReleaseContent => {
  const { record, languages } = content
  const composed = record && Object.fromEntries(languages.map((locale) => [locale, composeRelease(record, locale)]))
  return { ...content, composed }
}

/** The official form for a reader: in their language, else in the original. */
export const formFor = (content: ReleaseContent, locale: Locale): ComposedRelease | null =>
  content.composed?.[locale] ?? content.composed?.[content.title.original] ?? null

/** The language in which a reader gets the paper. */
export const paperLocale = (content: ReleaseContent, wanted: Locale): Locale =>
  content.languages.includes(wanted) ? wanted : content.title.original

/** The release as paper. `isBefore`: it goes to somebody who must keep it until a moment, so the paper says that moment. */
export function paperOf(release: Release, { content }: Revision, locale: Locale, isBefore: boolean): ComposedRelease {
  const { embargo } = release
  const until = {
    liftsAt: embargo.liftsAt?.toISOString() ?? null,
    zone: embargo.zone,
    place: embargo.place,
    uponSignature: embargo.uponSignature,
  }
  const official = formFor(content, locale)
  const composed = official ?? authoredForm(release, content, locale)
  if (!isBefore) return composed
  const words = catalogues[locale].press.release.before
  const status = content.record
    ? composeRelease(content.record, locale, { embargo: until }).status
    : [{ text: words.title, strong: true }]
  return { ...composed, status }
}

/** A written release in the order of a paper: who, when, to whom, the text, what each issuer says for itself. */
function authoredForm(release: Release, content: ReleaseContent, locale: Locale): ComposedRelease {
  const words = catalogues[locale].releases.form
  const lead = release.issuers.find(({ organisationId }) => organisationId === release.leadOrganisationId)
  const at = release.lifting?.at ?? release.embargo.liftsAt ?? release.newest.writtenAt
  const { date } = localTime(at.toISOString(), lead?.timeZone ?? 'UTC')
  const said = (text: Content): Line => {
    const found = pick(text.text, locale, text.original)
    return found ? [{ text: found.text, ...(found.locale === locale ? {} : { lang: found.locale }) }] : []
  }
  const body: Block[] = paragraphsOf(content.body ? textOf(content.body, locale) : '').map((text) => ({
    kind: 'paragraph',
    line: [{ text }],
  }))
  return {
    locale,
    form: locale === 'ja' ? 'japanese' : 'european',
    kind: [{ text: words.kind }],
    issued: [{ text: locale === 'ja' ? releaseDate(date) : dateText(locale, date), machine: date }],
    addressees: [{ text: words.addressees }],
    sender: release.issuers.map(({ name }) => said(name)),
    status: null,
    title: said(content.title),
    subtitle: content.subtitle && said(content.subtitle),
    lead: [],
    body: [...body, ...notesOf(release, content, locale, said)],
    mark: release.demonstration ? words.mark : null,
  }
}

const textOf = (content: Content, locale: Locale): string => pick(content.text, locale, content.original)?.text ?? ''

function notesOf(release: Release, content: ReleaseContent, locale: Locale, said: (text: Content) => Line): Block[] {
  return content.issuers.flatMap(({ organisationId, notes }): Block[] => {
    const issuer = release.issuers.find((one) => one.organisationId === organisationId)
    if (!issuer) return []
    const heading = said(issuer.name)
    const about: Block[] = notes.boilerplate
      ? paragraphsOf(textOf(notes.boilerplate, locale)).map((text) => ({ kind: 'paragraph', line: [{ text }] }))
      : []
    const contacts = notes.contacts.map(({ unit, name, telephone, address }): Block => ({
      kind: 'contact',
      heading: [{ text: catalogues[locale].press.notes.contact }],
      lines: [
        ...(unit ? [said(unit)] : []),
        ...(name ? [[{ text: name }]] : []),
        ...(telephone ? [[{ text: telephone, href: `tel:${telephone.replaceAll(/[^+\d]/g, '')}` }]] : []),
        ...(address ? [[{ text: address, href: `mailto:${address}` }]] : []),
      ],
    }))
    const marks: Block[] = notes.marks ? [{ kind: 'marks', lines: [said(notes.marks)] }] : []
    const blocks = [...about, ...contacts, ...marks]
    return blocks.length > 0 ? [{ kind: 'section', heading, blocks }] : []
  })
}

/** The PDF of what strangers read, set once and kept; the moment of its making is that of the lifting, so it is the same for everybody. */
export async function publicPaper(db: Db, release: Release, revision: Revision, locale: Locale): Promise<Uint8Array> {
  const key = { release_id: release.id, revision: revision.revision, locale }
  const known = await db
    .selectFrom('release_paper')
    .select('sha256')
    .where('release_id', '=', release.id)
    .where('revision', '=', revision.revision)
    .where('locale', '=', locale)
    .executeTakeFirst()
  const kept = known && (await getBlob(db, Buffer.from(known.sha256).toString('hex')))
  if (kept) return kept.bytes
  const created = release.lifting?.at ?? revision.writtenAt
  const pdf = await releasePdf(paperOf(release, revision, locale, false), { created })
  const sha256 = Buffer.from(await putBlob(db, pdf, 'application/pdf'), 'hex')
  await db
    .insertInto('release_paper')
    .values({ ...key, sha256, made_at: created })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return pdf
}
