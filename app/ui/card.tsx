import type { Child } from 'hono/jsx'
import type { Locale } from '../language/locales.ts'

type CardProps = {
  title: string
  /** The title's language, where it is not the page's. */
  lang?: Locale
  href?: string
  /** Above the title: a kind, a place. */
  kicker?: Child
  /** Below all: a state, a date. */
  foot?: Child
  level?: 2 | 3 | 4
  children?: Child
}

/** One thing in short. The whole card can be pressed, though only its title is the link. */
export function Card(props: CardProps) {
  const Heading = `h${props.level ?? 3}` as const
  return (
    <article class="card">
      {props.kicker ? <p class="card-kicker">{props.kicker}</p> : null}
      <Heading class="card-title" lang={props.lang}>
        {props.href ? <a href={props.href}>{props.title}</a> : props.title}
      </Heading>
      {props.children}
      {props.foot ? <div class="card-foot">{props.foot}</div> : null}
    </article>
  )
}

/** Cards side by side as far as they fit. */
export function Cards({ children }: { children: Child | Child[] }) {
  return (
    <ul class="cards" role="list">
      {listOf(children).map((child) => (
        <li>{child}</li>
      ))}
    </ul>
  )
}

/** A plain list with lines between: what is due, what happened. */
export function Lines({ children }: { children: Child | Child[] }) {
  return (
    <ul class="lines" role="list">
      {listOf(children).map((child) => (
        <li>{child}</li>
      ))}
    </ul>
  )
}

/** hono/jsx hands a list of one over as that one. */
const listOf = (children: Child | Child[]): Child[] => (Array.isArray(children) ? children : [children])
