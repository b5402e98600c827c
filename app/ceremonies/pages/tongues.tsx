import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { Board } from '../board.ts'
import type { Setting } from './reader.ts'

/** A declared language of the ceremony with its words: the screen speaks these, whatever its viewers read. */
export type Tongue = { locale: Locale; t: Catalogue }

export type StageProps = { page: string; board: Board; setting: Setting; stream: string; tongues: Tongue[] }

/** One line in each language, the same thing said twice; once, where both say it alike. */
export function InTongues(props: {
  tongues: Tongue[]
  text: (tongue: Tongue) => { text: string; locale: Locale } | string
  class?: string
  /** The page's one first heading. */
  isHeading?: boolean
}) {
  const lines = props.tongues.map((tongue) => {
    const said = props.text(tongue)
    return typeof said === 'string' ? { text: said, locale: tongue.locale } : said
  })
  const different = lines.filter((line, index) => lines.findIndex(({ text }) => text === line.text) === index)
  const Tag = props.isHeading ? 'h1' : 'p'
  return (
    <Tag class={props.class}>
      {different.map((line) => (
        <span class="tongue" lang={line.locale}>
          {line.text}
        </span>
      ))}
    </Tag>
  )
}
