import type { Config } from '../../platform/config.ts'

export const STREAM_PATH = '/ceremonies/:slug/board/stream'

/**
 * Where the stream of a board is: at the fan-out process if there is one and the event is public (it knows no sessions), else here.
 * It names no language, as it brings all of them.
 */
export const streamAddress = ({ liveOrigin }: Config, event: { slug: string; isPublished: boolean }): string =>
  `${liveOrigin && event.isPublished ? liveOrigin : ''}${STREAM_PATH.replace(':slug', event.slug)}`
