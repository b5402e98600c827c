import { addToDate } from '../language/dates.ts'
import { localTime } from '../language/times.ts'
import type { Db } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'

/** After so many months both companies are asked what came of an introduction. */
const MONTHS = [1, 3, 6, 12] as const

/** Plans the questions after an introduction, each on its day where the company is. Done once, however often it is called. */
export async function planFollowUps(db: Db, referralId: string, at: Date): Promise<void> {
  await transaction(db, async (tx) => {
    await tx
      .insertInto('introduction')
      .values({ referral_id: referralId, introduced_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    for (const { id, time_zone } of await companiesIn(tx, referralId)) {
      const day = localTime(at.toISOString(), time_zone).date
      for (const months of MONTHS)
        await tx
          .insertInto('introduction_follow_up')
          .values({
            id: newId(),
            referral_id: referralId,
            organisation_id: id,
            months,
            due_on: addToDate(day, { months }),
            zone: time_zone,
            token_hash: null,
            sent_at: null,
            answer: null,
            words: null,
            answered_at: null,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
    }
  })
}

/** The company that asked, and the one that said yes. */
async function companiesIn(db: Db, referralId: string) {
  return db
    .selectFrom('organisation')
    .select(['organisation.id', 'organisation.time_zone'])
    .where((where) =>
      where.or([
        where('organisation.id', '=', (referral) =>
          referral.selectFrom('referral').select('from_organisation_id').where('referral.id', '=', referralId),
        ),
        where('organisation.id', '=', (step) =>
          step
            .selectFrom('referral_step')
            .select('to_organisation_id')
            .where('referral_id', '=', referralId)
            .where('act', '=', 'passed-to')
            .orderBy('seq', 'desc')
            .limit(1),
        ),
      ]),
    )
    .execute()
}
