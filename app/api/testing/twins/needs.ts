import type { RoomTwins } from './twin.ts'

export const needs: RoomTwins = { twins: {}, screensOnly: {} }
