import type { RoomTwins } from './twin.ts'

export const contacts: RoomTwins = { twins: {}, screensOnly: {} }
