import type { Scope } from '../../accounts/scope.ts'
import { isZone } from '../../language/times.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import { lockEvent } from '../locking.ts'
import { mayOrganise } from '../policy.ts'
import { lockLink } from './locks.ts'
import type { ProviderName } from './tables.ts'

export type AccessPlan = {
  provider: ProviderName
  /** Of the room, for `link`; null keeps the one that was set. */
  link?: string | null
  /** Shown to those who hold an address while the provider is down; null keeps what was set. */
  fallback?: string | null
  /** From when on personal addresses are sent, and open. */
  releasesAt: Date
  zone: string
}

export type AccessPlanRefusal = {
  refused: 'no-such-event' | 'not-yours' | 'unknown-zone' | 'link-needed' | 'bad-link' | 'after-the-end' | 'released'
}

/** Says where the event takes place and from when on people get in. After the release the instant stays as it was. */
export async function planAccess(
  services: Services,
  scope: Scope,
  eventId: string,
  plan: AccessPlan,
): Promise<{ planned: true } | AccessPlanRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const event = await lockEvent(tx, eventId)
    if (!event) return { refused: 'no-such-event' as const }
    if (!mayOrganise(scope, event)) return { refused: 'not-yours' as const }
    const before = await tx.selectFrom('access_plan').selectAll().where('event_id', '=', eventId).executeTakeFirst()
    const refused = refusalOf(plan, event.ends, before)
    if (refused) return refused
    const released = await tx.selectFrom('access_release').select('event_id').where('event_id', '=', eventId).execute()
    if (released.length > 0 && before && before.releases_at.getTime() !== plan.releasesAt.getTime()) {
      return { refused: 'released' as const }
    }
    const row = {
      provider: plan.provider,
      link_locked: plan.link ? lockLink(services, plan.link) : (before?.link_locked ?? null),
      fallback_locked: plan.fallback ? lockLink(services, plan.fallback) : (before?.fallback_locked ?? null),
      releases_at: plan.releasesAt,
      zone: plan.zone,
      set_by: scope.person?.personId ?? null,
      set_at: now,
    }
    await tx
      .insertInto('access_plan')
      .values({ event_id: eventId, ...row })
      .onConflict((conflict) => conflict.column('event_id').doUpdateSet(row))
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'event', id: eventId },
      verb: 'access.planned',
      actor: actorOf(scope, event.leadOrganisationId),
      // Never the link.
      facts: { provider: plan.provider, releasesAt: plan.releasesAt.toISOString(), zone: plan.zone },
      at: now,
    })
    await services.jobs.enqueue(tx, 'access.work', {}, { key: 'now' })
    return { planned: true as const }
  })
}

function refusalOf(plan: AccessPlan, ends: Date, before: { link_locked: Uint8Array | null } | undefined) {
  if (!isZone(plan.zone)) return { refused: 'unknown-zone' as const }
  if (plan.provider === 'link' && !plan.link && !before?.link_locked) return { refused: 'link-needed' as const }
  if ([plan.link, plan.fallback].some((link) => link && !isLink(link))) return { refused: 'bad-link' as const }
  return plan.releasesAt >= ends ? { refused: 'after-the-end' as const } : null
}

/** An address that a browser may be sent to. */
const isLink = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost'))
}
