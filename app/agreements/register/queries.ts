import { holds, type Scope } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import { textFor } from '../../organisations/profileText.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Agreement } from '../agreement.ts'
import { assembleAgreement } from '../assembling.ts'

export type RegisterPlace = { id: string; slug: string; name: string; timeZone: string; mayRegister: boolean }

/** An organisation whose register the asker reads: anybody with a role there; null for everybody else. */
export async function registerPlace(db: Db, scope: Scope, slug: string, reader: Locale): Promise<RegisterPlace | null> {
  const row = await db
    .selectFrom('organisation')
    .select(['id', 'slug', 'name', 'time_zone'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!row || !holds(scope, row.id, 'manager', 'coordinator', 'signatory', 'programme-officer')) return null
  return {
    id: row.id,
    slug: row.slug,
    name: textFor(row.name, reader)?.text ?? row.slug,
    timeZone: row.time_zone,
    mayRegister: holds(scope, row.id, 'manager', 'coordinator'),
  }
}

/** A cluster has a few dozen agreements in all its years; more than these are on the agreements' own pages. */
const MOST = 200

/** All agreements of an organisation, signed here or elsewhere, the newest first. */
export async function registerOf(db: Db, _scope: Scope, organisationId: string, now: Date): Promise<Agreement[]> {
  const rows = await db
    .selectFrom('agreement_party')
    .select('agreement_id')
    .where('organisation_id', '=', organisationId)
    .orderBy('agreement_id', 'desc')
    .limit(MOST)
    .execute()
  const found: Agreement[] = []
  for (const { agreement_id } of rows) {
    const agreement = await assembleAgreement(db, agreement_id, now)
    if (agreement) found.push(agreement)
  }
  return found
}
