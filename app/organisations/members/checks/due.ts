import { sql } from 'kysely'
import { organisationsOf, type Scope } from '../../../accounts/scope.ts'
import { addToDate } from '../../../language/dates.ts'
import { localTime, startOfDay } from '../../../language/times.ts'
import type { Db } from '../../../platform/db/tables.ts'
import type { DueItem } from '../../../web/due.ts'
import { type ProfileText, textFor } from '../../profileText.ts'

/** A member has two weeks for its profile; then its coordinator asks in person. */
const PATIENCE_DAYS = 14

type Row = {
  id: string
  asked_at: Date
  office: string
  zone: string
  slug: string
  name: ProfileText
  total: string
}

/** Members that were asked to check their profile and have not answered, for the office that asked. */
export async function profileCheckDue(
  db: Db,
  scope: Scope,
  now: Date,
  limit: number,
): Promise<{ items: DueItem[]; total: number }> {
  const offices = organisationsOf(scope, 'manager', 'coordinator')
  if (offices.length === 0) return { items: [], total: 0 }
  const { rows } = await sql<Row>`
    select request.id, request.asked_at, request.asked_for as office, home.time_zone as zone, member.slug, member.name,
      count(*) over () as total
    from profile_request request
    join organisation home on home.id = request.asked_for
    join organisation member on member.id = request.organisation_id
    where request.asked_for in (${sql.join(offices)})
      and request.revoked_at is null and request.expires_at > ${now}
      and request.asked_at < ${new Date(now.getTime() - PATIENCE_DAYS * 24 * 60 * 60 * 1000)}
      and not exists (select from profile_check c where c.organisation_id = member.id and c.checked_at >= request.asked_at)
      and not exists (select from profile_part p where p.organisation_id = member.id
        and p.changed_through is not null and p.changed_at >= request.asked_at)
      and not exists (select from profile_part_earlier e where e.organisation_id = member.id
        and e.changed_through is not null and e.changed_at >= request.asked_at)
    order by request.asked_at, request.id
    limit ${limit}`.execute(db)
  const items = rows.map(({ id, asked_at, office, zone, slug, name }): DueItem => {
    const day = addToDate(localTime(asked_at.toISOString(), zone).date, { days: PATIENCE_DAYS + 1 })
    return {
      kind: 'profile.unanswered',
      subjectId: id,
      path: `/members/${slug}/edit`,
      text: (t, locale) => t.profileChecks.due({ member: textFor(name, locale)?.text ?? slug }),
      side: 'yours',
      organisationId: office,
      personId: null,
      due: { at: new Date(startOfDay(day, zone).instant), zone },
    }
  })
  return { items, total: Number(rows[0]?.total ?? 0) }
}
