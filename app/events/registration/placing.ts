/** How full a category is for one more: seats in all, and those of one affiliation. */
export type Room = {
  capacity: number | null
  confirmed: number
  capPerAffiliation: number | null
  /** Confirmed of the newcomer's own affiliation; who gives none has no cap. */
  confirmedOfAffiliation: number
}

export type NoPlace = 'full' | 'affiliation-full'

/** Whether there is a seat for one more, or why not. */
export function seatIn(room: Room): 'seat' | NoPlace {
  if (room.capPerAffiliation !== null && room.confirmedOfAffiliation >= room.capPerAffiliation)
    return 'affiliation-full'
  return room.capacity !== null && room.confirmed >= room.capacity ? 'full' : 'seat'
}

export type Waiting = { id: string; affiliationKey: string | null }

/**
 * Who moves up when seats are free: in order of arrival, passing over those whose affiliation has all its seats. `waiting` is in that
 * order; `confirmedOf` counts the confirmed of each affiliation.
 */
export function movingUp(
  waiting: readonly Waiting[],
  seats: number,
  capPerAffiliation: number | null,
  confirmedOf: ReadonlyMap<string, number>,
): string[] {
  const taken = new Map(confirmedOf)
  const chosen: string[] = []
  for (const { id, affiliationKey } of waiting) {
    if (chosen.length >= seats) break
    if (affiliationKey !== null && capPerAffiliation !== null) {
      const own = taken.get(affiliationKey) ?? 0
      if (own >= capPerAffiliation) continue
      taken.set(affiliationKey, own + 1)
    }
    chosen.push(id)
  }
  return chosen
}
