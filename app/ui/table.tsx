import type { Child } from 'hono/jsx'

/** `isAction`: the cells say themselves what they do, so the label is there for screen readers only. */
export type Column = { label: string; isNumeric?: boolean; isAction?: boolean }

type TableProps = {
  caption: Child
  /** The caption stays for screen readers where a heading above already says it. */
  hidesCaption?: boolean
  columns: Column[]
  /** One list of cells a row; the first cell names the row. */
  rows: Child[][]
  foot?: Child[]
}

/** A table that becomes a list of labelled rows on a narrow screen. The roles keep it a table there for screen readers. */
export function Table({ caption, hidesCaption, columns, rows, foot }: TableProps) {
  return (
    <table class="table" role="table">
      <caption class={hidesCaption ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th role="columnheader" scope="col" class={numeric(column)}>
              {column.isAction ? <span class="visually-hidden">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((cells) => (
          <Row columns={columns} cells={cells} />
        ))}
      </tbody>
      {foot ? (
        <tfoot role="rowgroup">
          <Row columns={columns} cells={foot} />
        </tfoot>
      ) : null}
    </table>
  )
}

function Row({ columns, cells }: { columns: Column[]; cells: Child[] }) {
  return (
    <tr role="row">
      {cells.map((cell, index) =>
        index === 0 ? (
          <th role="rowheader" scope="row">
            {cell}
          </th>
        ) : (
          <td role="cell" class={numeric(columns[index])} data-label={labelBeside(columns[index])}>
            <span>{cell}</span>
          </td>
        ),
      )}
    </tr>
  )
}

/** What stands before a cell where the table is a list. */
const labelBeside = (column: Column | undefined) => (column?.isAction ? '' : column?.label)

const numeric = (column: Column | undefined) => (column?.isNumeric ? 'table-number' : undefined)
