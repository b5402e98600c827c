import { knotPieces } from './knot.ts'

const pieces = knotPieces(6)

/** 結び with the knot of the cord, and the name in Latin script beside it. */
export function Wordmark({ href, name }: { href: string; name: string }) {
  return (
    <a class="wordmark" href={href}>
      <svg viewBox="-190 -142 380 286" width="48" height="36" aria-hidden="true" focusable="false">
        {[false, true].map((over) =>
          (['left', 'right'] as const).map((half) => {
            const d = pieces.filter((piece) => piece.over === over && piece.half === half)
            return (
              <>
                {over ? <path class="wordmark-halo" d={d.map((piece) => piece.bridge).join('')} /> : null}
                <path class={`wordmark-${half}`} d={d.map((piece) => piece.d).join('')} />
              </>
            )
          }),
        )}
      </svg>
      <span lang="ja">結び</span> <span class="wordmark-latin">{name}</span>
    </a>
  )
}
