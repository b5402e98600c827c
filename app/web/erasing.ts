import type { Tx } from '../platform/db/tables.ts'

/** Somebody who asked to be erased. `address` is in lower case. */
export type Leaver = { personId: string; address: string; at: Date }

/** Takes what one room says of a person out of it, in the caller's transaction. */
export type Eraser = (tx: Tx, leaver: Leaver) => Promise<void>
