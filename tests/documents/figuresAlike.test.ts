import { readFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { Decimal } from '@/domain/number/decimal'
import { decodeSample } from '@/documents/entries/sampleFile'
import { placed } from '@/documents/forms/form'
import { formDocument } from '@/documents/forms/formDocument'
import { formSheet } from '@/documents/forms/formSheet'
import { readOfficeFile } from '@/documents/reading/archive/officeFile'
import { writeBook } from '@/documents/workbook/writeBook'
import { countingSlice } from '@/domain/ledger/aside'
import { demoPlan } from '@/domain/ledger/demo'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { paperFacts } from '@/domain/papers/paperFacts'
import { HEBEI } from '@/domain/plan/preset'
import { evaluationBasis } from '@/domain/scoring/schemeInForce'
import { selfEvaluation } from '@/domain/scoring/sheet'
import { figure } from '@/format/figures'
import { selfEvaluationForm } from '@/format/papers/selfEvaluationForm'
import { sheetText } from '@/format/scoring/sheetText'
import { PUBLISHED } from '../format/board'

const { entries } = decodeSample(readFileSync('public/data/2020-323002.demo.json', 'utf8'))
const { ledger } = addEntries(emptyLedger(demoPlan(PUBLISHED.id)), entries)
const basis = evaluationBasis(PUBLISHED, ledger, HEBEI, null)

/** A figure of a workbook as its format shows it. */
function shown(value: number, format: string): string {
  const percent = format.includes('%')
  const places = /0\.(0+)/.exec(format)?.[1]?.length ?? 0
  return `${figure(new Decimal(value).times(percent ? 100 : 1), places)}${percent ? '%' : ''}`
}

describe.each(PUBLISHED.projects)('自评表 of $name', (project) => {
  const counting = countingSlice(ledger, project.id)
  const sheet = selfEvaluation(project, counting, basis)
  const own = [sliceOf(ledger, project.id), ledger.plan, sliceOf(ledger, ledger.plan)] as const
  const form = selfEvaluationForm(PUBLISHED, { sheet, facts: paperFacts(sheet, counting, ...own, basis) })
  const figures = placed(form).filter(({ cell }) => cell.kind === 'number')

  it('has the same figures on the screen as on the form', () => {
    const words = sheetText(sheet, 'wan')
    const texts = form.rows.flat().map(({ text }) => text)
    const { money } = words
    expect(texts).toEqual(
      expect.arrayContaining([money.initial, money.budget, money.spent, money.rate, money.weight]),
    )
    const rows = form.rows.filter((row) => row.length >= 7 && row.at(-3)?.kind === 'number').slice(-7)
    expect(rows.map((row) => row.at(-3)?.text)).toEqual(words.rows.map(({ weight }) => weight))
    expect(rows.map((row) => row.at(-2)?.text.replace('未定', '—'))).toEqual(
      words.rows.map(({ points }) => points),
    )
    expect(texts).toEqual(expect.arrayContaining([words.weight, words.total]))
  })

  it('has them in the document', async () => {
    const read = readOfficeFile(new Uint8Array(await (await formDocument([form])).arrayBuffer()))
    if (!read.ok) throw new Error(read.problem.kind)
    const cells = read.document.blocks.flatMap((block) =>
      block.kind === 'table' ? block.table.rows.flat().map(({ lines }) => lines.join('\n')) : [],
    )
    const kept = new Set(figures.map(({ cell }) => cell.text))
    expect(cells.filter((text) => kept.has(text))).toEqual(
      form.rows.flat().flatMap(({ text }) => (kept.has(text) ? text : [])),
    )
  })

  it('has them in the workbook, as numbers whose format shows the same', async () => {
    const book = formSheet(form)
    const [read] = (await readXlsx(await writeBook([book]), { readStyles: true })).sheets
    const above = book.rows.length - form.rows.length - (form.foot ?? []).length
    for (const { row, column, cell } of figures) {
      const found = read!.cells?.get(`${row + above},${column}`)
      expect(shown(Number(found?.value), found?.style?.numFmt ?? ''), cell.text).toBe(cell.text)
    }
    expect(figures.length).toBeGreaterThan(20)
  })
})
