import type { Tx } from '../platform/db/tables.ts'

/** Whom an address belongs to. `address` is in lower case. */
export type Addressee = { address: string; at: Date }

/** Somebody with an account who asked to be erased. */
export type Leaver = Addressee & { personId: string }

/** Takes what one room says of a person out of it, in the caller's transaction. */
export type Eraser = (tx: Tx, leaver: Leaver) => Promise<void>

/** The same where nothing but an address is known. */
export type AddressEraser = (tx: Tx, addressee: Addressee) => Promise<void>
