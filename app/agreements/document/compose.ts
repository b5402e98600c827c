import type { Locale } from '../../language/locales.ts'
import { pick, type Translated } from '../../language/translated.ts'
import type { AgreementDocument, DocumentClause, DocumentParty, DocumentSignatory } from './document.ts'
import { type DocumentLabels, documentLabels } from './labels.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import { breakLongRuns } from './breakLongRuns.ts'

/** A text in the form `agreement.typ` sets it in: lines of pieces between which a line may break in need. */
type SetParagraph = Omit<Paragraph, 'lines'> & { lines: string[][] }
export type SetText = { lang: Locale; paragraphs: SetParagraph[] }

/** What `agreement.typ` reads. Lists of texts hold one text a language, in the document's order, without repeats. */
export type Sheet = {
  languages: Locale[]
  documentTitle: string
  title: SetText[]
  reference: SetText
  mark: SetText[]
  notice: SetText[]
  sections: SetSection[]
  signatures: SetText[]
  date: SetText[]
  signatories: SetSignatory[]
  signatureBox: SetText[]
  digest: { label: SetText[]; value: SetText; short: SetText }
  verification: { label: SetText[]; value: SetText; link: string | null }
  page: { lang: Locale; pattern: string }[]
}

/** A heading in each language, and beneath it blocks of which each has one text a language, set on one line. */
type SetSection = { headings: SetText[]; tags: SetText[]; blocks: SetBlock[] }

/** `short` ones are not divided between pages; `strongFirst` ones begin with a name. */
type SetBlock = { texts: SetText[]; strongFirst: boolean; short: boolean }

type SetSignatory = {
  field: string
  organisation: SetText[]
  office: SetText[]
  name: { native: SetText; latin: SetText | null }
  ground: SetText[]
  place: SetText[]
}

/** A text that will be printed, and where it comes from. */
export type Passage = { text: string; where: string }

export type Composition = { sheet: Sheet; passages: Passage[]; missing: string[] }

/** Chooses what stands where: every word of the paper passes through here once, so that all of them can be checked. */
export function compose(document: AgreementDocument): Composition {
  const passages: Passage[] = []
  const missing: string[] = []
  const [first = 'en'] = document.languages
  const labels = (language: Locale): DocumentLabels => document.labels?.[language] ?? documentLabels[language]

  const set = (lang: Locale, raw: string, where: string): SetText => {
    const text = raw.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ')
    passages.push({ text, where })
    const paragraphs = paragraphsOf(text).map((paragraph) => ({
      ...paragraph,
      lines: paragraph.lines.map(breakLongRuns),
    }))
    return { lang, paragraphs }
  }
  /** One line in which nothing is read as numbering. */
  const line = (lang: Locale, raw: string, where: string): SetText => {
    const text = raw.replaceAll(/\s+/g, ' ').trim()
    passages.push({ text, where })
    return { lang, paragraphs: [{ marker: null, level: 0, lines: [breakLongRuns(text)] }] }
  }
  const own = (key: keyof DocumentLabels & string, of: (label: DocumentLabels) => string): SetText[] =>
    distinct(document.languages.map((language) => line(language, of(labels(language)), `labels.${language}.${key}`)))
  /** In every authentic language, or the paper is refused. */
  const authentic = (
    text: Translated,
    where: string,
    setting = set,
    shape = (word: string, _: Locale) => word,
  ): SetText[] =>
    document.languages.map((language) => {
      const written = text[language]?.trim() ?? ''
      if (written === '') missing.push(`${where}.${language}`)
      return setting(language, written === '' ? '' : shape(written, language), `${where}.${language}`)
    })
  /** What has a proper name need not have one in each language: the nearest there is. */
  const nearest = (text: Translated | undefined, where: string, setting = line): SetText[] =>
    document.languages.flatMap((language) => {
      const found = text && pick(text, language)
      return found ? [setting(found.locale, found.text, `${where}.${found.locale}`)] : []
    })

  const party = (entry: DocumentParty, index: number): SetBlock => {
    const where = `parties[${index}]`
    const names = nearest(entry.name, `${where}.name`)
    if (names.length === 0) missing.push(`${where}.name`)
    const details = document.languages.map((language) => partyDetails(entry, language, labels(language)))
    const texts = names.map((name, at) => {
      const { paragraphs } = set(name.lang, details[at] ?? '', `${where}.seat`)
      return { lang: name.lang, paragraphs: [...name.paragraphs, ...paragraphs] }
    })
    return { texts, strongFirst: true, short: true }
  }
  const mixed = document.clauses.some((clause) => clause.binding) && document.clauses.some((clause) => !clause.binding)
  const clause = (entry: DocumentClause, index: number): SetSection => ({
    headings: authentic(entry.heading, `clauses[${index}].heading`, line, (heading, language) =>
      labels(language).article(entry.number, heading),
    ),
    tags: mixed && entry.binding ? own('binding', (label) => label.binding) : [],
    blocks: inStep(authentic(entry.body, `clauses[${index}].body`)),
  })
  const signatory = (entry: DocumentSignatory, index: number): SetSignatory => {
    const where = `signatories[${index}]`
    const { native, latin } = entry.name
    if (native.trim() === '') missing.push(`${where}.name.native`)
    return {
      field: entry.field,
      organisation: distinct(nearest(entry.organisation, `${where}.organisation`)),
      office: distinct(nearest(entry.office, `${where}.office`)),
      name: {
        native: line(scriptOf(native, first), native, `${where}.name.native`),
        latin: latin.trim() === '' || latin === native ? null : line('en', latin, `${where}.name.latin`),
      },
      ground: distinct(nearest(entry.ground, `${where}.ground`)),
      place: distinct(nearest(entry.place, `${where}.place`)),
    }
  }
  const hasPreamble = document.languages.some((language) => document.preamble[language]?.trim())

  const sheet: Sheet = {
    languages: document.languages,
    documentTitle: document.languages.map((language) => document.title[language]?.trim()).join(' / '),
    title: authentic(document.title, 'title', line),
    reference: line(first, document.reference, 'reference'),
    mark: distinct(nearest(document.demonstration ?? undefined, 'demonstration')),
    notice: distinct(nearest(document.modelNotice, 'modelNotice', set)),
    sections: [
      { headings: own('parties', (label) => label.parties), tags: [], blocks: document.parties.map(party) },
      ...(hasPreamble
        ? [
            {
              headings: own('preamble', (label) => label.preamble),
              tags: [],
              blocks: inStep(authentic(document.preamble, 'preamble')),
            },
          ]
        : []),
      ...document.clauses.map(clause),
    ],
    signatures: own('signatures', (label) => label.signatures),
    date: distinct(nearest(document.date, 'date')),
    signatories: document.signatories.map(signatory),
    signatureBox: own('signatureBox', (label) => label.signatureBox),
    digest: {
      label: own('textDigest', (label) => label.textDigest),
      value: line('en', document.textSha256.replaceAll(/(.{8})(?=.)/g, '$1 '), 'textSha256'),
      short: line('en', `SHA-256 ${document.textSha256.slice(0, 16)}…`, 'textSha256'),
    },
    verification: {
      label: own('verification', (label) => label.verification),
      value: line('en', document.verifyUrl, 'verifyUrl'),
      link: /^https?:\/\/[!-~]{1,2000}$/.test(document.verifyUrl) ? document.verifyUrl : null,
    },
    page: document.languages.map((language) => {
      passages.push({ text: labels(language).page, where: `labels.${language}.page` })
      return { lang: language, pattern: labels(language).page }
    }),
  }
  return { sheet, passages, missing }
}

/** Legal form, seat and alliance, a line each. */
function partyDetails(party: DocumentParty, language: Locale, labels: DocumentLabels): string {
  const seat = pick(party.seat, language)?.text ?? ''
  const alliance = party.memberOf && pick(party.memberOf, language)?.text
  return [formBeside(party, language), seat, alliance ? labels.memberOf(alliance) : '']
    .map((detail) => detail.trim())
    .filter((detail) => detail !== '')
    .join('\n')
}

/** A legal form that is part of the name, or is in a script that the reader of this language does not know, is not said again. */
function formBeside(party: DocumentParty, language: Locale): string {
  const form = party.legalForm ?? ''
  const said = Object.values(party.name).some((name) => form !== '' && name.includes(form))
  return said || (language !== 'ja' && isJapanese(form)) ? '' : form
}

/** Paragraph beside paragraph where the languages have equally many; else the whole clause side by side. */
function inStep(texts: SetText[]): SetBlock[] {
  const counts = new Set(texts.map((text) => text.paragraphs.length))
  const [count = 0] = counts
  if (texts.length !== 2 || counts.size !== 1) return [{ texts, strongFirst: false, short: texts.every(isShort) }]
  return Array.from({ length: count }, (_, index) => {
    const row = texts.map((text) => ({ lang: text.lang, paragraphs: text.paragraphs.slice(index, index + 1) }))
    return { texts: row, strongFirst: false, short: row.every(isShort) }
  })
}

/** Some ten lines of half a page: divided, the two languages would part company for no good reason. */
const isShort = (text: SetText): boolean => {
  const letters = text.paragraphs.flatMap((paragraph) => paragraph.lines.flat()).join('').length
  return letters <= (text.lang === 'ja' ? 240 : 480)
}

const distinct = (texts: SetText[]): SetText[] => {
  const seen = new Set<string>()
  return texts.filter((text) => {
    const key = JSON.stringify(text.paragraphs)
    return seen.has(key) ? false : seen.add(key)
  })
}

/** A screen reader must know in which language a name is to be spoken. */
const scriptOf = (name: string, first: Locale): Locale => (isJapanese(name) ? 'ja' : first === 'ja' ? 'en' : first)

const isJapanese = (text: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
