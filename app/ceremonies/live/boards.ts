import type { Database } from '../../platform/db/open.ts'
import type { Log } from '../../platform/log.ts'
import type { LiveBoards } from '../../platform/sse/liveBoards.ts'
import { openViewers } from '../../platform/sse/viewers.ts'
import { boardOf } from '../assembling.ts'
import { advance, firstFrames, type Frames, since } from './frames.ts'
import { type Pace, pacer, wallPace } from './pacing.ts'

/** Told by the database with every row of any ceremony's log (migration 0011): event, number, type. */
const CHANNEL = 'ceremony_boards'

/** Everybody waits for these; the rest may wait for one another. */
const urgent = ['signature.landed', 'stage.begun', 'ceremony.paused', 'ceremony.aborted']

/** As long as nothing is heard, look from time to time: a connection can die without a word. */
const LOOK_MS = 15_000

type Topic = { frames: Frames | null; soon: (isUrgent: boolean) => void }

type Settings = {
  database: Pick<Database, 'db' | 'listen'>
  log: Log
  viewersPerAddress: number
  pace?: Pace
}

/**
 * The boards that are being followed in this process, each read once however many follow it. Every process has its own; what they
 * share is the database's word that a board has moved.
 */
export function liveBoards({ database, log, viewersPerAddress, pace = wallPace }: Settings): LiveBoards {
  const viewers = openViewers({ perNetwork: viewersPerAddress })
  const topics = new Map<string, Promise<Topic>>()
  let listening: Promise<() => Promise<void>> | undefined
  let closed = false

  // A topic that could not be read has been told to whoever asked for it.
  const known = (topic: Promise<Topic> | undefined) => topic?.catch(() => undefined)
  const lookAgain = () => {
    for (const topic of topics.values()) void known(topic)?.then((it) => it?.soon(false))
  }
  const look = setInterval(lookAgain, LOOK_MS)
  look.unref()

  async function heard(payload: string): Promise<void> {
    const [eventId = '', , type = ''] = payload.split(' ')
    const topic = await known(topics.get(eventId))
    topic?.soon(urgent.includes(type))
  }

  /** Listens first and reads then: what moves in between is heard. */
  async function newTopic(eventId: string): Promise<Topic> {
    listening ??= database.listen(CHANNEL, (payload) => void heard(payload), lookAgain)
    await listening.catch((error: unknown) => {
      listening = undefined
      throw error
    })
    const board = await boardOf(database.db, eventId)
    const topic: Topic = { frames: board && firstFrames(board), soon: () => {} }
    topic.soon = pacer(
      pace,
      () => refresh(eventId, topic),
      (error) => log('board-not-read', { error: String(error) }),
    )
    return topic
  }

  async function refresh(eventId: string, topic: Topic): Promise<void> {
    if (closed) return
    // Nobody follows it any more: the next one who does reads it anew.
    if (viewers.count(eventId) === 0) return void topics.delete(eventId)
    const board = await boardOf(database.db, eventId)
    if (!board || !topic.frames || board.seq <= topic.frames.board.seq) return
    const { frames, bytes } = advance(topic.frames, board)
    topic.frames = frames
    log('board-moved', { seq: board.seq, viewers: viewers.count(eventId), bytes: bytes.length })
    viewers.send(eventId, bytes)
  }

  async function topicOf(eventId: string): Promise<Topic> {
    const found = topics.get(eventId) ?? newTopic(eventId)
    topics.set(eventId, found)
    try {
      return await found
    } catch (error) {
      topics.delete(eventId)
      throw error
    }
  }

  return {
    async follow(eventId, stream, { network, heard: number, begin }) {
      if (closed) return 'closed'
      const topic = await topicOf(eventId)
      if (!topic.frames) {
        topics.delete(eventId)
        return 'nothing'
      }
      // From here on without a pause, so that no step falls between what is sent first and what is sent next.
      const first = since(topic.frames, number)
      if (stream.destroyed) return 'followed'
      return viewers.add(eventId, stream, { network, first, begin }) ? 'followed' : 'too-many'
    },
    following: (eventId) => viewers.count(eventId),
    async close() {
      closed = true
      clearInterval(look)
      viewers.close()
      await (
        await listening?.catch(() => undefined)
      )?.()
    },
  }
}
