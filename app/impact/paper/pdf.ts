import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { breakLongRuns } from '../../agreements/document/breakLongRuns.ts'
import { phrasesOf } from '../../agreements/document/phrases.ts'
import { printable } from '../../agreements/document/printable.ts'
import { typesetPaper } from '../../agreements/document/typesetting.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import type { Section, Sheet } from './sheet.ts'

let template: string | undefined

/** A sheet on A4 as tagged PDF (PDF/UA-1). `created` is written into the file, so the same sheet at the same instant is the same bytes. */
export async function sheetPdf(sheet: Sheet, { created }: { created: Date }): Promise<Uint8Array> {
  template ??= readFileSync(fileURLToPath(new URL('figures.typ', import.meta.url)), 'utf8')
  const { pdf } = await typesetPaper(template, setSheet(sheet), { created })
  return pdf
}

/** What `figures.typ` reads: every text in pieces between which a line may end in need. */
function setSheet({ locale, title, subtitle, mark, author, sections }: Sheet) {
  const set = (text: string): string[] => breakLongRuns(printable(text))
  const heading = (text: string): string[] => (locale === 'ja' ? phrasesOf(printable(text)) : set(text))
  return {
    lang: locale,
    documentTitle: printable(title),
    author: printable(author),
    mark: mark === null ? null : printable(mark),
    title: heading(title),
    subtitle: set(subtitle),
    sections: sections.map((section) => setSection(section, set, heading)),
    page: catalogues[locale].releases.form.page({ page: '{page}', pages: '{pages}' }),
  }
}

type Set = (text: string) => string[]

const setSection = ({ heading, texts, chart, table }: Section, set: Set, setHeading: Set) => ({
  heading: setHeading(heading),
  texts: texts.map(set),
  chart: chart
    ? {
        now: set(chart.now),
        before: set(chart.before),
        bars: chart.bars.map(({ name, count, countBefore }) => ({ name: set(name), count, before: countBefore })),
      }
    : null,
  table: table
    ? {
        numeric: table.columns.map(({ isNumeric }) => isNumeric === true),
        columns: table.columns.map(({ label }) => set(label)),
        rows: table.rows.map((row) => row.map(({ text }) => set(text))),
      }
    : null,
})
