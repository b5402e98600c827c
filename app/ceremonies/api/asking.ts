import type { Scope } from '../../accounts/scope.ts'
import type { Answer, Asked } from '../../api/operation.ts'
import type { Services } from '../../web/env.ts'
import { type CeremonyEvent, findCeremony } from '../finding.ts'

type AnyAsked = Pick<Asked<unknown, unknown>, 'c' | 'params'>

export const part = ({ params }: Pick<AnyAsked, 'params'>, name: string): string => params[name] ?? ''

type Subject = { services: Services; scope: Scope; eventId: string; event: CeremonyEvent }

/** An act on the ceremony of an event that the asker may know of; to everybody else there is none. */
export async function withCeremony(asked: AnyAsked, act: (subject: Subject) => Promise<Answer>): Promise<Answer> {
  const { services, scope } = asked.c.var
  const event = await findCeremony(services.database.db, scope, part(asked, 'slug'))
  return event ? act({ services, scope, eventId: event.id, event }) : null
}
