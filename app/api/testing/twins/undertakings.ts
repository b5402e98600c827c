import type { RoomTwins } from './twin.ts'

export const undertakings: RoomTwins = { twins: {}, screensOnly: {} }
