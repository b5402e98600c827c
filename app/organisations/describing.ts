import { createHash } from 'node:crypto'
import type { Scope } from '../accounts/scope.ts'
import { reviseOriginal, translate } from '../language/content.ts'
import { type Locale, locales } from '../language/locales.ts'
import type { Translated } from '../language/translated.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { json } from '../platform/db/values.ts'
import type { Services } from '../web/env.ts'
import { mayDescribe } from './policy.ts'
import { type ProfileText, withHistory } from './profileText.ts'

export type Description = {
  name: Translated
  description: {
    original: Locale
    text: Translated
    /** Translations of which the writer says that they still fit, though nothing in them was changed. */
    confirmed: Locale[]
  }
  /** `versionOf` the profile that the writer had before them. */
  version: string
}

export type DescribingRefusal = {
  refused:
    | 'not-yours'
    | 'no-such-organisation'
    | 'changed-meanwhile'
    | 'original-missing'
    | 'name-missing'
    | 'name-in-agreements'
}

/** Rewrites an organisation's name and description. A translation that was not touched falls behind a changed original. */
export async function describeOrganisation(
  services: Services,
  scope: Scope,
  slug: string,
  input: Description,
): Promise<{ described: true } | DescribingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const row = await tx.selectFrom('organisation').selectAll().where('slug', '=', slug).forUpdate().executeTakeFirst()
    if (!row) return { refused: 'no-such-organisation' as const }
    if (!mayDescribe(scope, row.id)) return { refused: 'not-yours' as const }
    if (versionOf(row) !== input.version) return { refused: 'changed-meanwhile' as const }
    const name = renamed(row.name, input.name)
    if (!name) return { refused: 'name-missing' as const }
    if (isRenamed(row.name, name) && (await isInDocument(tx, row.id))) return { refused: 'name-in-agreements' as const }
    const by = scope.person?.personId ?? null
    const description = redescribed(row.description, input.description, { by, at: now.toISOString() })
    if (description === 'original-missing') return { refused: description }
    await tx
      .updateTable('organisation')
      .set({ name: json(name), description: description ? json(description) : null })
      .where('id', '=', row.id)
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'organisation', id: row.id },
      verb: 'organisation.described',
      actor: {
        person: by,
        organisation: row.id,
        via: scope.via === 'anonymous' ? 'system' : scope.via,
      },
      facts: { revision: description?.revision ?? null, languages: Object.keys(description?.text ?? {}) },
      at: now,
    })
    return { described: true as const }
  })
}

/** Stands for one state of a profile: a form sends it back, so that two writers do not overwrite each other. */
export const versionOf = (profile: { name: ProfileText; description: ProfileText | null }): string =>
  createHash('sha256')
    .update(JSON.stringify([profile.name, profile.description]))
    .digest('hex')
    .slice(0, 16)

/** The languages of names have no history: a name is right or it is not. */
function renamed(before: ProfileText, given: Translated): ProfileText | null {
  const text = written(given)
  const [first] = locales.filter((locale) => text[locale])
  if (!first) return null
  return { ...before, original: text[before.original] ? before.original : first, text }
}

const isRenamed = (before: ProfileText, after: ProfileText): boolean =>
  locales.some((locale) => (before.text[locale] ?? '') !== (after.text[locale] ?? ''))

/** Parties stand in agreements by the name they have here; once a document was made of it, the name must stay what it says. */
async function isInDocument(tx: Tx, organisationId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('agreement_party as party')
    .innerJoin('agreement_document as document', 'document.agreement_id', 'party.agreement_id')
    .select('document.agreement_id')
    .where('party.organisation_id', '=', organisationId)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

type Writer = { by: string | null; at: string }

function redescribed(
  before: ProfileText | null,
  { original, text: given, confirmed }: Description['description'],
  writer: Writer,
): ProfileText | null | 'original-missing' {
  const text = written(given)
  if (Object.keys(text).length === 0) return null
  const originalText = text[original]
  if (!originalText) return 'original-missing'
  // Another original is another text: what was made from the old one has to be looked at anew.
  const start =
    before && before.original === original
      ? reviseOriginal(withHistory(before), originalText)
      : {
          original,
          text: { ...before?.text, [original]: originalText },
          revision: (before?.revision ?? 0) + 1,
          translations: before ? withHistory(before).translations : {},
        }
  return others(original).reduce<ProfileText>((content, locale) => {
    const entry = text[locale]
    if (!entry) return without(content, locale)
    if (entry === before?.text[locale] && !confirmed.includes(locale)) return content
    const made = translate(withHistory(content), locale, entry, { from: content.revision ?? 1, ...writer })
    return 'refused' in made ? content : made
  }, start)
}

const others = (original: Locale) => locales.filter((locale) => locale !== original)

function without(content: ProfileText, locale: Locale): ProfileText {
  const { [locale]: _text, ...text } = content.text
  const { [locale]: _translation, ...translations } = withHistory(content).translations
  return { ...content, text, translations }
}

const written = (given: Translated): Translated =>
  Object.fromEntries(Object.entries(given).flatMap(([locale, text]) => (text?.trim() ? [[locale, text.trim()]] : [])))
