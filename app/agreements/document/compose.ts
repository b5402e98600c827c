import type { Locale } from '../../language/locales.ts'
import type { AgreementDocument, DocumentClause, DocumentSignatory } from './document.ts'
import { type DocumentLabels, documentLabels } from './labels.ts'
import { composeParty } from './composeParty.ts'
import { distinct, isJapanese, isShort, openTypecase, type Passage, type SetText, type Typecase } from './typecase.ts'

/** What `agreement.typ` reads. A list of texts holds one a language, in the document's order; repeats are left out. */
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

/** A heading, and beneath it blocks whose texts stand side by side. `opens` is false for the same clause in a further language. */
type SetSection = { opens: boolean; headings: SetText[]; tags: SetText[]; blocks: SetBlock[] }

/** `short` blocks are not divided between pages; the first `names` paragraphs of each text are names. */
export type SetBlock = { texts: SetText[]; names: number; short: boolean }

type SetSignatory = {
  field: string
  organisation: SetText[]
  office: SetText[]
  name: { native: SetText; latin: SetText | null }
  ground: SetText[]
  place: SetText[]
}

export type Composition = { sheet: Sheet; passages: Passage[]; missing: string[] }

/** Chooses what stands where on the paper. */
export function compose(document: AgreementDocument): Composition {
  const { languages } = document
  const [first = 'en'] = languages
  const typecase = openTypecase(languages)
  const { keep, line, flow, authentic, nearest } = typecase
  const labels = (language: Locale): DocumentLabels => document.labels?.[language] ?? documentLabels[language]
  if (languages.length === 0) typecase.missing.push('languages')
  const label = (key: PlainLabel) =>
    distinct(languages.map((language) => line(language, labels(language)[key], `labels.${language}.${key}`)))

  const title = authentic(document.title, 'title', typecase.title)
  const sheet: Sheet = {
    languages,
    documentTitle: languages.map((language) => document.title[language]?.trim()).join(' / '),
    title,
    reference: line(first, document.reference, 'reference'),
    mark: distinct(nearest(document.demonstration ?? undefined, 'demonstration')),
    notice: distinct(nearest(document.modelNotice, 'modelNotice', flow)),
    sections: [
      {
        opens: true,
        headings: label('parties'),
        tags: [],
        blocks: document.parties.map((party, index) =>
          composeParty(party, `parties[${index}]`, languages, labels, typecase),
        ),
      },
      ...preambleOf(document, label('preamble'), typecase),
      ...document.clauses.flatMap((clause, index) =>
        clauseSections(
          clause,
          `clauses[${index}]`,
          isMixed(document) && clause.binding ? label('binding') : [],
          labels,
          typecase,
        ),
      ),
    ],
    signatures: label('signatures'),
    date: distinct(nearest(document.date, 'date')),
    signatories: document.signatories.map((signatory, index) =>
      composeSignatory(signatory, `signatories[${index}]`, first, typecase),
    ),
    signatureBox: label('signatureBox'),
    digest: {
      label: label('textDigest'),
      value: line('en', document.textSha256.replaceAll(/(.{8})(?=.)/g, '$1 '), 'textSha256'),
      short: line('en', `SHA-256 ${document.textSha256.slice(0, 16)}…`, 'textSha256'),
    },
    verification: {
      label: label('verification'),
      value: line('en', document.verifyUrl, 'verifyUrl'),
      link: /^https?:\/\/[!-~]{1,2000}$/.test(document.verifyUrl) ? document.verifyUrl : null,
    },
    page: languages.map((language) => ({
      lang: language,
      pattern: keep(labels(language).page, `labels.${language}.page`),
    })),
  }
  return { sheet, passages: typecase.passages, missing: typecase.missing }
}

type PlainLabel = { [K in keyof DocumentLabels]: DocumentLabels[K] extends string ? K : never }[keyof DocumentLabels]

/** Where all clauses bind, or none does, saying so at each would be noise. */
const isMixed = ({ clauses }: AgreementDocument) => new Set(clauses.map((clause) => clause.binding)).size === 2

function preambleOf(document: AgreementDocument, headings: SetText[], { authentic, flow }: Typecase): SetSection[] {
  if (!document.languages.some((language) => document.preamble[language]?.trim())) return []
  return [{ opens: true, headings, tags: [], blocks: sideBySide(authentic(document.preamble, 'preamble', flow)) }]
}

function clauseSections(
  clause: DocumentClause,
  where: string,
  tags: SetText[],
  labels: (language: Locale) => DocumentLabels,
  { authentic, line, flow }: Typecase,
): SetSection[] {
  const headings = authentic(clause.heading, `${where}.heading`, line, (about, language) =>
    labels(language).article(clause.number, about),
  )
  const bodies = authentic(clause.body, `${where}.body`, flow)
  if (headings.length <= 2) return [{ opens: true, headings, tags, blocks: sideBySide(bodies) }]
  // Beneath one another, each language has its own heading.
  return headings.map((one, at) => ({
    opens: at === 0,
    headings: [one],
    tags: tags.slice(at, at + 1),
    blocks: sideBySide(bodies.slice(at, at + 1)),
  }))
}

/** Paragraph beside paragraph where the languages have equally many; else the whole text side by side. */
function sideBySide(texts: SetText[]): SetBlock[] {
  const counts = new Set(texts.map((text) => text.paragraphs.length))
  const [count = 0] = counts
  if (texts.length > 2 || counts.size !== 1) return [{ texts, names: 0, short: texts.every(isShort) }]
  return Array.from({ length: count }, (_, index) => {
    const row = texts.map((text) => ({ lang: text.lang, paragraphs: text.paragraphs.slice(index, index + 1) }))
    return { texts: row, names: 0, short: row.every(isShort) }
  })
}

function composeSignatory(
  signatory: DocumentSignatory,
  where: string,
  first: Locale,
  { line, nearest, missing }: Typecase,
): SetSignatory {
  const { native, latin } = signatory.name
  if (native.trim() === '') missing.push(`${where}.name.native`)
  return {
    field: signatory.field,
    organisation: distinct(nearest(signatory.organisation, `${where}.organisation`)),
    office: distinct(nearest(signatory.office, `${where}.office`)),
    name: {
      native: line(languageOfName(native, first), native, `${where}.name.native`),
      latin: latin.trim() === '' || latin === native ? null : line('en', latin, `${where}.name.latin`),
    },
    ground: distinct(nearest(signatory.ground, `${where}.ground`)),
    place: distinct(nearest(signatory.place, `${where}.place`)),
  }
}

/** A screen reader must know in which language a name is to be spoken. */
const languageOfName = (name: string, first: Locale): Locale =>
  isJapanese(name) ? 'ja' : first === 'ja' ? 'en' : first
