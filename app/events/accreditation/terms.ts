import type { Db, Tx } from '../../platform/db/tables.ts'

/** What an event asks of its journalists. */
export type Terms = {
  /** TV 1クルー4名: how many people one application may bring. */
  largestCrew: number
  proofNeeded: boolean
  /** How many days a press card is kept after the event has ended. */
  proofDays: number
}

export const houseTerms: Terms = { largestCrew: 4, proofNeeded: true, proofDays: 30 }

export async function termsOf(db: Db | Tx, eventId: string): Promise<Terms> {
  const row = await db.selectFrom('accreditation_terms').selectAll().where('event_id', '=', eventId).executeTakeFirst()
  return row ? { largestCrew: row.largest_crew, proofNeeded: row.proof_needed, proofDays: row.proof_days } : houseTerms
}
