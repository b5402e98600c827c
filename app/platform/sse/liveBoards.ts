import type { ServerResponse } from 'node:http'

/** What a running Musubi needs to know of the boards that people follow; made by `ceremonies/live`. */
export type LiveBoards = {
  /** Streams a board to somebody, from the number they heard last. `nothing`: there is no board. */
  follow(
    eventId: string,
    response: ServerResponse,
    viewer: { network: string; heard: number | null; origin?: string },
  ): Promise<'followed' | 'nothing' | 'too-many' | 'closed'>
  following(eventId: string): number
  close(): Promise<void>
}
