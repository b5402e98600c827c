import type { Locale } from '../../language/locales.ts'
import { locales } from '../../language/locales.ts'
import type { AgreementKind } from '../tables.ts'
import { DataFileError, readTextFile, readYamlFile } from './dataFile.ts'
import { type AgreementMarkdown, parseAgreementMarkdown } from './parsing.ts'
import { type ClauseTerms, type Grant, type Placeholder, templateFile, type Undertaking } from './schema.ts'

export const templateNames = ['mou'] as const
export type TemplateName = (typeof templateNames)[number]

type EveryLanguage = Record<Locale, string>

/** A clause in some languages, with what it obliges and opens. */
export type WrittenClause<Languages extends Locale> = {
  slug: string
  binding: boolean
  undertakings: Undertaking[]
  grants: Grant[]
  texts: Record<Languages, { heading: string; body: string }>
}

export type Template = {
  name: TemplateName
  kind: AgreementKind
  label: EveryLanguage
  notice: EveryLanguage
  placeholders: Placeholder[]
  title: EveryLanguage
  preamble: EveryLanguage
  clauses: WrittenClause<Locale>[]
}

const FOLDER = 'app/agreements/templates'

/** Reads a template from the product's folder `root`. Throws DataFileError when a file is missing or its languages do not match. */
export async function readTemplate(root: string, name: TemplateName): Promise<Template> {
  const { clauses, ...file } = await readYamlFile(root, `${FOLDER}/${name}.yaml`, templateFile)
  const written = await readWording(root, locales, (locale) => `${FOLDER}/${name}.${locale}.md`, clauses)
  return { name, ...file, ...written }
}

type Wording<Languages extends Locale> = {
  title: Record<Languages, string>
  preamble: Record<Languages, string>
  clauses: WrittenClause<Languages>[]
}

/** Reads one Markdown file a language and joins it with the terms of the clauses, which must be the same ones in the same order. */
export async function readWording<Languages extends Locale>(
  root: string,
  languages: readonly Languages[],
  fileOf: (language: Languages) => string,
  terms: readonly ClauseTerms[],
): Promise<Wording<Languages>> {
  const read = new Map<Languages, AgreementMarkdown>()
  for (const language of languages) read.set(language, await readMarkdown(root, fileOf(language), terms))
  const each = <Value>(choose: (markdown: AgreementMarkdown) => Value) =>
    Object.fromEntries([...read].map(([language, markdown]) => [language, choose(markdown)])) as Record<
      Languages,
      Value
    >
  return {
    title: each((markdown) => markdown.title),
    preamble: each((markdown) => markdown.preamble),
    clauses: terms.map(({ slug, binding, undertakings = [], grants = [] }) => ({
      slug,
      binding,
      undertakings,
      grants,
      texts: each((markdown) => textOf(markdown, slug)),
    })),
  }
}

async function readMarkdown(root: string, file: string, terms: readonly ClauseTerms[]): Promise<AgreementMarkdown> {
  const markdown = parseAgreementMarkdown(await readTextFile(root, file))
  if ('refused' in markdown) throw new DataFileError(file, [`line ${markdown.line}: ${markdown.refused}`])
  const expected = terms.map((clause) => clause.slug).join(', ')
  const found = markdown.clauses.map((clause) => clause.slug).join(', ')
  if (found !== expected) throw new DataFileError(file, [`clauses: expected ${expected}; found ${found}`])
  return markdown
}

function textOf(markdown: AgreementMarkdown, slug: string): { heading: string; body: string } {
  const clause = markdown.clauses.find((candidate) => candidate.slug === slug)
  if (!clause) throw new Error(`Clause ${slug} was checked to be there.`)
  return { heading: clause.heading, body: clause.body }
}
