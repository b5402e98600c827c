import type { RoomTwins } from './twin.ts'

export const press: RoomTwins = { twins: {}, screensOnly: {} }
