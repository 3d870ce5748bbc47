/** One comparison: a figure of ours against a peer's, or against a limit, taken in the same run. */
export interface Row {
  /** What is compared, in a few words. */
  name: string
  /** Unit of both figures. */
  unit: string
  ours: number
  /** Who or what it is held against. */
  against: string
  theirs: number
  /** The most that ours / theirs may be. */
  limit: number
}

/** A file in `bench/rows` exports one of these as its default. */
export interface Bench {
  name: string
  /** Measures everything afresh. `rounds` is how often a time is taken; sizes need one. */
  run: (options: { rounds: number }) => Promise<readonly Row[]>
}

/** The middle of several readings, so that one busy moment of the machine does not decide. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

const figure = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toPrecision(3))

/** The rows as a table for people, widths aligned. */
export function table(rows: readonly Row[]): string {
  const cells = [
    ['what', 'unit', 'ours', 'against', 'theirs', 'ratio', 'limit', ''],
    ...rows.map((row) => [
      row.name,
      row.unit,
      figure(row.ours),
      row.against,
      figure(row.theirs),
      (row.ours / row.theirs).toFixed(2),
      row.limit.toFixed(2),
      isWithin(row) ? 'ok' : 'OVER',
    ]),
  ]
  const widths =
    cells[0]?.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0))) ?? []
  return cells
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Whether a row keeps its promise. */
export const isWithin = (row: Row): boolean => row.ours / row.theirs <= row.limit
