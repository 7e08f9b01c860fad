import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormTable } from '@/documents/forms/form'
import { reportDocument, type ReportFile } from '@/documents/forms/reportDocument'
import { readOfficeFile } from '@/documents/reading/archive/officeFile'
import { decodeSample } from '@/documents/entries/sampleFile'
import { rememberingFold } from '@/domain/status/board'
import { sum, ZERO } from '@/domain/number/decimal'
import { countingSlice } from '@/domain/ledger/aside'
import { demoPlan } from '@/domain/ledger/demo'
import { addEntries, emptyLedger, sliceOf, type Ledger } from '@/domain/ledger/ledger'
import { toWan } from '@/domain/number/money'
import { projectMonitor } from '@/domain/monitoring/monitor'
import { paperFacts } from '@/domain/papers/paperFacts'
import { HEBEI } from '@/domain/plan/preset'
import { evaluationBasis } from '@/domain/scoring/schemeInForce'
import { selfEvaluation } from '@/domain/scoring/sheet'
import { evaluationTables, monitorTables } from '@/format/papers/reportTables'
import { entryLists } from '../domain/arbitraries'
import { OCTOBER } from '../domain/build'
import { PUBLISHED } from '../format/board'

const { entries } = decodeSample(readFileSync('public/data/2020-323002.demo.json', 'utf8'))
const DEMO = addEntries(emptyLedger(demoPlan(PUBLISHED.id)), entries).ledger
const EMPTY = emptyLedger(PUBLISHED.id)

/** One black point, as the smallest of pictures. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (sign) => sign.charCodeAt(0),
)

function monitored(ledger: Ledger) {
  const department = rememberingFold()(PUBLISHED, ledger, { asOf: OCTOBER, knownAt: null }, HEBEI)
  const monitors = department.projects.map((status) =>
    projectMonitor(status, countingSlice(ledger, status.project.id), sliceOf(ledger, PUBLISHED.id), HEBEI),
  )
  return { department, tables: monitorTables(department, monitors) }
}
function papersOf(ledger: Ledger) {
  const basis = evaluationBasis(PUBLISHED, ledger, HEBEI, null)
  return PUBLISHED.projects.map((project) => {
    const counting = countingSlice(ledger, project.id)
    const sheet = selfEvaluation(project, counting, basis)
    const own = [sliceOf(ledger, project.id), ledger.plan, sliceOf(ledger, ledger.plan)] as const
    return { sheet, facts: paperFacts(sheet, counting, ...own, basis) }
  })
}

const file = (tables: readonly FormTable[]): ReportFile => ({
  title: '2020年1–10月绩效运行监控报告',
  lines: ['某局　截至 2020年10月31日', '演示数据，均为虚构'],
  end: ['某局', '2020年11月3日'],
  sections: [
    { heading: '一、总体情况', paragraphs: ['=1+1 也是文字。', '第二段\n分两行写的。'] },
    { heading: '二、整改情况', paragraphs: ['没有。'] },
  ],
  tables,
  pictures: [
    { title: '附图1　部门', png: PNG },
    { title: '附图2　项目', png: PNG },
  ],
})

async function readBack(report: ReportFile) {
  const bytes = new Uint8Array(await (await reportDocument(report)).arrayBuffer())
  const read = readOfficeFile(bytes)
  if (!read.ok) throw new Error(read.problem.kind)
  return { blocks: read.document.blocks, parts: unzipSync(bytes) }
}

describe.each([
  ['监控, demo year', () => monitored(DEMO).tables],
  ['监控, nothing entered', () => monitored(EMPTY).tables],
  ['自评, demo year', () => evaluationTables(papersOf(DEMO))],
  ['自评, nothing entered', () => evaluationTables(papersOf(EMPTY))],
])('the report as Word: %s', (_, make) => {
  it('reads back: words in their order, each cell of each table, each picture', async () => {
    const report = file(make())
    const { blocks, parts } = await readBack(report)
    const lines = blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text.trim()]))
    expect(lines.filter(Boolean)).toEqual(
      [
        report.title,
        ...report.lines,
        ...report.sections.flatMap(({ heading, paragraphs }) => [
          heading,
          ...paragraphs.join('\n').split('\n'),
        ]),
        ...(report.end ?? []),
        ...report.tables.map(({ title }) => title),
        ...report.pictures.map(({ title }) => title),
      ].map((line) => line.trim()),
    )
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
    expect(
      tables.map((table) => table.rows.map((row) => row.map(({ lines: own }) => own.join('\n')))),
    ).toEqual(report.tables.map(({ rows }) => rows.map((row) => row.map(({ text }) => text))))
    const media = Object.entries(parts).filter(([name]) => name.startsWith('word/media/'))
    expect(media.length).toBeGreaterThan(0)
    for (const [, bytes] of media) expect(bytes).toEqual(PNG)
  })
})

it('keeps 落款 with the words above it: it never stands alone on a page', async () => {
  const { parts } = await readBack(file(monitored(EMPTY).tables))
  const paragraphs = strFromU8(parts['word/document.xml']!)
    .split('<w:p>')
    .map((own) => ({
      words: [...own.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, words]) => words).join(''),
      kept: own.includes('<w:keepNext/>'),
    }))
  const at = paragraphs.findIndex(({ words }) => words === '2020年11月3日')
  expect(paragraphs.slice(at - 3, at + 1)).toEqual([
    { words: '二、整改情况', kept: true },
    { words: '没有。', kept: true },
    { words: '某局', kept: true },
    { words: '2020年11月3日', kept: false },
  ])
})

describe('the tables of a report', () => {
  it('have every figure at the right', () => {
    const figures = /^[+−]?[\d,]+(\.\d+)?%?$|^\d+\/\d+$|^[—未暂]/
    const columns = new Set([
      '名次',
      '预算执行率得分',
      '指标得分',
      '总分',
      '计划比率',
      '执行率',
      '实支减计划',
      '达标指标',
    ])
    for (const { rows } of [...evaluationTables(papersOf(DEMO)), ...monitored(DEMO).tables]) {
      const [heads = [], ...body] = rows
      const own = heads.flatMap(({ text }, at) => (columns.has(text) ? at : []))
      const cells = body.flatMap((row) => own.flatMap((at) => row[at] ?? []))
      for (const cell of cells.filter(({ text }) => figures.test(text)))
        expect(cell.kind === 'number' || cell.align, cell.text).toBeTruthy()
    }
  })

  it('leave no reason of a missed indicator blank: unexplained is said, unreported has none', () => {
    const [heads = [], ...rows] = monitored(DEMO).tables[1]!.rows.map((row) => row.map(({ text }) => text))
    const [state, reason] = [heads.indexOf('状态'), heads.indexOf('原因')]
    for (const row of rows) {
      expect(row[reason]).not.toBe('')
      expect(row[reason] === '—').toBe(row[state] === '未填报')
    }
    expect(rows.some((row) => row[reason] === '未说明原因')).toBe(true)
  })

  it('add up: the amounts of the rows are the printed total, whatever the ledger', () => {
    fc.assert(
      fc.property(entryLists(PUBLISHED), (list) => {
        const { ledger } = addEntries(emptyLedger(PUBLISHED.id), list)
        const { department, tables } = monitored(ledger)
        const rows = tables[0]!.rows.slice(1)
        const total = rows.at(-1)!
        for (const column of [1, 2]) {
          const values = rows.slice(0, -1).flatMap((row) => row[column]?.value ?? [])
          expect((total[column]?.value ?? ZERO).eq(sum(values))).toBe(true)
        }
        expect(total[1]?.value?.eq(toWan(department.budget))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('print nothing unreported as 0 and grade nothing that is open', () => {
    const { tables } = monitored(EMPTY)
    for (const row of tables[0]!.rows.slice(1)) expect(row[2]).toMatchObject({ kind: 'text', text: '未填报' })
    expect(tables[1]!.rows).toHaveLength(1 + 42)
    for (const row of tables[1]!.rows.slice(1)) expect(row[3]?.text).toBe('未填报')
    const [places] = evaluationTables(papersOf(EMPTY))
    for (const row of places!.rows.slice(1))
      expect(row.map(({ text }) => text).slice(2)).toEqual(['未定', '未定', '暂不完整', '—'])
    const open = evaluationTables(papersOf(DEMO))[0]!.rows.filter((row) => row[4]?.text === '暂不完整')
    expect(open.map((row) => [row[0]?.text, row[1]?.text, row[5]?.text])).toEqual([
      ['—', '创业孵化基地专项补助', '—'],
    ])
  })
})
