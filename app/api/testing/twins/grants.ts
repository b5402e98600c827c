import type { RoomTwins } from './twin.ts'

export const grants: RoomTwins = { twins: {}, screensOnly: {} }
