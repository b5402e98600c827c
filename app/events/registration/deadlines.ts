type Window = { opensAt: Date | null; closesAt: Date; closesInclusive: boolean }

/**
 * Whether a registration comes in time. Both instants are exact, wherever they were declared; an inclusive deadline holds until its
 * second is over, an exclusive one has passed when that second begins.
 */
export function timeliness({ opensAt, closesAt, closesInclusive }: Window, now: Date): 'early' | 'in-time' | 'late' {
  if (opensAt && now < opensAt) return 'early'
  if (now < closesAt) return 'in-time'
  const isThatSecond = Math.floor(now.getTime() / 1000) === Math.floor(closesAt.getTime() / 1000)
  return closesInclusive && isThatSecond ? 'in-time' : 'late'
}
