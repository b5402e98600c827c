import { createHash } from 'node:crypto'
import type { Locale } from '../../language/locales.ts'
import { pick } from '../../language/translated.ts'
import type { Db } from '../../platform/db/tables.ts'
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

/** Keeps the words before anybody's consent names them. */
export async function keepWording(db: Db, wordings: readonly Wording[]): Promise<void> {
  const known = kept.get(db) ?? new Set<string>()
  kept.set(db, known)
  const news = wordings.filter(({ version }) => !known.has(version))
  if (news.length === 0) return
  await db
    .insertInto('consent_wording')
    .values([...news])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  for (const { version } of news) known.add(version)
}

/** Words are never deleted, so what this process has kept once need not be asked again. */
const kept = new WeakMap<Db, Set<string>>()

export const consentFrom = ({ purpose, version, locale }: Wording, at: Date): GivenConsent => ({
  purpose,
  version,
  locale,
  at: at.toISOString(),
})
