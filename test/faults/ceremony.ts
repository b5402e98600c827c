import { granted } from '../../app/agreements/testing/alliance.ts'
import { beginStage } from '../../app/ceremonies/beginning.ts'
import { awaitSignatory, markReady } from '../../app/ceremonies/readying.ts'
import { landSignature, makeCeremony } from '../../app/ceremonies/testing/ceremony.ts'
import { openDatabase } from '../../app/platform/db/open.ts'
import { testApplication } from '../harness/application.ts'
import { type Follower, follow } from './following.ts'
import type { Mortal } from './mortals.ts'

/** A process that delivers boards: how it is started, again and again on one port. */
export type Deliverer = { port: number; start(): Promise<Mortal> }

/**
 * A ceremony that this process moves while those that deliver it are killed in the middle and started again. Their viewers ask again by
 * themselves and say which number they heard last.
 * @returns what is wrong in the end, in words, and how long viewers heard nothing (milliseconds).
 */
export async function ceremonyUnderKills(
  databaseUrl: string,
  deliverers: Deliverer[],
): Promise<{ wrong: string[]; cuts: number[] }> {
  const database = await openDatabase({ databaseUrl, dataDirectory: null })
  const at = await testApplication({ database })
  const ceremony = await makeCeremony(at)
  const { services } = at
  const { eventId, operator, stage, slug } = ceremony
  let alive = await Promise.all(deliverers.map((deliverer) => deliverer.start()))
  const followers = deliverers.map(({ port }) => follow(port, `/ceremonies/${slug}/board/stream`))
  const everybodyKnows = (seq: number) => Promise.all(followers.map((follower) => follower.knows(seq)))
  const move = async (kind: string) => {
    const { seq } = await ceremony.board()
    return granted(await beginStage(services, operator, eventId, { seen: seq, stageId: stage[kind] ?? '' })).seq
  }
  try {
    const [first, second] = (await ceremony.board()).signatories
    await everybodyKnows(await move('opening'))
    // In the middle of what is being said; what is said next falls into the time when nobody tells it.
    const saying = move('signing')
    await Promise.all(alive.map((mortal) => mortal.kill()))
    await saying
    await landSignature(at, ceremony, first!.id)
    for (const say of [markReady, awaitSignatory]) {
      granted(await say(services, operator, eventId, { signatoryId: second!.id }))
    }
    alive = await Promise.all(deliverers.map((deliverer) => deliverer.start()))
    await landSignature(at, ceremony, second!.id)
    await everybodyKnows(await move('questions'))
    const board = JSON.stringify(await ceremony.board())
    return {
      wrong: followers.flatMap((follower) => faultsOf(follower, board)),
      cuts: followers.flatMap(({ cuts }) => cuts),
    }
  } finally {
    for (const follower of followers) follower.stop()
    await Promise.all(alive.map((mortal) => mortal.kill()))
    await services.jobs.stop()
    await database.close()
  }
}

function faultsOf({ board, shown, cuts }: Follower, expected: string): string[] {
  const inOrder = [...new Set(shown)].toSorted((a, b) => a - b)
  return [
    ...(sameBoard(board(), expected) ? [] : ['A viewer ended with another board than there is.']),
    ...(shown.join() === inOrder.join() ? [] : [`A viewer was shown numbers twice or out of order: ${shown.join()}`]),
    ...(cuts.length > 0 ? [] : ['A viewer was never cut off: nothing was tried.']),
  ]
}

/** Whatever the order of their parts. */
const sameBoard = (board: object | null, expected: string): boolean => {
  const parts = (value: object) => Object.entries(value).map(([part, one]) => `${part}=${JSON.stringify(one)}`)
  return (
    board !== null &&
    parts(board).toSorted().join() ===
      parts(JSON.parse(expected) as object)
        .toSorted()
        .join()
  )
}
