/** 結び with a knot of the cord, and the name in Latin script beside it. */
export function Wordmark({ href, name }: { href: string; name: string }) {
  return (
    <a class="wordmark" href={href}>
      <svg viewBox="0 0 48 24" width="48" height="24" aria-hidden="true" focusable="false">
        <path d="M1 17 C 12 17 12 4 24 4 C 36 4 36 17 47 17" class="cord-line" />
      </svg>
      <span lang="ja">結び</span> <span class="wordmark-latin">{name}</span>
    </a>
  )
}
