import { newId } from '../../app/platform/ids.ts'
import { only, type Permissions, readers, type Row } from './rows.ts'
import type { World } from './world.ts'

const here = ({ draft }: World) => `/en/agreements/${draft.reference}`

/** Whoever reads the draft finds a page that says what is not yet; nobody may act before it is in force. */
const read = (below: string): Row => ({ path: (world) => `${here(world)}${below}`, answers: only(readers, 'hidden') })

/** An empty form: those who read it are told what to correct. */
const filled = read

/** An act without a form: nobody may. The draft is not in force, and its lead's people are told so. */
const decided = (below: string, may: Parameters<typeof only>[0]): Row => ({
  path: (world) => `${here(world)}${below}`,
  answers: only(
    may,
    'hidden',
    Object.fromEntries(readers.filter((who) => !may.includes(who)).map((who) => [who, 'forbidden'])),
  ),
})

/** There is no such undertaking. */
const nothing = (below: (id: string) => string): Row => ({
  path: (world) => `${here(world)}${below(newId())}`,
  answers: only([], 'hidden'),
})

const pattern = '/:locale/agreements/:reference'

export const lifePermissions: Permissions = {
  [`GET ${pattern}/life`]: read('/life'),
  [`POST ${pattern}/grants`]: filled('/grants'),
  [`POST ${pattern}/suspension`]: filled('/suspension'),
  [`POST ${pattern}/suspension/lifting`]: decided('/suspension/lifting', readers),
  [`POST ${pattern}/termination`]: filled('/termination'),
  [`POST ${pattern}/termination/retraction`]: decided('/termination/retraction', readers),
  [`POST ${pattern}/renewal`]: decided('/renewal', ['manager', 'coordinator']),
  [`POST ${pattern}/undertakings`]: filled('/undertakings'),
  [`GET ${pattern}/undertakings/:undertaking`]: nothing((id) => `/undertakings/${id}`),
  [`POST ${pattern}/undertakings/:undertaking/evidence`]: nothing((id) => `/undertakings/${id}/evidence`),
  [`POST ${pattern}/undertakings/:undertaking/assignment`]: nothing((id) => `/undertakings/${id}/assignment`),
  [`POST ${pattern}/undertakings/:undertaking/end`]: nothing((id) => `/undertakings/${id}/end`),
  [`POST ${pattern}/evidence/:evidence/answers`]: nothing((id) => `/evidence/${id}/answers`),
  [`POST ${pattern}/evidence/:evidence/withdrawal`]: nothing((id) => `/evidence/${id}/withdrawal`),
  [`GET ${pattern}/evidence/:evidence/file`]: nothing((id) => `/evidence/${id}/file`),
}
