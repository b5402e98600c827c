import { sql } from 'kysely'
import { organisationsOf, type Scope } from '../../accounts/scope.ts'
import { pick } from '../../language/translated.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { DueItem } from '../../web/due.ts'
import { companyRoles } from './policy.ts'

/** Referrals in which it is the turn of one of the asker's organisations, the earliest deadline first. */
export async function referralDue(
  db: Db,
  scope: Scope,
  _now: Date,
  limit: number,
): Promise<{ items: DueItem[]; total: number }> {
  const places = organisationsOf(scope, ...companyRoles)
  if (places.length === 0) return { items: [], total: 0 }
  const me = scope.person?.personId ?? null
  const rows = await db
    .selectFrom('referral_step as step')
    .innerJoin('referral', 'referral.id', 'step.referral_id')
    .select([
      'step.id',
      'step.due_at',
      'step.due_zone',
      'step.responsible_person_id',
      'step.responsible_organisation_id',
    ])
    .select(['referral.reference', 'referral.subject'])
    .select(sql<string>`count(*) over ()`.as('total'))
    .where('step.responsible_organisation_id', 'in', places)
    .where('step.followed_at', 'is', null)
    .where('step.due_at', 'is not', null)
    .orderBy(sql`coalesce(step.responsible_person_id <> ${me}, false)`)
    .orderBy('step.due_at')
    .orderBy('step.id')
    .limit(limit)
    .execute()
  const items = rows.map((row): DueItem => ({
    kind: 'referral.turn',
    subjectId: row.id,
    path: `/referrals/${row.reference}`,
    text: (t, locale) =>
      t.referrals.dueItem({ subject: pick(row.subject.text, locale, row.subject.original)?.text ?? row.reference }),
    side: row.responsible_person_id === null || row.responsible_person_id === me ? 'yours' : 'theirs',
    organisationId: row.responsible_organisation_id ?? '',
    personId: row.responsible_person_id,
    due: row.due_at && row.due_zone ? { at: row.due_at, zone: row.due_zone } : null,
  }))
  return { items, total: Number(rows[0]?.total ?? 0) }
}
