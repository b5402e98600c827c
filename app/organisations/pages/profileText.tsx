import { languageName } from '../../language/countries.ts'
import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { langOf, type ProfileText, type ShownText, textFor } from '../profileText.ts'

export type Reader = { t: Catalogue; locale: Locale }

/** A name within a sentence, a list, a heading: marked with its language where that is not the page's. */
export function ProfileName({ name, locale }: { name: ProfileText; locale: Locale }) {
  const shown = textFor(name, locale)
  if (!shown) return null
  return langOf(shown) === locale ? <>{shown.text}</> : <span lang={langOf(shown)}>{shown.text}</span>
}

export const nameText = (name: ProfileText, locale: Locale): string => textFor(name, locale)?.text ?? ''

/** For parts that take the language beside the text; undefined where it is the page's own. */
export function nameLang(name: ProfileText, locale: Locale): Locale | undefined {
  const shown = textFor(name, locale)
  return shown && langOf(shown) !== locale ? langOf(shown) : undefined
}

/** A written passage with a line that says where its words come from, and the original to open where it is a translation. */
export function Passage({ content, t, locale }: Reader & { content: ProfileText | null }) {
  const shown = textFor(content, locale)
  if (!content || !shown) return null
  const isTranslation = shown.state !== 'original' && shown.state !== 'other' && shown.state !== 'same'
  const original = content.text[content.original]
  return (
    <div class="stack">
      <p lang={langOf(shown) === locale ? undefined : langOf(shown)}>{shown.text}</p>
      <Origin shown={shown} t={t} locale={locale} />
      {isTranslation && original ? (
        <details class="small">
          <summary>{t.organisations.translation.showOriginal({ language: nameOf(content.original, locale) })}</summary>
          <p lang={content.original}>{original}</p>
        </details>
      ) : null}
    </div>
  )
}

function Origin({ shown, t, locale }: Reader & { shown: ShownText }) {
  const sentence = originOf(shown, t, locale)
  return sentence ? <p class="soft small">{sentence}</p> : null
}

/** The line under a text; null where the reader has the original before them. */
function originOf(shown: ShownText, t: Catalogue, locale: Locale): string | null {
  const words = t.organisations.translation
  const language = nameOf(shown.original, locale)
  if (shown.state === 'original' || shown.state === 'same') return null
  if (shown.state === 'other') return words.otherLanguage({ language })
  if (shown.state === 'stale') return words.stale({ language })
  const who = shown.credit ?? (shown.translatedHere ? words.byOrganisation : null)
  return who ? words.fromBy({ language, who }) : words.from({ language })
}

const nameOf = (language: Locale, reader: Locale): string => languageName(language, reader) ?? language
