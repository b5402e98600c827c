import type { Locale } from '../../language/locales.ts'

/** A cell of a table; `path`, below the language, is where it can be checked; `lang` where it is another than the page's. */
export type Cell = { text: string; path?: string | null; lang?: Locale }

export type SheetTable = { columns: { label: string; isNumeric?: boolean }[]; rows: Cell[][] }

/** Figures on lines of their own, now and before: compared within a line only, since unlike figures have no common scale. */
export type SheetChart = { now: string; before: string; bars: { name: string; count: number; countBefore: number }[] }

/** A chart never stands without the table that says the same. */
export type Section = { heading: string; texts: string[]; chart?: SheetChart; table?: SheetTable }

/** What is reported, once, for page, paper and spreadsheet. */
export type Sheet = {
  locale: Locale
  title: string
  subtitle: string
  /** Said on every page where what it tells did not take place. */
  mark: string | null
  author: string
  sections: Section[]
}

export const cell = (text: string | number, path?: string | null): Cell => ({
  text: String(text),
  ...(path ? { path } : {}),
})
