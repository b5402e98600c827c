import type { RoomTwins } from './twin.ts'

export const invitations: RoomTwins = { twins: {}, screensOnly: {} }
