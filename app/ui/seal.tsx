import type { Locale } from '../language/locales.ts'

type SealProps = {
  /** One to four characters that stand in the seal: a family name, initials. Longer texts are cut. */
  mark: string
  lang?: Locale
  /** The fact in words, with who and when; it is read out instead of the picture. */
  label: string
  /** `awaited`: the place where the seal will be. */
  state?: 'landed' | 'awaited'
}

/** The vermilion mark of a landed signature. Round, as the seal of somebody who acts for an organisation is. */
export function Seal({ mark, lang, label, state = 'landed' }: SealProps) {
  if (state === 'awaited')
    return (
      <svg class="seal" viewBox="0 0 72 72" width="72" height="72" role="img" aria-label={label}>
        <circle class="seal-awaited" cx="36" cy="36" r="31" stroke-dasharray="4 5" />
      </svg>
    )
  const characters = Array.from(mark).slice(0, 4)
  return (
    <svg class="seal" viewBox="0 0 72 72" width="72" height="72" role="img" aria-label={label}>
      <g transform="rotate(-4 36 36)" lang={lang}>
        <circle class="seal-ring" cx="36" cy="36" r="31" />
        {isJapanese(mark) ? <ColumnsOf characters={characters} /> : <Initials text={characters.join('')} />}
      </g>
    </svg>
  )
}

const isJapanese = (text: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)

/** Seals are read from the right: up to two characters in one column, three or four in two. */
function ColumnsOf({ characters }: { characters: string[] }) {
  const isOneColumn = characters.length <= 2
  const size = characters.length === 1 ? 36 : isOneColumn ? 24 : 20
  return (
    <>
      {characters.map((character, index) => {
        const column = isOneColumn ? 0 : Math.floor(index / 2)
        const row = isOneColumn ? index : index % 2
        const rows = isOneColumn ? characters.length : Math.min(2, characters.length - column * 2)
        const x = isOneColumn ? 36 : 36 + size / 2 - column * size
        const y = 36 + (row - (rows - 1) / 2) * size * 1.06
        return (
          <text class="seal-text" x={x} y={y} dy="0.36em" font-size={size} text-anchor="middle">
            {character}
          </text>
        )
      })}
    </>
  )
}

/** Sizes at which even wide capitals stay clear of the ring, by how many there are. */
const initialsSizes = [27, 27, 27, 19, 15.5]

function Initials({ text }: { text: string }) {
  return (
    <text class="seal-text" x="36" y="36" dy="0.35em" font-size={initialsSizes[text.length]} text-anchor="middle">
      {text}
    </text>
  )
}
