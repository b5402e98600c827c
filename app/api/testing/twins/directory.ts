import type { RoomTwins } from './twin.ts'

export const directory: RoomTwins = { twins: {}, screensOnly: {} }
