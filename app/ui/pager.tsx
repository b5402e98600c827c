type Neighbour = { href: string; label: string }

/** Where one is in a long list, and the way on. Both neighbours keep their place, so the next press lands where the last did. */
export function Pager(props: { label: string; position: string; previous?: Neighbour; next?: Neighbour }) {
  return (
    <nav class="pager" aria-label={props.label}>
      <span>{props.previous ? <Step rel="prev" to={props.previous} /> : null}</span>
      <span class="soft">{props.position}</span>
      <span>{props.next ? <Step rel="next" to={props.next} /> : null}</span>
    </nav>
  )
}

function Step({ rel, to }: { rel: 'prev' | 'next'; to: Neighbour }) {
  return (
    <a class="button" href={to.href} rel={rel}>
      {to.label}
    </a>
  )
}
