import type { Provider } from './provider.ts'

/**
 * Any address: another service's meeting, a room with a door. Everybody is let in by the same link, so taking one back means that our
 * address no longer shows it, and no more.
 */
export const linkProvider = (link: string): Provider => ({
  createRoom: () => Promise.resolve({ ref: 'link' }),
  updateRoom: () => Promise.resolve({ updated: true }),
  endRoom: () => Promise.resolve({ ended: true }),
  grant: () => Promise.resolve({ ref: 'link', link }),
  revoke: () => Promise.resolve({ revoked: true }),
  listAttendance: () => Promise.resolve([]),
  readWebhook: () => ({ kind: 'refused', why: 'not-configured' }),
})
