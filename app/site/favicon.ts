import { knotPieces } from '../ui/knot.ts'

/** The knot of the cord, the far half under the near one. Colours are the cord's of `tokens.css`, which an image cannot read. */
export function favicon(): string {
  const pieces = knotPieces(6)
  const layer = (over: boolean) =>
    (['left', 'right'] as const)
      .map((half) => {
        const d = pieces
          .filter((piece) => piece.over === over && piece.half === half)
          .map((piece) => piece.d)
          .join('')
        return `<path d="${d}" stroke="${half === 'left' ? '#8f8775' : '#c23b3b'}"/>`
      })
      .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-190 -190 380 380" fill="none" stroke-width="34">${layer(false)}${layer(true)}</svg>`
}
