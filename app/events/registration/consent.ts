import { createHash } from 'node:crypto'
import type { Locale } from '../../language/locales.ts'
import { pick } from '../../language/translated.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import type { GivenConsent } from '../tables.ts'
import type { Category } from './categories.ts'

/** `participation` is what a registration is for and must be agreed to; `follow-up` is a favour that may be declined. */
export const consentPurposes = ['participation', 'follow-up'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

export type Wording = { purpose: ConsentPurpose; version: string; locale: Locale; wording: string }

/**
 * What somebody agrees to as they read it: the purpose of every datum of the form, and the sentence they tick. Its digest is its version,
 * so that whatever an organiser changes later, what was agreed to stays known.
 */
export function wordingOf(purpose: ConsentPurpose, category: Pick<Category, 'fields'>, locale: Locale): Wording {
  const words = catalogues[locale].events.form
  const asked = category.fields.map((field) => {
    const label = pick(field.label.text, locale, field.label.original)?.text ?? field.key
    return `${label}: ${pick(field.purpose.text, locale, field.purpose.original)?.text ?? ''}`
  })
  const usual = [
    `${words.name}: ${words.purposes.name}`,
    `${words.address}: ${words.purposes.address}`,
    `${words.affiliation}: ${words.purposes.affiliation}`,
    `${words.zone}: ${words.purposes.zone}`,
  ]
  const lines =
    purpose === 'participation' ? [...usual, ...asked, words.consents.participation] : [words.consents['follow-up']]
  const wording = lines.join('\n')
  return { purpose, version: createHash('sha256').update(wording).digest('hex'), locale, wording }
}

/**
 * Keeps the words with the consent that names them. What this process saw committed is remembered, as words are never
 * deleted; so from the third registration in the same words on nothing is asked.
 */
export async function keepWording(db: Db, tx: Tx, wordings: readonly Wording[]): Promise<void> {
  const known = kept.get(db) ?? new Set<string>()
  kept.set(db, known)
  const news = wordings.filter(({ version }) => !known.has(version))
  if (news.length === 0) return
  const versions = news.map(({ version }) => version)
  const there = await tx.selectFrom('consent_wording').select('version').where('version', 'in', versions).execute()
  // Seen in the database they are there to stay; inserted here they may yet be rolled back.
  for (const { version } of there) known.add(version)
  const missing = news.filter(({ version }) => !known.has(version))
  if (missing.length === 0) return
  await tx
    .insertInto('consent_wording')
    .values(missing)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const kept = new WeakMap<Db, Set<string>>()

export const consentFrom = ({ purpose, version, locale }: Wording, at: Date): GivenConsent => ({
  purpose,
  version,
  locale,
  at: at.toISOString(),
})
