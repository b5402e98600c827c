import type { DueReader } from '../../web/due.ts'

/** What of this room waits for somebody. */
export const importDue: DueReader = async () => ({ items: [], total: 0 })
