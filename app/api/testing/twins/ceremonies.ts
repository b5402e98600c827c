import type { RoomTwins } from './twin.ts'

export const ceremonies: RoomTwins = { twins: {}, screensOnly: {} }
