import type { Locale } from '../../language/locales.ts'
import { Table } from '../../ui/table.tsx'
import type { Cell, Section } from '../paper/sheet.ts'
import { FigureChart } from './chart.tsx'

/** The parts of a report as a page shows them: what is drawn stands in the table beneath it, too. */
export function Sections({ locale, sections }: { locale: Locale; sections: Section[] }) {
  return (
    <>
      {sections.map(({ heading, texts, chart, table }, index) => (
        <section class="stack" aria-labelledby={`part-${index}`}>
          <h2 id={`part-${index}`}>{heading}</h2>
          {texts.map((text) => (
            <p class="soft">{text}</p>
          ))}
          {chart ? <FigureChart label={heading} {...chart} /> : null}
          {table && table.rows.length > 0 ? (
            <Table
              caption={heading}
              hidesCaption
              columns={table.columns}
              rows={table.rows.map((row) => row.map((cell) => inCell(locale, cell)))}
            />
          ) : null}
        </section>
      ))}
    </>
  )
}

function inCell(locale: Locale, { text, path, lang }: Cell) {
  if (!path) return lang ? <span lang={lang}>{text}</span> : text
  return (
    <a href={`/${locale}${path}`} lang={lang}>
      {text}
    </a>
  )
}
