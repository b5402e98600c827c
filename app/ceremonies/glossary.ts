import { assembleAgreement } from '../agreements/assembling.ts'
import type { Translated } from '../language/translated.ts'
import type { Db } from '../platform/db/tables.ts'

/** The agreement's own words in its languages, for those who speak them aloud: its title, its parties, what its clauses are about. */
export async function glossaryOf(db: Db, agreementId: string | null, now: Date): Promise<Translated[]> {
  const agreement = agreementId ? await assembleAgreement(db, agreementId, now) : null
  if (!agreement) return []
  const headings = agreement.clauses.map(({ texts }) =>
    Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, text.heading])),
  )
  return [agreement.title, ...agreement.parties.map(({ name }) => name.text), ...headings]
}
