import type { Child } from 'hono/jsx'
import type { Locale } from '../../language/locales.ts'
import { pick } from '../../language/translated.ts'
import type { Live } from '../pieces.ts'

type Tag = 'span' | 'div' | 'p' | 'section' | 'li' | 'strong'

type Piece = { live: Live; tag?: Tag; class?: string | undefined }

/**
 * Shown while a fact of the board has one of these values. The page holds every state it may come to, in the reader's words; the
 * island only turns them on and off.
 */
export function When(props: Piece & { fact: string; is: readonly string[]; children?: Child }) {
  const { live, tag: Named = 'span', fact, is } = props
  const holds = is.includes(live.facts[fact] ?? '')
  return (
    <Named class={props.class} data-fact={fact} data-is={is.join(' ')} hidden={!holds}>
      {props.children}
    </Named>
  )
}

/** What somebody wrote for everybody: a reason. Shown in one language, and not at all while there is none. */
export function Written(props: Piece & { of: string; locale: Locale }) {
  const { live, tag: Named = 'span', of, locale } = props
  const content = live.contents[of]
  const found = content && pick(content.text, locale, content.original)
  return (
    <Named class={props.class} data-content={of} data-locale={locale} lang={found?.locale} hidden={!found}>
      {found?.text}
    </Named>
  )
}

export const Count = ({ live, of }: { live: Live; of: string }) => <span data-count={of}>{live.counts[of] ?? 0}</span>
