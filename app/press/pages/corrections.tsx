import { Moment } from '../../ui/moment.tsx'
import type { Release } from '../assembling.ts'
import { contentFor, momentOf, type Reader } from './words.ts'

/** What was corrected, when and why; what stood before and what stands now is one press away. */
export function Corrections(props: Reader & { release: Release }) {
  const { t, locale, release } = props
  const effective = release.corrections.filter(({ effectiveAt }) => effectiveAt !== null)
  if (effective.length === 0) return null
  const words = t.press.corrections
  return (
    <section class="stack" aria-labelledby="corrections">
      <h2 id="corrections">{words.title}</h2>
      <ol class="lines" role="list">
        {effective.map((correction) => {
          const reason = contentFor(correction.reason, locale)
          return (
            <li class="stack">
              <p>
                {correction.effectiveAt ? (
                  <Moment time={momentOf(correction.effectiveAt, release, props)} isInline />
                ) : null}
              </p>
              <p lang={reason.locale}>{reason.text}</p>
              <p>
                <a href={`/${locale}/releases/${release.slug}/corrections/${correction.revision}`}>{words.compare}</a>
              </p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
