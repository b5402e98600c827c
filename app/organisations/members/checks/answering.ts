import { recordActivity } from '../../../platform/audit/record.ts'
import { transaction } from '../../../platform/db/transaction.ts'
import { newId } from '../../../platform/ids.ts'
import type { Services } from '../../../web/env.ts'
import { type PartInput, storePart } from '../writing.ts'
import { requestByToken } from './opening.ts'

type Over = { refused: 'link-over' }

/** The member says that its profile is right as it stands. */
export const confirmProfile = (services: Services, token: string): Promise<{ checked: true } | Over> =>
  withLink(services, token, async (tx, request, now) => {
    await tx
      .insertInto('profile_check')
      .values({ id: newId(), organisation_id: request.organisationId, request_id: request.id, checked_at: now })
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'organisation', id: request.organisationId },
      verb: 'profile.checked',
      actor: { person: null, via: 'system', organisation: request.organisationId },
      facts: { request: request.id },
      at: now,
    })
    return { checked: true as const }
  })

/** The member writes a part of its profile through the link; the part says so from then on. */
export const writeThroughLink = (
  services: Services,
  token: string,
  input: Omit<PartInput, 'organisationId'>,
): Promise<{ revision: number } | Over | { refused: 'no-profile' | 'changed-meanwhile' | 'unreadable-part' }> =>
  withLink(services, token, (tx, { id, organisationId }, now) => {
    const actor = { person: null, via: 'system' as const, organisation: organisationId }
    return storePart(tx, { actor, through: id }, { ...input, organisationId }, now)
  })

type Act<Result> = (
  tx: Parameters<typeof storePart>[0],
  request: { id: string; organisationId: string },
  now: Date,
) => Promise<Result>

/** Does something with a link that still holds when it is done. */
function withLink<Result>(services: Services, token: string, act: Act<Result>): Promise<Result | Over> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const request = await requestByToken(tx, token, now)
    if (!request || request === 'over') return { refused: 'link-over' as const }
    return act(tx, request, now)
  })
}
