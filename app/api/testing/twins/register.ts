import type { RoomTwins } from './twin.ts'

export const register: RoomTwins = { twins: {}, screensOnly: {} }
