import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { formParts, placed, type FormTable } from '@/documents/forms/form'
import { formDocument } from '@/documents/forms/formDocument'
import { formSheet } from '@/documents/forms/formSheet'
import { readOfficeFile } from '@/documents/reading/archive/officeFile'
import type { SourceTable } from '@/documents/reading/sourceDocument'
import { decodeSample } from '@/documents/entries/sampleFile'
import { printingOf } from '@/documents/workbook/printing'
import { writeBook } from '@/documents/workbook/writeBook'
import { countingSlice } from '@/domain/ledger/aside'
import { demoPlan } from '@/domain/ledger/demo'
import { addEntries, emptyLedger, sliceOf, type Ledger } from '@/domain/ledger/ledger'
import { projectMonitor } from '@/domain/monitoring/monitor'
import { departmentSheet, goalsProgress } from '@/domain/papers/departmentSheet'
import { rectificationLines } from '@/domain/papers/rectificationList'
import { appraised } from '@/domain/papers/appraisal'
import { EVALUATION_FRAME } from '@/domain/papers/evaluationFrame'
import { moneyFacts, paperFacts } from '@/domain/papers/paperFacts'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { evaluationBasis } from '@/domain/scoring/schemeInForce'
import { selfEvaluation } from '@/domain/scoring/sheet'
import { departmentForm } from '@/format/papers/departmentForm'
import { appraisalForm } from '@/format/papers/appraisalForm'
import { hebeiForm } from '@/format/papers/hebeiForm'
import { rectificationForm } from '@/format/papers/rectificationForm'
import { summaryForm } from '@/format/papers/summaryForm'
import { monitorForm } from '@/format/papers/monitorForm'
import { selfEvaluationForm } from '@/format/papers/selfEvaluationForm'
import { publishedForm } from '@/format/papers/publishedForm'
import { PUBLISHED } from '../format/board'
import { DECEMBER, OCTOBER } from '../domain/build'

const { entries } = decodeSample(readFileSync('public/data/2020-323002.demo.json', 'utf8'))
const DEMO = addEntries(emptyLedger(demoPlan(PUBLISHED.id)), entries).ledger
const EMPTY = emptyLedger(PUBLISHED.id)

const evaluations = (ledger: Ledger) =>
  PUBLISHED.projects.map((project) => {
    const counting = countingSlice(ledger, project.id)
    const basis = evaluationBasis(PUBLISHED, ledger, HEBEI, null)
    const sheet = selfEvaluation(project, counting, basis)
    const own = [sliceOf(ledger, project.id), ledger.plan, sliceOf(ledger, ledger.plan)] as const
    return selfEvaluationForm(PUBLISHED, { sheet, facts: paperFacts(sheet, counting, ...own, basis) })
  })
const monitors = (ledger: Ledger) =>
  PUBLISHED.projects.map((project) => {
    const slice = countingSlice(ledger, project.id)
    const status = projectStatus(project, slice, { asOf: OCTOBER, knownAt: null }, HEBEI)
    const monitor = projectMonitor(status, slice, sliceOf(ledger, PUBLISHED.id), HEBEI)
    return monitorForm(PUBLISHED, monitor, moneyFacts(status, slice, null))
  })

const published = (ledger: Ledger) =>
  PUBLISHED.projects.map((project) => {
    const slice = countingSlice(ledger, project.id)
    return publishedForm(PUBLISHED, projectStatus(project, slice, { asOf: OCTOBER, knownAt: null }, HEBEI))
  })

/** The same tables where they print 分值. */
const weighted = (ledger: Ledger) =>
  PUBLISHED.projects.map((project) => {
    const indicators = project.indicators.map((own) => ({ ...own, weight: '12.5' }))
    const own = { ...project, indicators }
    const slice = countingSlice(ledger, project.id)
    return publishedForm(PUBLISHED, projectStatus(own, slice, { asOf: OCTOBER, knownAt: null }, HEBEI))
  })

function tables(bytes: Uint8Array): SourceTable[] {
  const read = readOfficeFile(bytes)
  if (!read.ok) throw new Error(read.problem.kind)
  return read.document.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
}

/** More rows than stand on a page: the last is a table of its own, on the page of the lines below the form. */
const LONG = 40

/** What a form should read back as, table for table: each cell at its place with its span, lines trimmed; a cell that reaches out of the heading is two, the words in the lower. */
function expected(form: FormTable) {
  return formParts(form, form.rows.length < LONG).map(({ cells }) =>
    [...cells]
      .sort((a, b) => a.row - b.row || a.column - b.column)
      .map(({ row, column, cell }) => ({
        row,
        column,
        rowSpan: cell.rows ?? 1,
        columnSpan: cell.columns ?? 1,
        lines: cell.text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      })),
  )
}

/** The papers of the department and the second layout of the projects. */
function yearEnd(ledger: Ledger): FormTable[] {
  const basis = evaluationBasis(PUBLISHED, ledger, HEBEI, null)
  const papers = PUBLISHED.projects.map((project) => {
    const counting = countingSlice(ledger, project.id)
    const sheet = selfEvaluation(project, counting, basis)
    const own = [sliceOf(ledger, project.id), ledger.plan, sliceOf(ledger, ledger.plan)] as const
    return { sheet, facts: paperFacts(sheet, counting, ...own, basis) }
  })
  const goals = goalsProgress(PUBLISHED, ledger, { asOf: DECEMBER, knownAt: null })
  const sheets = papers.map(({ sheet }) => sheet)
  const lines = PUBLISHED.projects.map(({ id, name }) => ({
    id,
    name,
    own: rectificationLines(id, sliceOf(ledger, id), 2020, null),
  }))
  return [
    departmentForm(departmentSheet(PUBLISHED, sheets, goals, basis.scheme), papers),
    summaryForm(PUBLISHED, papers),
    rectificationForm(PUBLISHED, papers, lines),
    ...papers.slice(0, 2).map((paper) => hebeiForm(PUBLISHED, paper)),
    ...papers
      .slice(4, 5)
      .map(({ sheet }) =>
        appraisalForm(PUBLISHED, appraised(sheet, { rows: EVALUATION_FRAME, set: null }, [])),
      ),
  ]
}

const cases = [
  ['部门整体, 汇总, 整改 and 河北表式, demo year', () => yearEnd(DEMO)],
  ['部门整体, 汇总, 整改 and 河北表式, nothing entered', () => yearEnd(EMPTY)],
  ['自评表, demo year', () => evaluations(DEMO)],
  ['自评表, nothing entered', () => evaluations(EMPTY)],
  ['监控表, 10月底 of the demo year', () => monitors(DEMO)],
  ['监控表, nothing entered', () => monitors(EMPTY)],
  ['绩效目标表 with actuals, 10月底 of the demo year', () => published(DEMO)],
  ['绩效目标表, nothing entered', () => published(EMPTY)],
  ['绩效目标表 that prints 分值', () => weighted(DEMO)],
] as const

describe.each(cases)('%s', (_, make) => {
  const forms = make()

  it('fills every place of its grid once', () => {
    for (const form of forms) {
      const places = placed(form).flatMap(({ row, column, cell }) =>
        Array.from({ length: cell.rows ?? 1 }, (_unused, down) =>
          Array.from({ length: cell.columns ?? 1 }, (_other, right) => `${row + down},${column + right}`),
        ).flat(),
      )
      expect(new Set(places).size).toBe(places.length)
      expect(places).toHaveLength(form.rows.length * form.widths.length)
    }
  })

  it('reads back from .docx cell for cell, merges included', async () => {
    const blob = await formDocument(forms)
    const read = tables(new Uint8Array(await blob.arrayBuffer()))
    const cells = read.map((table) =>
      table.rows
        .flat()
        .map(({ row, column, rowSpan, columnSpan, lines }) => ({ row, column, rowSpan, columnSpan, lines })),
    )
    expect(cells).toEqual(forms.flatMap(expected))
  })

  it('repeats its column headings on every later page of the document', async () => {
    const xml = (bytes: Uint8Array, path: string) => strFromU8(unzipSync(bytes)[path]!)
    const bytes = new Uint8Array(await (await formDocument(forms)).arrayBuffer())
    const repeated = xml(bytes, 'word/document.xml')
      .split('<w:tbl>')
      .slice(1)
      .map((table) =>
        table
          .split(/<w:tr[ >]/)
          .slice(1)
          .map((row) => row.includes('<w:tblHeader/>')),
      )
    const wanted = forms.flatMap((form) => {
      const heads = form.heads ?? []
      const ends = heads.flatMap(({ from, rows, under }) =>
        under === undefined ? [] : [from + rows + under],
      )
      const starts = [...new Set([0, ...heads.map(({ from }) => from), ...ends])]
        .filter((start) => start < form.rows.length)
        .sort((a, b) => a - b)
      const apart = form.foot && form.rows.length >= LONG ? 1 : 0
      const parts = starts.map((start, at) => {
        const head = heads.find(({ from }) => from === start)?.rows ?? (ends.includes(start) ? 0 : null)
        return { rows: (starts[at + 1] ?? form.rows.length - apart) - start, head }
      })
      return apart ? [...parts, { rows: 1, head: null }] : parts
    })
    expect(repeated.map((rows) => rows.length)).toEqual(wanted.map(({ rows }) => rows))
    wanted.forEach(({ head }, at) => {
      const marked = repeated[at]!.filter(Boolean).length
      expect(repeated[at]!.slice(0, marked).every(Boolean)).toBe(true)
      if (head !== null) expect(marked).toBe(head)
    })
  })

  it('repeats a column heading in the workbook only where rows under it go on to a later page', async () => {
    const parts = unzipSync(await writeBook(forms.map((form) => formSheet(form))))
    const titled = [
      ...strFromU8(parts['xl/workbook.xml']!).matchAll(/Print_Titles" localSheetId="(\d+)"/g),
    ].map(([, sheet]) => Number(sheet))
    const isBroken = (at: number) =>
      strFromU8(parts[`xl/worksheets/sheet${at + 1}.xml`]!).includes('<rowBreaks')
    expect(titled.filter((at) => !isBroken(at))).toEqual([])
  })

  it('reads back from .xlsx: texts as texts, figures as numbers, the merges of the form', async () => {
    const { readXlsx } = await import('hucre/xlsx')
    const book = await readXlsx(await writeBook(forms.map((form) => formSheet(form))))
    expect(book.sheets.map(({ name }) => name)).toEqual(forms.map(({ name }) => name))
    book.sheets.forEach((sheet, index) => {
      const form = forms[index]!
      const above = 1 + (form.lead ?? []).length
      for (const { row, column, cell } of placed(form)) {
        const value = sheet.rows[row + above]?.[column] ?? ''
        if (cell.kind === 'number' && cell.value)
          expect(value).toBe(Number((cell.percent ? cell.value.div(100) : cell.value).toFixed()))
        else expect(value).toBe(cell.text)
      }
      const lines = [...sheet.rows.slice(1, above), ...sheet.rows.slice(above + form.rows.length)]
      expect(lines.map((row) => row.filter((value) => value !== null && value !== ''))).toEqual([
        ...(form.lead ?? []),
        ...(form.foot ?? []),
      ])
      for (const { row, column, cell } of placed(form)) {
        const [rows, columns] = [cell.rows ?? 1, cell.columns ?? 1]
        if (rows > 1 || columns > 1)
          expect(sheet.merges).toContainEqual({
            startRow: row + above,
            startCol: column,
            endRow: row + above + rows - 1,
            endCol: column + columns - 1,
          })
      }
    })
  })
})

describe('the published table', () => {
  it('says what the plan file says, verbatim, and leaves the blank checkpoint blank', () => {
    published(EMPTY).forEach(({ rows }, index) => {
      const project = PUBLISHED.projects[index]!
      const printed = rows.flat().map((cell) => cell.text)
      expect(printed).toEqual(
        expect.arrayContaining([
          project.code,
          project.purpose,
          project.printed.budget.total,
          ...project.indicators.flatMap(({ level3, description, target, basis }) => [
            level3,
            description,
            target.text,
            basis,
          ]),
        ]),
      )
      expect(rows[5]?.[1]?.text).toBe('')
      expect(rows[7]?.slice(1, 4).map((cell) => cell.text)).toEqual(['未填报', '未填报', '未填报'])
      expect(rows[7]?.[4]?.text).toBe('未到期')
    })
  })

  it('takes as many checkpoints as a table prints', () => {
    const project = PUBLISHED.projects[0]!
    const schedule = Array.from({ length: 9 }, (_, at) => ({
      ...project.schedule[0]!,
      month: at + 1,
    }))
    const status = projectStatus(
      { ...project, schedule },
      countingSlice(EMPTY, project.id),
      { asOf: OCTOBER, knownAt: null },
      HEBEI,
    )
    const form = publishedForm(PUBLISHED, status)
    const wide = form.rows.map((row) => row.reduce((sum, cell) => sum + (cell.columns ?? 1), 0))
    expect(form.widths).toHaveLength(11)
    expect(Math.max(...wide)).toBe(11)
  })
})

/** The row of a form that begins with a word. */
const rowOf = (form: FormTable, word: string) => form.rows.find(([cell]) => cell?.text === word) ?? []

describe('what is printed', () => {
  it('adds up: the points of the rows are the total', () => {
    for (const form of evaluations(DEMO)) {
      const total = rowOf(form, '总分')[2]?.text
      const first = form.rows.findIndex(([cell]) => cell?.text === '绩效指标')
      const last = form.rows.findIndex(([cell]) => cell?.text === '总分')
      const rows = form.rows.slice(first + 1, last).map((row) => row.at(-2))
      const points = [rowOf(form, '年度资金总额').at(-1), ...rows].map((cell) => cell?.value)
      if (total === '暂不完整') expect(points).toContain(undefined)
      else {
        const cents = points.reduce((sum, own) => sum + Number(own?.times(100).toFixed()), 0)
        expect((cents / 100).toFixed(2)).toBe(total)
      }
    }
  })

  it('nothing unreported is a 0 or a grade', () => {
    const words = evaluations(EMPTY)
      .flatMap(({ rows }) => rows.flat())
      .map(({ text }) => text)
    expect(words).not.toContain('0.00')
    expect(words.filter((word) => /等级：|^[优良中差]$/.test(word))).toEqual([])
    expect(words.filter((word) => word === '暂不完整')).toHaveLength(6)
  })

  it('fills 其中 as numbers from the plan that has one source only, and the dashes of the form', () => {
    const [form] = evaluations(DEMO)
    expect(rowOf(form!, '其中：当年财政拨款').map(({ kind, text }) => [kind, text])).toEqual([
      ['text', '其中：当年财政拨款'],
      ['number', '4,023.10'],
      ['number', '4,023.10'],
      ['number', '4,023.10'],
      ['text', '—'],
      ['number', '100.00%'],
      ['text', '—'],
    ])
    expect(rowOf(form!, '　　　其他资金').map(({ text }) => text)).toEqual([
      '　　　其他资金',
      '',
      '',
      '',
      '—',
      '',
      '—',
    ])
  })

  it('says its unit once', () => {
    for (const form of [...evaluations(DEMO), ...monitors(DEMO), ...yearEnd(DEMO)]) {
      const said = [
        ...(form.lead ?? []).flat(),
        ...form.rows
          .flat()
          .filter(({ kind }) => kind === 'head')
          .map(({ text }) => text),
      ]
      expect(said.filter((text) => /^单位：|（万?元）$/.test(text)).length).toBeLessThanOrEqual(1)
    }
  })

  it('has a free line above the names that are signed, in the document and in the workbook', async () => {
    const forms = evaluations(DEMO).slice(0, 1)
    const document = unzipSync(new Uint8Array(await (await formDocument(forms)).arrayBuffer()))
    const signing = strFromU8(document['word/document.xml']!)
      .split('<w:p>')
      .find((own) => own.includes('单位负责人（签字）'))
    const [, before, line] = /w:before="(\d+)"[^>]*w:line="(\d+)"/.exec(signing ?? '') ?? []
    expect(Number(before)).toBeGreaterThanOrEqual(Number(line))
    const [sheet] = forms.map((form) => formSheet(form))
    const row = sheet!.rows.findIndex((cells) =>
      cells.some((cell) => cell?.kind === 'text' && cell.text === '单位负责人（签字）：'),
    )
    const { heights } = printingOf(sheet!)
    expect(heights[row]).toBeGreaterThanOrEqual(2 * Math.min(...heights) - 4)
  })

  it('a figure keeps its distance from the words beside it in the workbook', async () => {
    const parts = unzipSync(await writeBook(evaluations(DEMO).map((form) => formSheet(form))))
    const formats = [...strFromU8(parts['xl/styles.xml']!).matchAll(/formatCode="([^"]*)"/g)].map(
      ([, own]) => own,
    )
    expect(formats).toEqual(expect.arrayContaining(['#,##0.00_ ', '0.00%_ ', '@_ ']))
  })

  it('prints every figure alike in the document and in the workbook', () => {
    const format = /^−?\d{1,3}(,\d{3})*(\.\d+)?%?$/
    for (const form of [...evaluations(DEMO), ...monitors(DEMO)])
      for (const { text, places, percent } of form.rows.flat().filter(({ kind }) => kind === 'number')) {
        expect(text).toMatch(format)
        expect(text.endsWith('%')).toBe(percent === true)
        expect(text.replace('%', '').split('.')[1]?.length ?? 0).toBe(places)
      }
  })
})
