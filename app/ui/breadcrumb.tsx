import type { Locale } from '../language/locales.ts'

/** The way from the section to this page. The last entry is the page itself and is no link. */
export function Breadcrumb(props: {
  label: string
  trail: { href: string; label: string; lang?: Locale }[]
  here: string
}) {
  return (
    <nav class="breadcrumb" aria-label={props.label}>
      <ol role="list">
        {props.trail.map((entry) => (
          <li>
            <a href={entry.href} lang={entry.lang}>
              {entry.label}
            </a>
          </li>
        ))}
        <li aria-current="page">{props.here}</li>
      </ol>
    </nav>
  )
}
