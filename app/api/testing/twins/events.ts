import type { RoomTwins } from './twin.ts'

export const events: RoomTwins = { twins: {}, screensOnly: {} }
