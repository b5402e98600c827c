import type { TestApplication } from '../../../test/harness/application.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Draft } from '../drafting.ts'
import { lastDay } from '../entering.ts'
import { enterCarriedTerms } from '../undertakings/carrying.ts'
import { draftFor, readAgreement, type TestAlliance } from './alliance.ts'

/** Clauses by whose names the template knows what they oblige and open. */
const carrying: Draft['clauses'] = ['market-entry', 'events', 'contacts', 'term'].map((slug) => ({
  slug,
  binding: false,
  texts: { ja: { heading: slug, body: '本文。' }, en: { heading: slug, body: 'Text.' } },
}))

/** An agreement in force without its signatures, which cost a second each: what their last one does is done here. */
export async function inForceFor(
  test: TestApplication,
  alliance: TestAlliance,
): Promise<{ id: string; reference: string; until: string }> {
  const made = await draftFor(test, alliance, { template: 'mou', clauses: carrying })
  const now = test.services.clock.now()
  const agreement = await readAgreement(test, made.id)
  const until = lastDay(now, agreement.termMonths, agreement.timeZone)
  await transaction(test.db, async (tx) => {
    await tx
      .insertInto('entry_into_force')
      .values({ agreement_id: made.id, in_force_from: now, in_force_until: until })
      .execute()
    await enterCarriedTerms(tx, agreement, until, now)
  })
  return { ...made, until }
}
