import type { RoomTwins } from './twin.ts'

export const accreditation: RoomTwins = { twins: {}, screensOnly: {} }
