import type { Scope } from '../../accounts/scope.ts'
import type { PersonName } from '../../language/names.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { EventView } from '../event.ts'
import { mayOrganise } from '../policy.ts'
import type { CategoryKind } from '../tables.ts'
import type { ProviderName } from './tables.ts'

export type Entry = {
  id: string
  name: PersonName
  affiliation: string | null
  role: CategoryKind
  /** `failed` and `wanted` are without a place; `ready` has one and waits for the release. */
  state: 'wanted' | 'failed' | 'ready' | 'sent' | 'revealed' | 'revoked'
  at: Date
  failure: { code: string; detail: string; retryAt: Date; times: number } | null
  /** On how many kinds of device it was opened; more than one is worth a look. */
  devices: string[]
}

export type Console = {
  plan: { provider: ProviderName; releasesAt: Date; zone: string; hasFallback: boolean } | null
  releasedAt: Date | null
  fallbackSince: Date | null
  entries: Entry[]
  /** Approved, and without a way in. */
  alarm: Entry[]
}

/** Who has what, for those who organise the event; null for everybody else. */
export async function accessConsole(db: Db, scope: Scope, event: EventView): Promise<Console | null> {
  if (!mayOrganise(scope, event)) return null
  const plan = await db.selectFrom('access_plan').selectAll().where('event_id', '=', event.id).executeTakeFirst()
  const released = await db
    .selectFrom('access_release')
    .select('released_at')
    .where('event_id', '=', event.id)
    .executeTakeFirst()
  const fallback = await db
    .selectFrom('access_fallback')
    .select('opened_at')
    .where('event_id', '=', event.id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  const entries = await entriesOf(db, event.id)
  return {
    plan: plan
      ? {
          provider: plan.provider,
          releasesAt: plan.releases_at,
          zone: plan.zone,
          hasFallback: plan.fallback_locked !== null,
        }
      : null,
    releasedAt: released?.released_at ?? null,
    fallbackSince: fallback?.opened_at ?? null,
    entries,
    alarm: entries.filter(({ state }) => state === 'failed' || (state === 'wanted' && released !== undefined)),
  }
}

async function entriesOf(db: Db, eventId: string): Promise<Entry[]> {
  const rows = await db
    .selectFrom('access_grant as granted')
    .innerJoin('registration', 'registration.id', 'granted.registration_id')
    .leftJoin('access_place as place', 'place.grant_id', 'granted.id')
    .leftJoin('access_address as address', (join) =>
      join.onRef('address.grant_id', '=', 'granted.id').on('address.replaced_at', 'is', null),
    )
    .select(['granted.id', 'granted.role', 'granted.wanted_at', 'granted.revoked_at', 'name', 'affiliation'])
    .select(['place.confirmed_at', 'address.sent_at'])
    .where('granted.event_id', '=', eventId)
    .orderBy('granted.wanted_at')
    .orderBy('granted.id')
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const failures = await db
    .selectFrom('access_failure')
    .selectAll()
    .where('grant_id', 'in', ids)
    .orderBy('failed_at')
    .execute()
  const reveals = await db.selectFrom('access_reveal').selectAll().where('grant_id', 'in', ids).execute()
  return rows.map((row) => {
    const own = failures.filter(({ grant_id }) => grant_id === row.id)
    const last = own.at(-1)
    const opened = reveals.filter(({ grant_id }) => grant_id === row.id)
    const failure = last && { code: last.code, detail: last.detail, retryAt: last.retry_at, times: own.length }
    return {
      id: row.id,
      name: row.name,
      affiliation: row.affiliation,
      role: row.role,
      ...standing(row, opened.at(-1)?.revealed_at, last?.failed_at),
      failure: row.confirmed_at ? null : (failure ?? null),
      devices: [...new Set(opened.map(({ device }) => device))],
    }
  })
}

type Times = { wanted_at: Date; revoked_at: Date | null; confirmed_at: Date | null; sent_at: Date | null }

function standing(times: Times, revealedAt?: Date, failedAt?: Date): Pick<Entry, 'state' | 'at'> {
  if (times.revoked_at) return { state: 'revoked', at: times.revoked_at }
  if (revealedAt) return { state: 'revealed', at: revealedAt }
  if (times.sent_at) return { state: 'sent', at: times.sent_at }
  if (times.confirmed_at) return { state: 'ready', at: times.confirmed_at }
  return failedAt ? { state: 'failed', at: failedAt } : { state: 'wanted', at: times.wanted_at }
}
