/** What makes one think that two applications are one person's. */
export type Likeness = 'address' | 'name-and-outlet' | 'name' | 'mobile' | 'proof'

export type Comparable = {
  registrationId: string
  addressKey: string
  nameKeys: readonly string[]
  outletKey: string
  mobileKey: string
  proofDigests: readonly string[]
}

export type PossibleDuplicate = { registrationId: string; because: Likeness[] }

/**
 * For each application, the others that may be the same journalist's, with the reasons. Only ever proposed: two reporters of one office may
 * share a name, a telephone or a letter.
 */
export function possibleDuplicates(applications: readonly Comparable[]): Map<string, PossibleDuplicate[]> {
  const found = new Map<string, Map<string, Set<Likeness>>>()
  const note = (one: string, other: string, because: Likeness) => {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const others = found.get(from) ?? new Map<string, Set<Likeness>>()
      found.set(from, others.set(to, (others.get(to) ?? new Set()).add(because)))
    }
  }
  const outlets = new Map(applications.map(({ registrationId, outletKey }) => [registrationId, outletKey]))
  // In the order in which the reasons are told: the name first.
  pairs(applications, 'nameKeys', (one, other) =>
    note(one, other, outlets.get(one) === outlets.get(other) ? 'name-and-outlet' : 'name'),
  )
  pairs(applications, 'addressKey', (one, other) => note(one, other, 'address'))
  pairs(applications, 'mobileKey', (one, other) => note(one, other, 'mobile'))
  pairs(applications, 'proofDigests', (one, other) => note(one, other, 'proof'))
  return new Map(
    [...found].map(([id, others]) => [
      id,
      [...others].map(([registrationId, because]) => ({ registrationId, because: [...because] })),
    ]),
  )
}

/** Each two applications that have a key in common. A number too short to be one person's says nothing. */
function pairs(
  applications: readonly Comparable[],
  by: 'nameKeys' | 'addressKey' | 'mobileKey' | 'proofDigests',
  meet: (one: string, other: string) => void,
): void {
  const holders = new Map<string, string[]>()
  for (const application of applications) {
    const keys = [application[by]].flat().filter((key) => by !== 'mobileKey' || key.length >= 7)
    for (const key of new Set(keys)) {
      const before = holders.get(key) ?? []
      for (const other of before) meet(application.registrationId, other)
      holders.set(key, [...before, application.registrationId])
    }
  }
}
