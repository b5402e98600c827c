import type { Scope } from '../../../accounts/scope.ts'
import type { Db } from '../../../platform/db/tables.ts'
import type { FieldGroup, PartContents, Visibility } from '../profile.ts'

export type RequestState = 'answered' | 'open' | 'expired' | 'revoked'

export type AskedRequest = {
  id: string
  address: string
  askedAt: Date
  expiresAt: Date
  /** Null: the yearly round. */
  askedBy: string | null
  state: RequestState
  answeredAt: Date | null
}

export type EarlierPart = { revision: number; content: PartContents[FieldGroup]; visibility: Visibility; at: Date }

export type Keeping = {
  requests: AskedRequest[]
  checkedAt: Date | null
  asksYearly: boolean
  /** Through which address the parts were last written, where it was through a link. */
  through: Partial<Record<FieldGroup, string>>
  before: Partial<Record<FieldGroup, EarlierPart>>
}

/** How a profile is kept: who was asked and answered, and what its parts said before. For whoever keeps it. */
export async function keepingOf(db: Db, _scope: Scope, organisationId: string, now: Date): Promise<Keeping> {
  const requests = await requestsOf(db, organisationId, now)
  const checked = await db
    .selectFrom('profile_check')
    .select((all) => all.fn.max('checked_at').as('at'))
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  const off = await db
    .selectFrom('profile_yearly_off')
    .select('organisation_id')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  const through = await db
    .selectFrom('profile_part')
    .innerJoin('profile_request', 'profile_request.id', 'profile_part.changed_through')
    .select(['profile_part.field_group', 'profile_request.address'])
    .where('profile_part.organisation_id', '=', organisationId)
    .execute()
  const before = await db
    .selectFrom('profile_part_earlier')
    .select(['field_group', 'revision', 'content', 'visibility', 'changed_at'])
    .distinctOn('field_group')
    .where('organisation_id', '=', organisationId)
    .orderBy('field_group')
    .orderBy('revision', 'desc')
    .execute()
  return {
    requests,
    checkedAt: checked?.at ?? null,
    asksYearly: !off,
    through: Object.fromEntries(through.map(({ field_group, address }) => [field_group, address])),
    before: Object.fromEntries(
      before.map(({ field_group, changed_at, ...part }) => [field_group, { ...part, at: changed_at }]),
    ),
  }
}

const SHOWN = 10

async function requestsOf(db: Db, organisationId: string, now: Date): Promise<AskedRequest[]> {
  const rows = await db
    .selectFrom('profile_request as request')
    .selectAll('request')
    .select((one) => [
      one
        .selectFrom('profile_check')
        .select((all) => all.fn.max('checked_at').as('at'))
        .whereRef('profile_check.request_id', '=', 'request.id')
        .as('checkedAt'),
      one
        .selectFrom('profile_part')
        .select((all) => all.fn.max('changed_at').as('at'))
        .whereRef('profile_part.changed_through', '=', 'request.id')
        .as('writtenAt'),
      // Written through the link, and written over or undone by the office since: the member has answered all the same.
      one
        .selectFrom('profile_part_earlier')
        .select((all) => all.fn.max('changed_at').as('at'))
        .whereRef('profile_part_earlier.changed_through', '=', 'request.id')
        .as('writtenBefore'),
    ])
    .where('organisation_id', '=', organisationId)
    .orderBy('asked_at', 'desc')
    .limit(SHOWN)
    .execute()
  return rows.map((row) => {
    const answeredAt = row.checkedAt ?? row.writtenAt ?? row.writtenBefore
    const rest = row.revoked_at ? 'revoked' : row.expires_at <= now ? 'expired' : 'open'
    return {
      id: row.id,
      address: row.address,
      askedAt: row.asked_at,
      expiresAt: row.expires_at,
      askedBy: row.asked_by,
      state: answeredAt && !row.revoked_at ? 'answered' : rest,
      answeredAt,
    }
  })
}
