import type { Child } from 'hono/jsx'
import type { Locale } from '../language/locales.ts'

type PersonProps = {
  /** As it is written for this reader, already in its order. */
  name: string
  /** The name's own language, so that it is read out and set as its bearer writes it. */
  lang?: Locale | undefined
  /** ふりがな, or another reading, set above the name. */
  reading?: string | null | undefined
  /** Title, unit, organisation. */
  office?: Child
  href?: string
}

/** Somebody, with their name as they write it and the office in which they act. */
export function Person({ name, lang, reading, office, href }: PersonProps) {
  const shown = reading ? (
    <ruby>
      {name}
      <rp>（</rp>
      <rt>{reading}</rt>
      <rp>）</rp>
    </ruby>
  ) : (
    name
  )
  return (
    <span class="person">
      <span class="person-name" lang={lang}>
        {href ? <a href={href}>{shown}</a> : shown}
      </span>
      {office ? <span class="person-office">{office}</span> : null}
    </span>
  )
}
