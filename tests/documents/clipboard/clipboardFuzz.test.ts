import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readActual } from '@/domain/status/actual'
import { parseDay } from '@/domain/time/day'
import { withinBand } from '@/domain/status/band'
import type { CellValue, EntryGrid, EntryRow } from '@/domain/desk/entryGrid'
import { planPaste, type PastePreview } from '@/domain/sheets/pastePlan'
import { applyPaste, pasteCellKey, type PasteAnswer } from '@/domain/sheets/pasteStep'
import {
  MOST_PASTED_CELLS,
  readClipboard,
  type ClipboardReading,
  type ClipboardTexts,
} from '@/documents/clipboard/clipboard'
import { gridOf, MEDICAL, MIXED, on, PENSION } from '../../fixtures/entryProjects'
import { clipboards } from './clipboards'

const GRIDS: readonly EntryGrid[] = [
  gridOf(MEDICAL),
  gridOf(PENSION, { closedThrough: on('2020-03-31'), today: on('2020-10-31') }),
  gridOf(MIXED, { closedThrough: on('2020-06-30') }),
]

const RUNS = 2000

/** Pieces that break readers: markup, quotes, separators, faults of spreadsheets, names and headings of the grid. */
const PIECES = [
  '<table>',
  '</table>',
  '<tr>',
  '</tr>',
  '<td>',
  '</td>',
  '<th rowspan=2>',
  '<td colspan="3">',
  '<td rowspan=0>',
  "<td style='display:none'>",
  '<td colspan=9999 rowspan=9999>',
  '<tr hidden>',
  '<span style="display:none">',
  '</span>',
  '<br>',
  '<p>',
  '<!--',
  '-->',
  '<style>',
  '</style>',
  '<![if !x]>',
  '&nbsp;',
  '&#',
  '&#x110000;',
  '&ge;',
  '<',
  '>',
  '"',
  '""',
  "'",
  '\t',
  '\r\n',
  '\n',
  '\r',
  '|',
  '  ',
  '，',
  '\0',
  '\uFEFF',
  '\uD800',
  '95%',
  '0.95',
  '≥95百分比',
  '５５２',
  '1,200.5',
  '(12)',
  '-',
  '—',
  '0',
  '552万元',
  '####',
  '#N/A',
  '3/4',
  '4.02E+07',
  '43931',
  '达成',
  '未完成',
  '支出',
  '政策知晓率',
  '按时完成待遇发放，保障人们生活',
  '6月底',
  '1-6月',
  '三级指标',
  '单位：元',
] as const

const FIRST_VALUE = PIECES.indexOf('95%')

const garbage = fc.oneof(
  fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

type Mutation = (text: string) => string

const at = fc.double({ min: 0, max: 1, noNaN: true })
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(at, at).map(([from, length]): Mutation => (text) => {
    const start = Math.floor(from * text.length)
    return text.slice(0, start) + text.slice(start + Math.ceil(length * 40))
  }),
  fc.tuple(at, garbage).map(([from, more]): Mutation => (text) => {
    const start = Math.floor(from * text.length)
    return text.slice(0, start) + more + text.slice(start)
  }),
  fc.tuple(at, at, at).map(([from, length, to]): Mutation => (text) => {
    const start = Math.floor(from * text.length)
    const piece = text.slice(start, start + Math.ceil(length * 200))
    const place = Math.floor(to * text.length)
    return text.slice(0, place) + piece + text.slice(place)
  }),
  at.map(
    (from): Mutation =>
      (text) =>
        text.slice(0, Math.floor(from * text.length)),
  ),
  at.map(
    (from): Mutation =>
      (text) =>
        text.slice(Math.floor(from * text.length)),
  ),
  fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...PIECES)).map(
    ([from, to]): Mutation =>
      (text) =>
        text.replaceAll(from, to),
  ),
)

const mutated: fc.Arbitrary<ClipboardTexts> = fc
  .tuple(
    fc.constantFrom(...clipboards()),
    fc.array(mutation, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('text', 'html', 'both'),
  )
  .map(([{ texts }, mutations, which]) => {
    const change = (text: string | null) => text && mutations.reduce((changed, step) => step(changed), text)
    return {
      text: which === 'html' ? texts.text : change(texts.text),
      html: which === 'text' ? texts.html : change(texts.html),
    }
  })

const values = fc.array(
  fc.array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...PIECES.slice(FIRST_VALUE)) },
      { weight: 1, arbitrary: garbage },
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  ),
  { minLength: 1, maxLength: 9 },
)

const invented: fc.Arbitrary<ClipboardTexts> = fc.oneof(
  fc.record({
    text: fc.option(garbage),
    html: fc.option(
      fc.oneof(
        garbage,
        garbage.map((inside) => `<table><tr><td>${inside}</table>`),
      ),
    ),
  }),
  values.map((rows) => ({ text: rows.map((row) => row.join('\t')).join('\r\n'), html: null })),
  values.map((rows) => ({
    text: null,
    html: `<table>${rows.map((row) => `<tr><td>${row.join('<td>')}`).join('')}</table>`,
  })),
)

const pasting = fc.record({
  grid: fc.constantFrom(...GRIDS),
  focus: fc.record({ row: fc.integer({ min: 0, max: 8 }), column: fc.integer({ min: 0, max: 4 }) }),
  unit: fc.constantFrom('wan' as const, 'yuan' as const),
  answers: fc.array(fc.constantFrom<PasteAnswer | null>('suggestion', 'as-read', 'skip', null), {
    minLength: 8,
    maxLength: 8,
  }),
})

function expectBlock(reading: ClipboardReading): void {
  const width = reading.rows[0]?.length ?? 0
  expect(
    reading.rows.every((row) => row.length === width && row.every((cell) => typeof cell === 'string')),
  ).toBe(true)
  expect(reading.rows.length * width).toBeLessThanOrEqual(MOST_PASTED_CELLS)
  expect(reading.rows.length === 0).toBe(reading.source === 'none')
  if (reading.source === 'none') expect(reading.issues).toHaveLength(1)
  for (const { row, column, rows, columns } of reading.merged) {
    expect(rows * columns).toBeGreaterThan(1)
    expect(row + rows).toBeLessThanOrEqual(reading.rows.length)
    expect(column + columns).toBeLessThanOrEqual(width)
  }
}

function expectHoldable(row: EntryRow | undefined, value: CellValue): void {
  if (value.kind === 'amount') {
    expect(row?.kind).toBe('spending')
    expect(value.amount.isFinite() && value.amount.decimalPlaces() <= 2).toBe(true)
    return
  }
  if (row?.kind !== 'indicator') throw new Error('an actual for spending')
  const { target } = row
  if (value.value.kind === 'band') {
    expect(target.kind).toBe('qualitative')
    expect(value.value.percent === null || withinBand(value.value.band, value.value.percent)).toBe(true)
  } else if (target.kind === 'date') expect(parseDay(value.value.text)).not.toBeNull()
  else expect(readActual(value.value.text, target).kind).toBe('accepted')
}

/** All or nothing: a step holds each accepted and each answered cell once, and nothing else; any open question leaves nothing. */
function expectWhole(preview: PastePreview, given: readonly (PasteAnswer | null)[]): void {
  const { grid } = preview
  const doubtful = preview.cells.filter(({ outcome }) => outcome.kind === 'doubtful')
  const answers = new Map(
    doubtful.flatMap((cell, index) => {
      const answer = given[index % given.length]
      return answer ? [[pasteCellKey(cell), answer] as const] : []
    }),
  )
  const step = applyPaste(preview, answers)
  const open = doubtful.filter((cell) => {
    const answer = answers.get(pasteCellKey(cell))
    return (
      answer === undefined ||
      (answer === 'as-read' && cell.outcome.kind === 'doubtful' && cell.outcome.asRead === null)
    )
  })
  if (open.length > 0) {
    expect(step).toMatchObject({ kind: 'nothing', why: 'open' })
    return
  }
  if (step.kind === 'nothing') return
  const accepted = preview.cells.filter(({ outcome }) => outcome.kind === 'accepted').length
  const answered = doubtful.filter((cell) => answers.get(pasteCellKey(cell)) !== 'skip').length
  expect(step.values).toHaveLength(accepted + answered)
  expect(new Set(step.values.map(({ row, column }) => `${row}:${column}`)).size).toBe(step.values.length)
  for (const { row, column, value } of step.values) {
    expect(grid.columns[column]?.state).toMatch(/^(?:open|future)$/)
    expectHoldable(grid.rows[row], value)
  }
}

describe('fuzzed clipboards', () => {
  it.each([
    ['mutated real ones', mutated],
    ['invented ones', invented],
  ])('%s: none throws, none half-applies', (_, texts) => {
    let applied = 0
    fc.assert(
      fc.property(texts, pasting, (clipboard, { grid, focus, unit, answers }) => {
        const reading = readClipboard(clipboard)
        expectBlock(reading)
        const preview = planPaste(reading, grid, focus, unit)
        expectWhole(preview, answers)
        expectWhole(preview, ['suggestion', 'skip'])
        const taken = new Map(preview.cells.map((cell) => [pasteCellKey(cell), 'suggestion' as const]))
        if (applyPaste(preview, taken).kind === 'step') applied += 1
      }),
      { numRuns: RUNS },
    )
    expect(applied).toBeGreaterThan(RUNS / 10)
  })
})
