import type { Scope } from '../../accounts/scope.ts'
import type { Answer, Asked } from '../../api/operation.ts'
import type { Services } from '../../web/env.ts'
import type { Release } from '../assembling.ts'
import { ownRelease } from '../queries.ts'

type AnyAsked = Pick<Asked<unknown, unknown>, 'c' | 'params'>

type Subject = { services: Services; scope: Scope; release: Release; id: string }

/** An act on a release that the asker makes; to everybody else there is none. */
export async function withRelease(asked: AnyAsked, act: (subject: Subject) => Promise<Answer>): Promise<Answer> {
  const { services, scope } = asked.c.var
  const slug = asked.params['slug'] ?? ''
  const release = await ownRelease(services.database.db, scope, slug, services.clock.now())
  return release ? act({ services, scope, release, id: release.id }) : null
}
