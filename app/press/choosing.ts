import { organisationsOf, type Scope } from '../accounts/scope.ts'
import type { Content, Translated } from '../language/translated.ts'
import type { Db } from '../platform/db/tables.ts'

export type Choosable = { id: string; name: Content }

export type Choices = {
  organisations: (Choosable & { timeZone: string })[]
  /** Those the asker acts for: one of them leads. */
  leads: Choosable[]
  events: { id: string; title: Content }[]
  agreements: { id: string; title: Translated; reference: string }[]
}

/** What a release can be made of: everybody may issue with us, but only what is ours is announced. */
export async function choicesFor(db: Db, scope: Scope): Promise<Choices> {
  const own = organisationsOf(scope, 'coordinator', 'manager')
  const organisations = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'time_zone as timeZone'])
    .orderBy('id')
    .execute()
  if (own.length === 0) return { organisations, leads: [], events: [], agreements: [] }
  const events = await db
    .selectFrom('event')
    .select(['event.id', 'event.title'])
    .where((where) =>
      where.or([
        where('event.lead_organisation_id', 'in', own),
        where('event.id', 'in', where.selectFrom('event_host').select('event_id').where('organisation_id', 'in', own)),
      ]),
    )
    .orderBy('event.begins_at', 'desc')
    .limit(50)
    .execute()
  const agreements = await db
    .selectFrom('agreement')
    .select(['id', 'title', 'reference'])
    .where('id', 'in', (query) =>
      query.selectFrom('agreement_party').select('agreement_id').where('organisation_id', 'in', own),
    )
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return { organisations, leads: organisations.filter(({ id }) => own.includes(id)), events, agreements }
}
