import type { Writable } from 'node:stream'

/** Who follows, and from where. */
export type Viewer = {
  /** What counts as one place on the internet. */
  network: string
  /** The number they heard last. */
  heard: number | null
  /** Writes what comes before the stream, once they are let in. */
  begin: () => void
}

/** What a running Musubi needs to know of the boards that people follow; made by `ceremonies/live`. */
export type LiveBoards = {
  /** Streams a board to somebody, from the number they heard last. `nothing`: there is no board. */
  follow(eventId: string, stream: Writable, viewer: Viewer): Promise<'followed' | 'nothing' | 'too-many' | 'closed'>
  following(eventId: string): number
  close(): Promise<void>
}
