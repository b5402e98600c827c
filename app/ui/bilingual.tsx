import type { Child } from 'hono/jsx'
import type { Locale } from '../language/locales.ts'

export type Passage = {
  /** An anchor, so that a clause can be pointed to. */
  id?: string
  heading?: Child
  /** In the order of `languages`; null where this language has no text yet. */
  texts: (Child | null)[]
  /** A state or an action that belongs to the passage. */
  aside?: Child
}

type BilingualProps = {
  /** `label` names the language, in the page's language. */
  languages: { locale: Locale; label: string }[]
  passages: Passage[]
  /** Said where a text is missing. */
  missing: string
}

/** A text in two languages: side by side from 960 px, below one another before, passage by passage so that both stay together. */
export function Bilingual({ languages, passages, missing }: BilingualProps) {
  return (
    <div class="bilingual">
      <div class="bilingual-head" aria-hidden="true">
        {languages.map((language) => (
          <div>{language.label}</div>
        ))}
      </div>
      {passages.map((passage) => (
        <section class="bilingual-passage" id={passage.id}>
          {passage.heading ? <h3 class="bilingual-heading">{passage.heading}</h3> : null}
          {languages.map((language, index) => (
            <div class="bilingual-text">
              <span class="bilingual-language">{language.label}</span>
              {passage.texts[index] ? (
                <div class="letter" lang={language.locale}>
                  {passage.texts[index]}
                </div>
              ) : (
                <p class="soft">{missing}</p>
              )}
            </div>
          ))}
          {passage.aside ? <div class="bilingual-aside">{passage.aside}</div> : null}
        </section>
      ))}
    </div>
  )
}
