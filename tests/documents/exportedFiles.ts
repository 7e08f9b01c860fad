import { readFileSync } from 'node:fs'
import { placed, type FormTable } from '@/documents/forms/form'
import { formDocument } from '@/documents/forms/formDocument'
import { formSheet } from '@/documents/forms/formSheet'
import { reportDocument } from '@/documents/forms/reportDocument'
import { encodeEntry } from '@/documents/entries/entryCodec'
import { decodeSample } from '@/documents/entries/sampleFile'
import { annotatedSheets, templateSheets } from '@/documents/workbook/template'
import { writeBook } from '@/documents/workbook/writeBook'
import { rememberingFold } from '@/domain/status/board'
import { countingSlice } from '@/domain/ledger/aside'
import { projectDesk } from '@/domain/desk/projectDesk'
import { demoPlan } from '@/domain/ledger/demo'
import type { Appraisal } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { projectMonitor } from '@/domain/monitoring/monitor'
import { departmentSheet, goalsProgress } from '@/domain/papers/departmentSheet'
import { rectificationLines } from '@/domain/papers/rectificationList'
import { appraised } from '@/domain/papers/appraisal'
import { EVALUATION_FRAME } from '@/domain/papers/evaluationFrame'
import { moneyFacts, paperFacts } from '@/domain/papers/paperFacts'
import { HEBEI } from '@/domain/plan/preset'
import { evaluationBasis } from '@/domain/scoring/schemeInForce'
import { selfEvaluation } from '@/domain/scoring/sheet'
import { marked } from '@/format/papers/formCells'
import { departmentForm } from '@/format/papers/departmentForm'
import { appraisalForm } from '@/format/papers/appraisalForm'
import { reEvaluationForm } from '@/format/papers/reEvaluationForm'
import { hebeiForm } from '@/format/papers/hebeiForm'
import { rectificationForm } from '@/format/papers/rectificationForm'
import { summaryForm } from '@/format/papers/summaryForm'
import { monitorForm } from '@/format/papers/monitorForm'
import { selfEvaluationForm } from '@/format/papers/selfEvaluationForm'
import { phraseText } from '@/format/phrase'
import { publishedForm } from '@/format/papers/publishedForm'
import { evaluationTables, monitorTables } from '@/format/papers/reportTables'
import { ANNOTATION_WORDS, TEMPLATE_WORDS } from '@/views/exchange/templateText'
import { appraisalReport } from '@/views/report/appraisalReport'
import { evaluationReport, monitorReport, type ReportSection } from '@/views/report/reportText'
import { BookWriting, type BookOrder } from '@/workers/bookWriting'
import { DECEMBER, OCTOBER } from '../domain/build'
import { reEvaluate, written } from '../domain/scoring/sheets'
import { PUBLISHED } from '../format/board'
import { PLAN_FILE, realText } from './realPlan'

const { entries } = decodeSample(readFileSync('public/data/2020-323002.demo.json', 'utf8'))
const LEDGER = demoPlan(PUBLISHED.id)
const { ledger } = addEntries(emptyLedger(LEDGER), entries)
const department = rememberingFold()(PUBLISHED, ledger, { asOf: OCTOBER, knownAt: null }, HEBEI)
const slice = (id: string) => countingSlice(ledger, id)
const monitors = department.projects.map((status) =>
  projectMonitor(status, slice(status.project.id), sliceOf(ledger, LEDGER), HEBEI),
)
const BASIS = evaluationBasis(PUBLISHED, ledger, HEBEI, null)
const sheets = PUBLISHED.projects.map((project) => selfEvaluation(project, slice(project.id), BASIS))
const papers = sheets.map((sheet) => ({
  sheet,
  facts: paperFacts(
    sheet,
    slice(sheet.project.id),
    sliceOf(ledger, sheet.project.id),
    LEDGER,
    sliceOf(ledger, LEDGER),
    BASIS,
  ),
}))

/** 办公楼修缮 looked at again, and scored as 绩效评价: what an evaluator writes beside a self-evaluation. */
const judged = papers.map((paper) => {
  const { project } = paper.sheet
  const again = reEvaluate(
    project.id,
    {
      [project.id]: ['9', '国库账核减一笔'],
      [project.indicators[1]?.id ?? '']: ['12', '抽查三户有一户未办'],
    },
    { plan: LEDGER, author: '陈评' },
  )
  const said: Appraisal = {
    ...written(project.id, { plan: LEDGER, author: '陈评', schema: 2 }),
    kind: 'appraisal',
    rows: EVALUATION_FRAME.filter(({ from }) => from === null).map(({ id, weight }) => ({
      row: id,
      points: weight.minus('0.5'),
      basis: '查阅立项批复、合同和验收资料，缺少方案比选',
    })),
    seen: [],
  }
  const evaluated = addEntries(ledger, project.position === 3 ? [again, said] : []).ledger
  const sheet = selfEvaluation(project, countingSlice(evaluated, project.id), BASIS)
  const entries = sliceOf(evaluated, project.id).filter((entry) => entry.kind === 'appraisal')
  return {
    paper: { ...paper, sheet },
    appraised: appraised(sheet, { rows: EVALUATION_FRAME, set: null }, entries),
  }
})

const wholeDepartment = departmentSheet(
  PUBLISHED,
  sheets,
  goalsProgress(PUBLISHED, ledger, { asOf: DECEMBER, knownAt: null }),
  BASIS.scheme,
)
const lines = PUBLISHED.projects.map(({ id, name }) => ({
  id,
  name,
  own: rectificationLines(id, sliceOf(ledger, id), 2020, null),
}))

/** One black point, as the smallest of pictures. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (sign) => sign.charCodeAt(0),
)

/** A file as it leaves the product with the demonstration year, the texts that must be on its pages, and how many pages it takes (where that is fixed: a sheet of a workbook fits the width and takes the pages it needs). */
export interface ExportedFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly texts: readonly string[]
  readonly pages: number | null
}

async function bytesOf(blob: Promise<Blob>): Promise<Uint8Array> {
  return new Uint8Array(await (await blob).arrayBuffer())
}

async function forms(
  name: string,
  plain: readonly FormTable[],
  pages: number | null,
): Promise<ExportedFile[]> {
  const made = plain.map((form) => marked(form, true))
  const texts = made.flatMap((form) => [
    form.title,
    ...(form.lead ?? []).flat(),
    ...placed(form).map(({ cell }) => cell.text),
    ...(form.foot ?? []).flat(),
  ])
  return [
    { name: `${name}.docx`, bytes: await bytesOf(formDocument(made)), texts, pages },
    {
      name: `${name}.xlsx`,
      bytes: await writeBook(made.map((form) => formSheet(form))),
      texts,
      pages: null,
    },
  ]
}

async function report(name: string, sections: readonly ReportSection[], tables: readonly FormTable[]) {
  const words = sections.map(({ heading, paragraphs }) => ({
    heading,
    paragraphs: paragraphs.map(({ phrase }) => phraseText(phrase)),
  }))
  const file = { title: name, lines: ['演示数据'], sections: words, tables }
  return {
    name: `${name}.docx`,
    bytes: await bytesOf(reportDocument({ ...file, pictures: [{ title: '附图1', png: PNG }] })),
    texts: [
      ...words.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
      ...tables.flatMap(({ title, rows }) => [title, ...rows.flat().map(({ text }) => text)]),
    ],
    pages: null,
  }
}

async function book(what: BookOrder['what'], name: string): Promise<ExportedFile> {
  const writing = new BookWriting({
    what,
    format: 'xlsx',
    plan: { text: realText, file: PLAN_FILE },
    ledger: LEDGER,
    origin: 'demo',
    asOf: OCTOBER,
    reached: OCTOBER,
    knownOn: null,
    knownAt: null,
  })
  writing.add(entries.map(encodeEntry))
  const texts = [...PUBLISHED.projects.map((project) => project.name), '65,187,684.15']
  return { name: `${name}.xlsx`, bytes: await writing.write(), texts, pages: null }
}

/** The template of the demonstration year as it is handed out, and a copy of it with a fault in every row. */
async function templates(): Promise<ExportedFile[]> {
  const desks = PUBLISHED.projects.map((own) => projectDesk(own, 2020, ledger, null, HEBEI))
  const made = templateSheets(desks, TEMPLATE_WORDS)
  const filled = made.slice(0, 1).map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map((cell) => (cell?.kind === 'text' ? cell.text : ''))),
  }))
  const copies = filled.flatMap((sheet) => {
    const faults = sheet.rows.slice(1).map((_, at) => ({
      line: at + 2,
      column: 4,
      text: '一百',
      place: `E${at + 2}`,
      said: '不是能识别的数',
      mend: '请填写数字',
    }))
    return annotatedSheets(sheet, faults, ANNOTATION_WORDS)
  })
  const texts = PUBLISHED.projects.map((project) => project.name)
  return [
    { name: '填报模板.xlsx', bytes: await writeBook(made), texts, pages: null },
    { name: '填报模板标注.xlsx', bytes: await writeBook(copies), texts, pages: null },
  ]
}

/** A form whose lines of 审核签认 grow, so that its end comes to stand anywhere on a page. */
function grown(form: FormTable, lines: number): FormTable {
  const said = Array.from(
    { length: lines },
    (_, at) => `签认时说明之${at + 1}：${'补充说明未达标原因；'.repeat(9)}`,
  )
  return longerAt(form, form.rows.length - 1, said, `${form.name}${lines}`)
}

/** A form whose 完成情况 (or, of a department, 进展情况) grows, so that its indicators come to stand anywhere on a page. */
function grownAbove(form: FormTable, lines: number): FormTable {
  const row = form.rows.findIndex((cells) => cells.some(({ text }) => /^(实际|具体)?完成情况$/.test(text)))
  const said = Array.from({ length: lines }, () => '完成部分目标，其余待下年度继续；'.repeat(4))
  return longerAt(form, row + 1, said, `${form.name}上${lines}`)
}

/** A form with more lines in the last but one (of two: the last) cell of a row. */
function longerAt(form: FormTable, row: number, said: readonly string[], name: string): FormTable {
  const rows = form.rows.map((cells, own) =>
    own === row
      ? cells.map((cell, at) => (at === 1 ? { ...cell, text: [cell.text, ...said].join('\n') } : cell))
      : cells,
  )
  return { ...form, name, rows }
}

/** 自评表, Hebei's and the department's that are longer and longer, as one file of each kind: what stands below a heading or the whole form comes to stand anywhere on a page. */
export async function grownForms(): Promise<{ name: string; bytes: Uint8Array }[]> {
  const [one, two] = papers.slice(0, 2).map((paper) => selfEvaluationForm(PUBLISHED, paper))
  const above = papers
    .slice(0, 1)
    .flatMap((paper) => [
      selfEvaluationForm(PUBLISHED, paper),
      { ...hebeiForm(PUBLISHED, paper), name: '河北' },
      departmentForm(wholeDepartment, papers),
    ])
  const made = [
    ...[one, two].flatMap((form) =>
      form ? [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 17].map((lines) => grown(form, lines)) : [],
    ),
    ...above.flatMap((form) => [2, 4, 6, 8, 10, 12, 14, 17, 20].map((lines) => grownAbove(form, lines))),
  ]
  return [
    { name: '越来越长.docx', bytes: await bytesOf(formDocument(made)) },
    { name: '越来越长.xlsx', bytes: await writeBook(made.map((form) => formSheet(form))) },
  ]
}

/** Every kind of .docx and .xlsx the product writes, with the demonstration year at 10月底. */
export async function exportedFiles(): Promise<readonly ExportedFile[]> {
  return [
    ...(await forms(
      '自评表',
      papers.map((paper) => selfEvaluationForm(PUBLISHED, paper)),
      6,
    )),
    ...(await forms(
      '项目自评表河北',
      papers.map((paper) => hebeiForm(PUBLISHED, paper)),
      6,
    )),
    ...(await forms(
      '绩效评价评分表',
      judged.map((own) => appraisalForm(PUBLISHED, own.appraised)),
      6,
    )),
    ...(await forms(
      '自评复评表',
      judged.map(({ paper }) => reEvaluationForm(PUBLISHED, paper)),
      6,
    )),
    ...(await forms('部门整体自评表', [departmentForm(wholeDepartment, papers)], null)),
    ...(await forms('自评情况汇总表', [summaryForm(PUBLISHED, papers)], 1)),
    ...(await forms('问题整改清单', [rectificationForm(PUBLISHED, papers, lines)], 1)),
    ...(await forms(
      '监控表',
      monitors.map((monitor) =>
        monitorForm(PUBLISHED, monitor, moneyFacts(monitor.status, slice(monitor.status.project.id), null)),
      ),
      6,
    )),
    ...(await forms(
      '绩效目标表',
      department.projects.map((status) => publishedForm(PUBLISHED, status)),
      6,
    )),
    await report(
      '监控报告',
      monitorReport(LEDGER, department, monitors, 'wan', HEBEI),
      monitorTables(department, monitors),
    ),
    await report('自评报告', evaluationReport(LEDGER, sheets, 'wan'), evaluationTables(papers)),
    ...(await Promise.all(
      judged
        .filter(({ paper }) => paper.sheet.project.position === 3)
        .map(({ paper, appraised: own }) =>
          report('绩效评价报告', appraisalReport(PUBLISHED, paper, own), [appraisalForm(PUBLISHED, own)]),
        ),
    )),
    await book('department', '部门工作簿'),
    await book('ledger', '台账'),
    ...(await templates()),
  ]
}
