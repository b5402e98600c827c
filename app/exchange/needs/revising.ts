import { actorOf } from '../../accounts/activity.ts'
import type { Scope } from '../../accounts/scope.ts'
import { localTime } from '../../language/times.ts'
import { rewritten } from '../../organisations/members/rewriting.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { json } from '../../platform/db/values.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { columnsOf, type FactsRefusal, isInRange, type NeedFacts, type NeedWords } from './entering.ts'
import { findNeed, type Need } from './finding.ts'
import { lockNeed } from './locking.ts'
import { writeTerms } from './reading.ts'
import { keepFromRivals, rivalsNamed } from './rivals.ts'

/** While it waits for review only the reviewer writes in it; what was reviewed may be translated, not changed. */
export const mayRevise = ({ keeps, reviews, state }: Need): boolean =>
  keeps && (state === 'entered' || state === 'returned' || (state === 'submitted' && reviews))

export const mayTranslate = ({ keeps, state }: Need): boolean =>
  keeps && (state === 'published' || state === 'submitted' || state === 'expired')

/**
 * Changes a need's words in one language, and what else is said of it. Of a reviewed need the words in a language other than its own alone:
 * then `facts` is null.
 */
export async function reviseNeed(
  services: Services,
  scope: Scope,
  { reference, words, facts }: { reference: string; words: NeedWords; facts: NeedFacts | null },
): Promise<{ reference: string } | { refused: 'no-such-need' | 'reviewed-already' } | FactsRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    await lockNeed(tx, reference)
    const need = await findNeed(tx, scope, now, reference)
    if (!need?.keeps) return { refused: 'no-such-need' as const }
    const isTranslation = facts === null && words.locale !== need.title.original
    if (!mayRevise(need) && !(isTranslation && mayTranslate(need))) return { refused: 'reviewed-already' as const }
    const today = localTime(now.toISOString(), need.zone).date
    const expiresOn = facts?.expiresOn ?? need.expiresOn
    if (facts && !isInRange(expiresOn, today)) return { refused: 'expiry-out-of-range' as const }
    const rivals = facts && (await rivalsNamed(tx, facts.rivals))
    if (facts && !rivals) return { refused: 'no-such-rival' as const }
    const writer = { locale: words.locale, by: scope.person?.personId ?? null, at: now }
    const title = rewritten(need.title, words.title, writer) ?? need.title
    const body = rewritten(need.body, words.body, writer) ?? need.body
    await tx
      .updateTable('need')
      .set({
        title: json(title),
        body: json(body),
        ...(facts ? columnsOf(facts) : {}),
        expires_on: expiresOn,
      })
      .where('id', '=', need.id)
      .execute()
    await writeTerms(tx, need.id, { title, body, emdn: facts?.emdn ?? need.emdn })
    if (rivals) await keepFromRivals(tx, need.id, rivals)
    await recordActivity(tx, {
      subject: { kind: 'need', id: need.id },
      verb: isTranslation ? 'need.translated' : 'need.revised',
      actor: actorOf(scope, need.organisationId),
      facts: { language: words.locale },
      at: now,
    })
    return { reference }
  })
}
