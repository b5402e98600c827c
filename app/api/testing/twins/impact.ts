import type { RoomTwins } from './twin.ts'

export const impact: RoomTwins = { twins: {}, screensOnly: {} }
