import type { RoomTwins } from './twin.ts'

export const referrals: RoomTwins = { twins: {}, screensOnly: {} }
