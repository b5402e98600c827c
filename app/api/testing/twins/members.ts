import type { RoomTwins } from './twin.ts'

export const members: RoomTwins = { twins: {}, screensOnly: {} }
