import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

export interface Column<Row> {
  key: string
  title: string
  /** What it is sorted by; null comes last whichever way. */
  value(row: Row): number | string | null
  cell(row: Row): ComponentChildren
}

type Direction = 'ascending' | 'descending'

/** A table that its column heads sort, by mouse or keyboard; the first column names the row. Numbers begin with the largest. */
export function SortableTable<Row>(props: {
  title: string
  scrollLabel: string
  sortLabel: (column: string) => string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  locale: string
}) {
  const { columns, locale } = props
  const [sorted, setSorted] = useState<{ key: string; direction: Direction }>()
  const by = columns.find(({ key }) => key === sorted?.key)
  const rows = by && sorted ? sortRows(props.rows, by, sorted.direction, locale) : props.rows

  const sort = (column: Column<Row>) => {
    const first = props.rows.some((row) => typeof column.value(row) === 'number') ? 'descending' : 'ascending'
    const turned = sorted?.direction === 'descending' ? 'ascending' : 'descending'
    setSorted({ key: column.key, direction: sorted?.key === column.key ? turned : first })
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="scroll-sideways" aria-label={props.scrollLabel} tabIndex={0}>
      <table class="sortable">
        <caption class="visually-hidden">{props.title}</caption>
        <thead>
          <tr>
            {columns.map((column) => {
              const direction = sorted?.key === column.key ? sorted.direction : undefined
              return (
                <th key={column.key} scope="col" {...(direction && { 'aria-sort': direction })}>
                  <button type="button" title={props.sortLabel(column.title)} onClick={() => sort(column)}>
                    {column.title}
                    <span aria-hidden="true">
                      {direction === undefined ? ' ↕' : direction === 'ascending' ? ' ↑' : ' ↓'}
                    </span>
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={props.rowKey(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key}>{column.cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Sorted by one column; rows without a value last, equal ones as they were. */
export function sortRows<Row>(
  rows: readonly Row[],
  { value }: Pick<Column<Row>, 'value'>,
  direction: Direction,
  locale: string,
): Row[] {
  const sign = direction === 'ascending' ? 1 : -1
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    if (typeof x === 'string' || typeof y === 'string') return sign * String(x).localeCompare(String(y), locale)
    return sign * (x - y)
  })
}
