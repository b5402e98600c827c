/**
 * How many letters must be changed, added, left out or swapped with their neighbour to come from one word to the other (optimal string
 * alignment); null where more than `most`.
 */
export function distanceWithin(one: string, other: string, most: number): number | null {
  if (most < 0 || Math.abs(one.length - other.length) > most) return null
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1
      let least = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + cost)
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, before[j - 2]! + 1)
      next.push(least)
    }
    if (Math.min(...next) > most) return null
    before = row
    row = next
  }
  const distance = row[other.length]!
  return distance <= most ? distance : null
}
