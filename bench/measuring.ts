import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { gzipSync } from 'node:zlib'

/** The machine that a figure was taken on: figures of different machines are not compared. */
export const machine = { cores: availableParallelism(), node: process.versions.node, platform: process.platform }

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return (low + high) / 2
}

export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** The middle and the slow end of some times, in milliseconds. */
export function quantiles(times: readonly number[]): { p50: number; p95: number } {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!, 2)
  return { p50: at(0.5), p95: at(0.95) }
}

export const round = (value: number, digits = 0): number => Number(value.toFixed(digits))

export const gzipped = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).length

/** Prints what people read: one row a thing. */
export function printTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const lines = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  for (const line of lines) {
    console.log(
      line.map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[0]!))).join('  '),
    )
  }
}

/** Prints what programs read: the last line of every bench. */
export const printFigures = (bench: string, figures: object): void =>
  console.log(JSON.stringify({ bench, ...machine, ...figures }))

/** Processor time of a process and those it started, as far as they live, in milliseconds; null where the system does not tell (Linux does). */
export function processorTime(pid: number): number | null {
  try {
    const tick = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
    return round(treeOf(pid).reduce((sum, one) => sum + ticksOf(one) * tick, 0))
  } catch {
    return null
  }
}

function treeOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return [pid, ...children.flatMap((child) => treeOf(Number(child)))]
}

/** Fields 14 to 17 of Linux' `stat` (proc(5)): its own time, and that of its children that have ended. */
function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
}
