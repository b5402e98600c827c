import type { DueReader } from '../../web/due.ts'

/** What of this room waits for somebody. */
export const directoryDue: DueReader = async () => ({ items: [], total: 0 })
