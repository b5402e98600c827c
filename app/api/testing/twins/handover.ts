import type { RoomTwins } from './twin.ts'

export const handover: RoomTwins = { twins: {}, screensOnly: {} }
