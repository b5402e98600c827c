import type { Locale } from '../../language/locales.ts'
import { pick, type Translated } from '../../language/translated.ts'
import { breakLongRuns } from './breakLongRuns.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import { phrasesOf } from './phrases.ts'

/** A text in the form `agreement.typ` sets it in: each line is a list of pieces between which it may break in need. */
export type SetParagraph = Omit<Paragraph, 'lines'> & { lang: Locale; lines: string[][] }
export type SetText = { lang: Locale; paragraphs: SetParagraph[] }

/** A text that will be printed, and where in the document it stands. */
export type Passage = { text: string; where: string }

/** How a text is read: as paragraphs with numbering, or as one line in which nothing is numbering. */
type Reading = (lang: Locale, raw: string, where: string) => SetText

/**
 * Turns the texts of one document into texts to set. Every word that will be printed goes through here, so that `passages` can be
 * checked against the fonts; `missing` names the places where an authentic language says nothing.
 */
export function openTypecase(languages: Locale[]) {
  const passages: Passage[] = []
  const missing: string[] = []

  const keep = (text: string, where: string): string => {
    passages.push({ text, where })
    return text
  }
  const flow: Reading = (lang, raw, where) => {
    const text = keep(raw.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' '), where)
    return {
      lang,
      paragraphs: paragraphsOf(text).map((paragraph) => ({
        ...paragraph,
        lang,
        lines: paragraph.lines.map(breakLongRuns),
      })),
    }
  }
  const line: Reading = (lang, raw, where) => {
    const text = keep(raw.replaceAll(/\s+/g, ' ').trim(), where)
    return { lang, paragraphs: [{ marker: null, level: 0, lang, lines: [breakLongRuns(text)] }] }
  }
  /** A line that parts only between phrases where it is Japanese. */
  const title: Reading = (lang, raw, where) => {
    const text = keep(raw.replaceAll(/\s+/g, ' ').trim(), where)
    const pieces = lang === 'ja' ? phrasesOf(text) : breakLongRuns(text)
    return { lang, paragraphs: [{ marker: null, level: 0, lang, lines: [pieces] }] }
  }
  /** In every authentic language, or the paper is refused. `shape` puts a heading around what was written. */
  const authentic = (
    text: Translated,
    where: string,
    reading: Reading,
    shape: (word: string, language: Locale) => string = (word) => word,
  ): SetText[] =>
    languages.map((language) => {
      const written = text[language]?.trim() ?? ''
      if (written === '') missing.push(`${where}.${language}`)
      return reading(language, shape(written, language), `${where}.${language}`)
    })
  /** What has a proper name need not have one in every language: one text a language, the nearest there is. */
  const nearest = (text: Translated | undefined, where: string, reading: Reading = line): SetText[] =>
    languages.flatMap((language) => {
      const found = text && pick(text, language)
      return found ? [reading(found.locale, found.text, `${where}.${found.locale}`)] : []
    })
  return { passages, missing, keep, flow, line, title, authentic, nearest }
}

export type Typecase = ReturnType<typeof openTypecase>

/** Each wording once, in the first language that has it. */
export function distinct(texts: SetText[]): SetText[] {
  const seen = new Set<string>()
  return texts.filter((text) => {
    const words = JSON.stringify(text.paragraphs.map((paragraph) => [paragraph.marker, paragraph.lines]))
    return seen.has(words) ? false : seen.add(words)
  })
}

/** Some six lines of half a page: divided, the two languages would part company for no good reason. */
export function isShort(text: SetText): boolean {
  const letters = text.paragraphs.flatMap((paragraph) => paragraph.lines.flat()).join('').length
  return letters <= (text.lang === 'ja' ? 140 : 280)
}

export const isJapanese = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
