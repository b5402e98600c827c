import type { Occurrence, Shown } from './occurrences.ts'

/** Given and received, of one party: counts of occurrences, never of anything else. */
export type Given = {
  organisationId: string
  /** Kept by this party. */
  given: number
  /** Kept by the others, who all owe it to everybody. */
  received: number
  questioned: number
  missed: number
}

/** Who gave and who received under an agreement. */
export function givenAndReceived(
  parties: string[],
  undertakings: { organisationId: string; occurrences: Occurrence<Shown>[] }[],
): Given[] {
  const count = (organisationId: string, state: string) =>
    undertakings
      .filter((undertaking) => undertaking.organisationId === organisationId)
      .flatMap(({ occurrences }) => occurrences)
      .filter((occurrence) => occurrence.state === state).length
  const given = new Map(parties.map((party) => [party, count(party, 'kept')]))
  const all = [...given.values()].reduce((sum, one) => sum + one, 0)
  return parties.map((organisationId) => ({
    organisationId,
    given: given.get(organisationId) ?? 0,
    received: all - (given.get(organisationId) ?? 0),
    questioned: count(organisationId, 'questioned'),
    missed: count(organisationId, 'missed'),
  }))
}
