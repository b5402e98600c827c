import { sql } from 'kysely'
import { organisationsOf } from '../../accounts/scope.ts'
import { addToDate } from '../../language/dates.ts'
import { startOfDay } from '../../language/times.ts'
import type { DueItem, DueReader } from '../../web/due.ts'
import { type ProfileText, textFor } from '../profileText.ts'

/** A renewal takes a notified body months; who has not renewed a month later has let it go. */
const SOON = { days: 90 }
const GIVEN_UP = { days: -30 }

type Row = {
  id: string
  slug: string
  name: ProfileText
  zone: string
  kind: string
  until: string
  home: string
  total: number
}

/** Certificates of one's own firm, and of members of one's clusters, that end within 90 days or ended lately. */
export const certificateDue: DueReader = async (db, scope, now, limit) => {
  const own = organisationsOf(scope, 'member')
  const offices = organisationsOf(scope, 'manager', 'coordinator')
  if (own.length + offices.length === 0) return { items: [], total: 0 }
  const today = now.toISOString().slice(0, 10)
  const { rows } = await sql<Row>`
    with mine as (
      select unnest(${own}::uuid[]) as id
      union
      select m.organisation_id from cluster c join cluster_membership m on m.cluster_id = c.id
      where c.managing_organisation_id = any (${offices}::uuid[])
        and (m.since is null or m.since <= ${today}::date) and (m.until is null or m.until >= ${today}::date)
    )
    select o.id, o.slug, o.name, o.time_zone as zone, item ->> 'kind' as kind, item ->> 'validUntil' as until,
      o.id as home, count(*) over () as total
    from mine
    join profile_part part on part.organisation_id = mine.id and part.field_group = 'certificates'
    join member_profile profile on profile.organisation_id = mine.id and profile.withdrawn_at is null
    join organisation o on o.id = mine.id
    cross join lateral jsonb_array_elements(part.content -> 'items') item
    where item ->> 'validUntil' between ${addToDate(today, GIVEN_UP)} and ${addToDate(today, SOON)}
      and (o.id = any (${own}::uuid[]) or part.visibility <> 'private')
    order by item ->> 'validUntil', o.slug
    limit ${limit}`.execute(db)
  const items = rows.map(({ id, slug, name, zone, kind, until }): DueItem => ({
    kind: 'certificate.ending',
    subjectId: `${id} ${kind} ${until}`,
    path: `/members/${slug}/edit/certificates`,
    text: (t, locale) => t.members.certificateDue({ member: textFor(name, locale)?.text ?? slug, kind }),
    side: 'yours',
    organisationId: id,
    personId: null,
    due: { at: new Date(Date.parse(startOfDay(addToDate(until, { days: 1 }), zone).instant) - 1), zone },
  }))
  return { items, total: rows[0]?.total ?? 0 }
}
