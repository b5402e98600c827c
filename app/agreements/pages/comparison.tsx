import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { type Change, compareTexts } from '../comparing.ts'

type Worded = { heading: string; body: string } | null | undefined

/** Two wordings in one, with what goes and what comes marked by element, not by colour alone. */
export function Comparison({
  t,
  language,
  before,
  after,
}: {
  t: Catalogue
  language: Locale
  before: Worded
  after: Worded
}) {
  const parts = (['heading', 'body'] as const).map((part) =>
    compareTexts(before?.[part] ?? '', after?.[part] ?? '', language),
  )
  const [heading = [], body = []] = parts
  return (
    <div class="letter" lang={language}>
      <p>
        <strong>
          <Changes t={t} changes={heading} />
        </strong>
      </p>
      {paragraphs(body).map((changes) => (
        <p>
          <Changes t={t} changes={changes} />
        </p>
      ))}
    </div>
  )
}

function Changes({ t, changes }: { t: Catalogue; changes: Change[] }) {
  const words = t.agreements.clauses
  return (
    <>
      {changes.map(({ kind, text }) => {
        if (kind === 'same') return text
        const Element = kind === 'removed' ? 'del' : 'ins'
        return (
          <Element>
            <span class="visually-hidden">{kind === 'removed' ? words.removed : words.added} </span>
            {text}
          </Element>
        )
      })}
    </>
  )
}

/** Cuts the changes where the text has its line ends, since a paragraph of HTML has none. */
function paragraphs(changes: Change[]): Change[][] {
  const cut: Change[][] = [[]]
  for (const { kind, text } of changes) {
    for (const [index, piece] of text.split(/\n+/).entries()) {
      if (index > 0) cut.push([])
      if (piece !== '') cut.at(-1)?.push({ kind, text: piece })
    }
  }
  return cut.filter((paragraph) => paragraph.length > 0)
}
