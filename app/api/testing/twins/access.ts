import type { RoomTwins } from './twin.ts'

export const access: RoomTwins = { twins: {}, screensOnly: {} }
