import { sql } from 'kysely'
import { recordActivity } from '../../../platform/audit/record.ts'
import { transaction } from '../../../platform/db/transaction.ts'
import type { Services } from '../../../web/env.ts'
import { homesOf } from '../policy.ts'
import { sendRequest } from './asking.ts'

/** So many mails a run, so that a large cluster is asked over days and no mail server takes us for a nuisance. */
const PER_RUN = 50

/**
 * Asks again, at the address that was asked before, where nobody of the member has checked or written the profile for twelve months. Whoever
 * was never asked is not asked by a machine first. @returns how many were asked.
 */
export async function askYearly(services: Services, perRun = PER_RUN): Promise<number> {
  const now = services.clock.now()
  const rows = await sql<{ id: string }>`
    select profile.organisation_id as id
    from member_profile profile
    join lateral (
      select max(asked_at) as asked_at from profile_request where organisation_id = profile.organisation_id
    ) asked on true
    where profile.withdrawn_at is null
      and asked.asked_at <= ${now}::timestamptz - interval '12 months'
      and not exists (select from profile_yearly_off o where o.organisation_id = profile.organisation_id)
      and not exists (select from profile_check c where c.organisation_id = profile.organisation_id
        and c.checked_at > ${now}::timestamptz - interval '12 months')
      and not exists (select from profile_part p where p.organisation_id = profile.organisation_id
        and p.changed_through is not null and p.changed_at > ${now}::timestamptz - interval '12 months')
      and not exists (select from profile_part_earlier e where e.organisation_id = profile.organisation_id
        and e.changed_through is not null and e.changed_at > ${now}::timestamptz - interval '12 months')
      and exists (select from cluster_membership m where m.organisation_id = profile.organisation_id
        and (m.since is null or m.since <= ${now}::timestamptz::date)
        and (m.until is null or m.until >= ${now}::timestamptz::date))
    order by asked.asked_at, profile.organisation_id
    limit ${perRun}`.execute(services.database.db)
  let asked = 0
  for (const { id } of rows.rows) if (await askAgain(services, id, now)) asked++
  return asked
}

/** Two processes may sweep at once: the profile is locked, and looked at again. */
const askAgain = (services: Services, organisationId: string, now: Date): Promise<boolean> =>
  transaction(services.database.db, async (tx) => {
    await tx
      .selectFrom('member_profile')
      .select('organisation_id')
      .where('organisation_id', '=', organisationId)
      .forUpdate()
      .executeTakeFirst()
    const last = await tx
      .selectFrom('profile_request')
      .select(['address', 'asked_for', 'asked_at', 'revoked_at'])
      .where('organisation_id', '=', organisationId)
      .orderBy('asked_at', 'desc')
      .executeTakeFirst()
    const homes = await homesOf(tx, organisationId, now.toISOString().slice(0, 10))
    // Whose link was taken back is not written to again, nor is anybody in the name of an office the member has left.
    if (!last || last.revoked_at || !homes.includes(last.asked_for)) return false
    if (last.asked_at.getTime() > now.getTime() - 360 * 24 * 60 * 60 * 1000) return false
    const request = await sendRequest(
      services,
      tx,
      { organisationId, address: last.address, askedFor: last.asked_for, askedBy: null },
      now,
    )
    await recordActivity(tx, {
      subject: { kind: 'organisation', id: organisationId },
      verb: 'profile.check-asked',
      actor: { person: null, via: 'system', organisation: last.asked_for },
      facts: { request },
      at: now,
    })
    return true
  })

/** What a part said a year ago is nobody's business any more, least of all of contact persons. @returns how many went. */
export async function forgetEarlier(services: Services): Promise<number> {
  const now = services.clock.now()
  const gone = await services.database.db
    .deleteFrom('profile_part_earlier')
    .where(sql<boolean>`changed_at < ${now}::timestamptz - interval '12 months'`)
    // What was replaced only lately stays until its own year is over.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('profile_part as part')
            .select('part.revision')
            .whereRef('part.organisation_id', '=', 'profile_part_earlier.organisation_id')
            .whereRef('part.field_group', '=', 'profile_part_earlier.field_group')
            .where(sql<boolean>`part.revision = profile_part_earlier.revision + 1`)
            .where(sql<boolean>`part.changed_at >= ${now}::timestamptz - interval '12 months'`),
        ),
      ),
    )
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
