import { describe, expect, it } from 'vitest'
import { MOST_PASTED_CELLS, readClipboard } from '@/documents/clipboard/clipboard'
import type { CellValue } from '@/domain/desk/entryGrid'
import { planPaste, type PasteCell } from '@/domain/sheets/pastePlan'
import { gridOf, MEDICAL } from '../../fixtures/entryProjects'
import { clipboards, expectedReadings } from './clipboards'

const grid = gridOf(MEDICAL)

function valueWords(value: CellValue | null): string {
  if (value === null) return 'nothing'
  if (value.kind === 'amount') return `${value.amount.toFixed()} yuan`
  return value.value.kind === 'text'
    ? value.value.text
    : `${value.value.band} ${value.value.percent?.toFixed() ?? ''}`
}

function cellWords({ from, row, column, outcome }: PasteCell): string {
  const place = `${from.row},${from.column} > ${row ?? '-'},${column ?? '-'}`
  switch (outcome.kind) {
    case 'accepted':
      return `${place} accepted ${valueWords(outcome.value)}`
    case 'doubtful':
      return `${place} doubtful ${outcome.doubts.join()}: ${valueWords(outcome.suggestion)} or ${valueWords(outcome.asRead)}`
    case 'refused':
      return `${place} refused ${outcome.why.reason}`
    case 'empty':
    case 'outside':
      return `${place} ${outcome.kind} ${outcome.why}`
  }
}

describe('clipboards as programs write them', () => {
  const expected = expectedReadings()

  it.each(clipboards())('$name', ({ name, texts }) => {
    const reading = readClipboard(texts)
    const cells = planPaste(reading, grid, { row: 0, column: 1 }, 'wan').cells.map(cellWords)
    expect({ ...reading, cells }).toEqual(expected[name])
  })

  it('has an expectation for each, and no more', () => {
    expect(Object.keys(expected).sort()).toEqual(clipboards().map(({ name }) => name))
  })

  it('finds the same cells in the text of Excel as in its HTML', () => {
    for (const name of ['excel-numbers', 'excel-table', 'excel-faults', 'excel-yuan', 'wps-lost-bracket']) {
      const texts = clipboards().find((clipboard) => clipboard.name === name)?.texts ?? {
        text: null,
        html: null,
      }
      const trimmed = readClipboard({ text: texts.text, html: null }).rows.map((row) =>
        row.map((cell) => cell.trim()),
      )
      expect(trimmed).toEqual(readClipboard(texts).rows)
    }
  })
})

describe('what is preferred', () => {
  it('takes the table of the HTML, and the text where it holds none', () => {
    expect(readClipboard({ text: '1\t2', html: '<table><tr><td>3<td>4</table>' }).rows).toEqual([['3', '4']])
    expect(readClipboard({ text: '1\t2', html: '<p>3 4</p>' }).rows).toEqual([['1', '2']])
    expect(readClipboard({ text: '1\t2', html: '<table><tr><td></table>' }).rows).toEqual([['1', '2']])
  })

  it('reads the lines of HTML that has neither a table nor a text beside it', () => {
    expect(readClipboard({ text: null, html: '<div>95%</div><p>96%<br>97%</p>' }).rows).toEqual([
      ['95%'],
      ['96%'],
      ['97%'],
    ])
    expect(readClipboard({ text: ' ', html: '<b>95%</b>' }).rows).toEqual([['95%']])
  })

  it.each([
    ['nothing at all', { text: null, html: null }],
    ['empty texts', { text: '', html: '' }],
    ['white space', { text: ' \r\n\t\r\n', html: '<table><tr><td>&nbsp;</td></tr></table>' }],
    ['a picture', { text: null, html: '<img src="a.png">' }],
  ])('says that there is nothing in %s', (_, texts) => {
    expect(readClipboard(texts)).toEqual({
      rows: [],
      merged: [],
      underlying: [],
      source: 'none',
      issues: [{ kind: 'nothing' }],
    })
  })
})

/** Far above what linear reading takes on a busy machine, far below what quadratic reading would. */

describe('bounds', () => {
  const nothing = {
    rows: [],
    merged: [],
    underlying: [],
    source: 'none',
    issues: [{ kind: 'too-large', limit: MOST_PASTED_CELLS }],
  }
  const lines = (count: number) => '1\t2\t3\t4\t5\r\n'.repeat(count)
  const table = (count: number, row = '<tr><td>1<td>2<td>3<td>4<td>5') =>
    `<table>${row.repeat(count)}</table>`

  it('takes 5,000 cells and refuses one row more, whole', () => {
    expect(readClipboard({ text: lines(1000), html: null }).rows).toHaveLength(1000)
    expect(readClipboard({ text: null, html: table(1000) }).rows).toHaveLength(1000)
    expect(readClipboard({ text: lines(1001), html: null })).toEqual(nothing)
    expect(readClipboard({ text: null, html: table(1001) })).toEqual(nothing)
    expect(readClipboard({ text: lines(2), html: table(1001) })).toEqual(nothing)
  })

  it.each([
    ['one wide row above many', `${'<tr><td>x'.repeat(999)}<tr>${'<td>x'.repeat(6)}`],
    ['spans as large as can be written', '<tr><td rowspan=65534 colspan=1000>x'.repeat(400)],
    ['a bar in every line of a chat', null],
  ])('refuses %s', (_, rows) => {
    const texts =
      rows === null
        ? { text: 'a|b|c\n'.repeat(1700), html: null }
        : { text: null, html: `<table>${rows}</table>` }
    expect(readClipboard(texts)).toEqual(nothing)
  })

  it.each([
    ['brackets without end', '<'.repeat(400_000)],
    ['tags without end', '<td '.repeat(200_000)],
    ['quotes without end', `<td a="${"<td a='".repeat(100_000)}`],
    ['tables in tables', '<table><tr><td>x'.repeat(50_000)],
    ['paragraphs in one cell', `<table><tr><td>${'<p>x</p>'.repeat(60_000)}`],
    ['hidden elements left open', '<table><tr><td><b style="display:none">'.repeat(30_000)],
    ['white space', `<table><tr><td>${' '.repeat(1_000_000)}x`],
    ['entities', '&amp;&#x;&#;&'.repeat(100_000)],
    ['columns', `<table>${'<col span=1000 style="display:none">'.repeat(50_000)}<tr><td>x</table>`],
    ['rows without cells', '<table>'.concat('<tr>'.repeat(200_000))],
  ])('reads %s to the end, however long', (_, html) => {
    expect(readClipboard({ text: null, html }).rows.length).toBeGreaterThanOrEqual(0)
  })

  it.each([
    ['quotes', '"'.repeat(1_000_000)],
    ['open quotes', '"a\t'.repeat(1600)],
    ['spaces', `a${' '.repeat(1_500_000)}b`],
    ['bars', '|'.repeat(4000)],
    ['dashes', `${'-'.repeat(1_000_000)}x`],
    ['commas', `1${'，1'.repeat(4000)}`],
    ['digits', '1'.repeat(1_000_000)],
    ['letters', `${'a'.repeat(1_000_000)}1`],
  ])('reads and judges %s to the end, however long', (_, text) => {
    const plan = planPaste(readClipboard({ text, html: null }), grid, { row: 0, column: 0 }, 'wan')
    expect(plan).toBeDefined()
  })
})
