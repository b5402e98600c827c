import type { Locale } from '../../language/locales.ts'
import { compareTexts } from '../../agreements/comparing.ts'
import { Moment } from '../../ui/moment.tsx'
import type { Correction, Release } from '../assembling.ts'
import { paragraphsOf, type ReleaseContent } from '../content.ts'
import { textOf } from '../form/composed.ts'
import { linesOf } from '../form/slips.ts'
import { formFor } from '../paper.ts'
import { Trail } from './parts.tsx'
import { contentFor, momentOf, type Reader } from './words.ts'

export type CorrectionData = { release: Release; correction: Correction; before: ReleaseContent; after: ReleaseContent }

/** One correction: what stood before, what stands since, when and why. */
export function CorrectionPage(props: Reader & CorrectionData) {
  const { t, locale, release, correction, before, after } = props
  const words = t.press.corrections
  const reason = contentFor(correction.reason, locale)
  const title = contentFor(after.title, locale)
  return (
    <article class="stack-wide">
      <div class="stack">
        <Trail
          {...props}
          here={words.one}
          more={[{ href: `/${locale}/releases/${release.slug}`, label: t.press.release.here }]}
        />
        <h1>{words.of({ title: title.text })}</h1>
        <p>
          {correction.effectiveAt ? <Moment time={momentOf(correction.effectiveAt, release, props)} isInline /> : null}
        </p>
        <p lang={reason.locale}>{reason.text}</p>
        <p class="soft">{t.agreements.clauses.legend}</p>
      </div>
      <div class="letter stack" lang={title.locale}>
        <p>
          <strong>
            <Compared
              {...props}
              language={title.locale}
              before={textIn(before.title, title.locale)}
              after={title.text}
            />
          </strong>
        </p>
        {paragraphPairs(before, after, title.locale).map(([earlier, now]) => (
          <p>
            <Compared {...props} language={title.locale} before={earlier} after={now} />
          </p>
        ))}
      </div>
    </article>
  )
}

const textIn = (content: ReleaseContent['body'], locale: Locale): string => content?.text[locale] ?? ''

/** Paragraph beside paragraph, by position: what was moved reads as gone here and come there. */
function paragraphPairs(before: ReleaseContent, after: ReleaseContent, locale: Locale): [string, string][] {
  const parts = (content: ReleaseContent) => [
    textIn(content.subtitle, locale),
    ...paragraphsOf(textIn(content.body, locale)),
    ...formLines(content, locale),
  ]
  const [earlier, now] = [parts(before), parts(after)]
  const length = Math.max(earlier.length, now.length)
  return Array.from({ length }, (_, index): [string, string] => [earlier[index] ?? '', now[index] ?? '']).filter(
    ([one, other]) => one !== '' || other !== '',
  )
}

/** The official form line by line, as far as it says anything. */
function formLines(content: ReleaseContent, locale: Locale): string[] {
  const form = formFor(content, locale)
  return form ? linesOf(form).map(textOf).filter(Boolean) : []
}

function Compared(props: Reader & { language: Locale; before: string; after: string }) {
  const words = props.t.agreements.clauses
  return (
    <>
      {compareTexts(props.before, props.after, props.language).map(({ kind, text }) => {
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
