/** How many letters have to be changed, added, left out or swapped (optimal string alignment); `limit + 1` where it is more than that. */
export function distanceBetween(one: string, other: string, limit: number): number {
  if (one === other) return 0
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  let [before, last]: number[][] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)]
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    let best = row
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      let cost = Math.min(last![column]! + 1, line[column - 1]! + 1, last![column - 1]! + (isSame ? 0 : 1))
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (isSwap) cost = Math.min(cost, before![column - 2]! + 1)
      line.push(cost)
      best = Math.min(best, cost)
    }
    if (best > limit) return limit + 1
    before = last!
    last = line
  }
  return Math.min(last![other.length]!, limit + 1)
}
