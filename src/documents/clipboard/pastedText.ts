import { looksLikeValue } from '@/domain/number/cellText'
import type { BlockIssue, PastedSeparator } from '@/domain/sheets/pastedBlock'
import { formulaText } from '../reading/formulaText'

/**
 * Reads tab-separated text as Excel and WPS write it: rows end in a line break, a cell that holds a tab or a line break is quoted and its quotes doubled,
 * and a quote anywhere else is only a quote. `null` when there would be more than `most` cells.
 */
export function readTabbed(text: string, most: number): string[][] | null {
  const rows = tabbedRows(text).map(({ cells }) => cells)
  const width = rows.reduce((widest, line) => Math.max(widest, line.length), 0)
  if (rows.length * width > most) return null
  return rows.map((line) => [...line, ...Array.from({ length: width - line.length }, () => '')])
}

/** The rows of tab-separated text as they stand, uneven ones too, each with the line it begins on, from 1. */
export function tabbedRows(text: string): { readonly cells: string[]; readonly line: number }[] {
  const rows: { readonly cells: string[]; readonly line: number }[] = []
  let cells: string[] = []
  let at = 0
  let line = 1
  let begins = 1
  while (at < text.length || cells.length > 0) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : null
    const end = quoted ? quoted.end : nextBreak(text, at)
    cells.push(formulaText(quoted ? quoted.value : text.slice(at, end)))
    line += quoted ? (quoted.value.match(/\r\n|\r|\n/g)?.length ?? 0) : 0
    at = end + 1
    if (text[end] === '\t') continue
    if (text[end] === '\r' && text[end + 1] === '\n') at += 1
    line += 1
    rows.push({ cells, line: begins })
    cells = []
    begins = line
  }
  return rows
}

const BREAK = /[\t\r\n]/g

function nextBreak(text: string, from: number): number {
  BREAK.lastIndex = from
  return BREAK.exec(text)?.index ?? text.length
}

function readQuoted(text: string, open: number): { value: string; end: number } | null {
  let at = open + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    if (text[quote + 1] === '"') {
      at = quote + 2
      continue
    }
    const next = text[quote + 1]
    if (next !== undefined && next !== '\t' && next !== '\r' && next !== '\n') return null
    const inside = text.slice(open + 1, quote)
    return /[\t\r\n]/.test(inside) ? { value: inside.replaceAll('""', '"'), end: quote + 1 } : null
  }
}

const BAR = /[|｜│]/
const SPACES = /[ \u00A0\u3000]{2,}/
const GROUPED = /[\d０-９]，[\d０-９]{3}(?![\d０-９])/

/**
 * Splits lines of a chat message into columns where bars, several spaces or ， plainly do so: every line has as many parts, and what is not the first column or
 * the first line reads as a figure. Otherwise the lines stay one column, and the issue says so.
 */
export function splitLines(lines: readonly string[]): { rows: string[][]; issues: BlockIssue[] } {
  const column = { rows: lines.map((line) => [line]), issues: [] }
  if (lines.some((line) => /[\r\n]/.test(line))) return column
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '')
  const drawn = filled.filter((line) => !isRule(line))
  const candidates: readonly (readonly [PastedSeparator, readonly string[], () => string[][]])[] = [
    ['bar', drawn, () => splitBars(drawn)],
    ['spaces', filled, () => filled.map((line) => line.split(SPACES))],
    ['comma', filled, () => filled.map((line) => line.split('，').map((part) => part.trim()))],
  ]
  for (const [separator, usable, split] of candidates) {
    const rows = split()
    if (!rows.some((row) => row.length > 1)) continue
    const width = rows[0]?.length ?? 0
    const even = rows.every((row) => row.length === width)
    const plain = separator === 'bar' || figuresBeside(rows)
    const grouped = separator === 'comma' && usable.some((line) => GROUPED.test(line))
    if (even && plain && !grouped) return { rows, issues: [{ kind: 'split-by', separator }] }
    return { ...column, issues: [{ kind: 'not-split', separator }] }
  }
  return column
}

/** Splits at bars; those at both ends of every line are the frame of the table, not empty cells. */
function splitBars(lines: readonly string[]): string[][] {
  const framed = lines.every(
    (line) => line.length > 1 && BAR.test(line[0] ?? '') && BAR.test(line.at(-1) ?? ''),
  )
  return lines.map((line) => (framed ? line.slice(1, -1) : line).split(BAR).map((part) => part.trim()))
}

/** The line under the headings of a table drawn with signs: |---|---|. */
function isRule(line: string): boolean {
  return /^[\s|｜│:+=-]+$/.test(line) && /-{3}|={3}|:-|-:/.test(line)
}

/** Whether all but the first column, and but the first of several lines, read as figures. */
function figuresBeside(rows: readonly (readonly string[])[]): boolean {
  const data = rows.length > 1 && !rows[0]?.slice(1).every(looksLikeValue) ? rows.slice(1) : rows
  return data.every((row) => row.slice(1).every((part) => part === '' || looksLikeValue(part)))
}
