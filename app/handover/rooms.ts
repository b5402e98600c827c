import { handOverUndertakings } from '../agreements/undertakings/handingOver.ts'
import { handOverReferrals } from '../exchange/referrals/handingOver.ts'
import { handOverSteps } from '../exchange/contacts/handingOver.ts'
import type { Tx } from '../platform/db/tables.ts'

export type Succession = { organisationId: string; from: string; to: string; at: Date }

/** Moves what one room lets a person answer for. @returns how many responsibilities moved. */
type Mover = (tx: Tx, succession: Succession) => Promise<number>

/** Every room in which somebody by name is responsible for something. */
export const movers: Record<string, Mover> = {
  undertakings: handOverUndertakings,
  referrals: handOverReferrals,
  contacts: handOverSteps,
}
