import { sql } from 'kysely'
import { organisationsOf, type Scope } from '../accounts/scope.ts'
import { addToDate } from '../language/dates.ts'
import { startOfDay } from '../language/times.ts'
import { pick } from '../language/translated.ts'
import type { Db } from '../platform/db/tables.ts'
import type { DueItem } from '../web/due.ts'

/** A company has two weeks; then its coordinator asks. */
const PATIENCE = { days: 14 }

/** Questions that a company left unanswered, for the coordinator of its cluster. */
export async function followUpDue(
  db: Db,
  scope: Scope,
  now: Date,
  limit: number,
): Promise<{ items: DueItem[]; total: number }> {
  const offices = organisationsOf(scope, 'manager', 'coordinator')
  if (offices.length === 0) return { items: [], total: 0 }
  const rows = await db
    .selectFrom('introduction_follow_up')
    .innerJoin('referral', 'referral.id', 'introduction_follow_up.referral_id')
    .innerJoin('cluster as home', 'home.id', 'referral.from_cluster_id')
    .innerJoin('cluster as partner', 'partner.id', 'referral.to_cluster_id')
    .select([
      'introduction_follow_up.id',
      'introduction_follow_up.due_on',
      'introduction_follow_up.zone',
      'referral.reference',
      'referral.subject',
    ])
    .select(
      sql<string>`case when introduction_follow_up.organisation_id = referral.from_organisation_id then home.managing_organisation_id else partner.managing_organisation_id end`.as(
        'office',
      ),
    )
    .select(sql<string>`count(*) over ()`.as('total'))
    .where('introduction_follow_up.sent_at', '<', new Date(now.getTime() - PATIENCE.days * 24 * 60 * 60 * 1000))
    .where('introduction_follow_up.answered_at', 'is', null)
    .where(
      sql<boolean>`case when introduction_follow_up.organisation_id = referral.from_organisation_id then home.managing_organisation_id else partner.managing_organisation_id end in (${sql.join(offices)})`,
    )
    .orderBy('introduction_follow_up.due_on')
    .orderBy('introduction_follow_up.id')
    .limit(limit)
    .execute()
  const items = rows.map((row): DueItem => ({
    kind: 'follow-up.unanswered',
    subjectId: row.id,
    path: `/outcomes/${row.reference}`,
    text: (t, locale) =>
      t.impact.dueItem({ subject: pick(row.subject.text, locale, row.subject.original)?.text ?? row.reference }),
    side: 'yours',
    organisationId: row.office,
    personId: null,
    due: { at: new Date(startOfDay(addToDate(row.due_on, { days: 15 }), row.zone).instant), zone: row.zone },
  }))
  return { items, total: Number(rows[0]?.total ?? 0) }
}
