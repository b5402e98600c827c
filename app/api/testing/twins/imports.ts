import type { RoomTwins } from './twin.ts'

export const imports: RoomTwins = { twins: {}, screensOnly: {} }
