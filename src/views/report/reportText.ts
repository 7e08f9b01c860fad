import type { Comparison } from '@/domain/status/compare'
import type { DepartmentStatus } from '@/domain/status/departmentStatus'
import { spendingCarriedFrom } from '@/domain/status/projectStatus'
import type { ProjectMonitor } from '@/domain/monitoring/monitor'
import type { Project } from '@/domain/plan/plan'
import type { Preset } from '@/domain/plan/preset'
import { ranking } from '@/domain/scoring/ranking'
import type { Sheet } from '@/domain/scoring/sheet'
import { whatMovesMost } from '@/domain/scoring/lostPoints'
import type { Decimal } from '@/domain/number/decimal'
import { isCarriedRow, offOf } from '@/domain/scoring/row'
import { sumMoney, type Money } from '@/domain/number/money'
import { nameAmong, placesApart } from '@/format/papers/formCells'
import { againProblems } from '@/format/papers/problemText'
import { outcomeText } from '@/format/scoring/outcomeText'
import { clauses, sentence as sentenceOf, unclosed } from '@/format/clauses'
import { amount, MONEY_UNIT_NAME, plainNumber, type MoneyUnit } from '@/format/figures'
import { comparePhrase } from '@/format/board/compareText'
import { projectComparePhrase } from '@/format/project/projectCompare'
import { headline } from '@/format/headline'
import { aboutText } from '@/format/ledger/aboutText'
import { groundsText, monitorText, periodText } from '@/format/monitoring/monitorPage'
import { explainAttainment, explainNextNeed, type Derivation } from '@/format/derivation'
import type { Phrase, Piece } from '@/format/phrase'
import { projectHeadline } from '@/format/project/projectHeadline'
import { bracketed, carriedMoney, carriedRow, carriedSpending } from '@/format/scoring/carriedText'
import { lostWords, pointsText, rowFormulaText } from '@/format/scoring/scoreFormula'
import { reEvaluationText } from '@/format/scoring/reEvaluationText'
import { rowName } from '@/format/scoring/scoreWord'
import { schemeLabel, weightsFromText } from '@/format/scoring/weightsText'
import { nextNeed } from '@/domain/status/outlook'
import type { Day } from '@/domain/time/day'
import { summaryText } from '@/format/scoring/sheetText'

/** A paragraph of a report: its name, whose it is, and its words with the figures tied to what they are made of. */
export interface ReportParagraph {
  readonly key: string
  readonly subject: string
  readonly phrase: Phrase
}

/** A part of a report. */
export interface ReportSection {
  readonly heading: string
  readonly paragraphs: readonly ReportParagraph[]
}

const plain = (text: string): Piece => ({ text })
const figure = (text: string, why: () => Derivation): Piece => ({ text, tone: 'figure', why })
/** A whole clause that can say what it is made of, not set in bold. */
const clause = (text: string, why: () => Derivation): Piece => ({ text, why })

/** What a figure of a report is counted or added up from. */
function counted(
  title: string,
  result: string,
  rule: string,
  inputs: Derivation['inputs'],
): () => Derivation {
  return () => ({ title, result, rule, source: '由台账按截至日计算（本系统口径）', inputs })
}

function sentence(...parts: readonly (string | null)[]): Phrase {
  return parts.flatMap((part) => (part === null || part === '' ? [] : [plain(part)]))
}

/** The monitoring report of a day, department first, then every project: the same numbers as the screens, in paragraphs. */
export function monitorReport(
  plan: string,
  department: DepartmentStatus,
  monitors: readonly ProjectMonitor[],
  unit: MoneyUnit,
  preset: Preset,
  comparison: Comparison | null = null,
  reached: Day = department.asOf,
): ReportSection[] {
  const grounds = groundsText(monitors)
  const all = monitors.map(({ status }) => status.project)
  const old = department.projects.filter((own) => spendingCarriedFrom(own) !== null).length
  const overall = [
    ...headline(department, unit, preset, reached),
    ...(old > 0 ? [plain(`其中 ${old} 个项目的累计支出为较早节点的填报数。`)] : []),
  ]
  return [
    {
      heading: '一、总体情况',
      paragraphs: [
        { key: 'monitor/overall', subject: plan, phrase: overall },
        ...comparedOverall('monitor', plan, comparison, unit),
        {
          key: 'monitor/grounds',
          subject: plan,
          phrase: [
            clause(
              `${grounds.sentence}。`,
              counted(
                '达标的依据',
                grounds.sentence,
                '逐项指标按其填报是否经审核通过、有无佐证、是否沿用分别计数；未填报的单列，不作 0 计。',
                grounds.parts.map(({ word, count }) => ({ label: word, value: `${count} 项` })),
              ),
            ),
          ],
        },
      ],
    },
    {
      heading: '二、各项目情况',
      paragraphs: monitors.flatMap((monitor) => {
        const subject = monitor.status.project.id
        return [
          { key: 'monitor/project', subject, phrase: projectParagraph(monitor, all, unit, preset, reached) },
          ...comparedProject('monitor', subject, comparison, unit),
        ]
      }),
    },
    {
      heading: '三、整改情况',
      paragraphs: [{ key: 'monitor/rectification', subject: plan, phrase: rectificationPhrase(monitors) }],
    },
  ]
}

function comparedOverall(
  key: ReportKind,
  plan: string,
  comparison: Comparison | null,
  unit: MoneyUnit,
): ReportParagraph[] {
  if (!comparison) return []
  const { asOf } = comparison.before
  return [{ key: `${key}/compared/${asOf}`, subject: plan, phrase: comparePhrase(comparison, unit) }]
}

/** What changed of a project since the day compared with (较6月底：…): execution, gap and lights; nothing where no day is compared with. */
export function comparedProject(
  key: ReportKind,
  subject: string,
  comparison: Comparison | null,
  unit: MoneyUnit,
): ReportParagraph[] {
  const change = comparison?.projects.find(({ now }) => now.project.id === subject)
  if (!change) return []
  const { asOf } = change.before
  return [{ key: `${key}/compared/${asOf}`, subject, phrase: projectComparePhrase(change, unit) }]
}

function projectParagraph(
  monitor: ProjectMonitor,
  all: readonly Project[],
  unit: MoneyUnit,
  preset: Preset,
  reached: Day,
): Phrase {
  const { status } = monitor
  const text = monitorText(monitor, unit)
  const late = text.rows.filter((row) => ['near', 'partial', 'far'].includes(row.light))
  const need = nextNeed(status.schedule, status.budget, status.spent, status.asOf)
  const lateWords = late.flatMap((row, index): Piece[] => {
    const own = status.indicators.find(({ indicator }) => indicator.id === row.id)
    return [
      plain(
        `${index === 0 ? '未达标的有：' : '；'}“${aboutText({ kind: 'indicator-actual', subject: row.id }, status.project)}”完成 `,
      ),
      own ? figure(row.actual, () => explainAttainment(own, preset)) : plain(row.actual),
      plain(
        `（指标值 ${row.target}${row.carried ? `，${row.carried}` : ''}），${unclosed([row.reason || '未说明原因'])}${row.fullYear ? `，全年预计 ${row.fullYear}` : ''}${index === late.length - 1 ? '。' : ''}`,
      ),
    ]
  })
  return [
    plain(`${nameAmong(status.project, all)}：`),
    ...projectHeadline(status, unit, preset, reached),
    ...sentence(sentenceOf([carriedMoney(status, '累计支出')])),
    ...lateWords,
    ...(need && need.left.gt(0)
      ? [
          plain('到下一节点还需支出 '),
          {
            text: `${amount(need.left, unit)} ${MONEY_UNIT_NAME[unit]}`,
            tone: 'figure' as const,
            why: (): Derivation => explainNextNeed(status, need, unit),
          },
          plain('。'),
        ]
      : []),
    ...expectedPhrase(monitor, unit),
    ...(text.inconsistency ? [plain(`${text.inconsistency}。`)] : []),
  ]
}

/** What the manager expects for the year beside the run-rate; nothing where nobody said. */
function expectedPhrase(monitor: ProjectMonitor, unit: MoneyUnit): Piece[] {
  const { entry } = monitor.expected
  if (!entry) return []
  const { expected, expectedBy, runRate, flags } = monitorText(monitor, unit).money
  const said = `${expected} ${MONEY_UNIT_NAME[unit]}`
  return [
    plain('全年预计支出 '),
    figure(said, () => ({
      title: '全年预计执行数',
      result: said,
      rule: '由项目负责人填报，以最后一次为准；按进度推算只作对照。',
      source: expectedBy,
      inputs: [{ label: '按进度推算', value: runRate }],
    })),
    plain(`${flags.length > 0 ? `（${flags.join('；')}）` : ''}。`),
  ]
}

function rectificationPhrase(monitors: readonly ProjectMonitor[]): Phrase {
  const all = monitors.map(({ status }) => status.project)
  const cases = monitors.flatMap(({ status, rectifications }) =>
    rectifications.map((own) => ({ name: nameAmong(status.project, all), ...own })),
  )
  if (cases.length === 0) return sentence('截至日及以前没有提出整改要求。')
  const open = cases.filter(({ answer }) => answer === null)
  const inputs = cases.map(({ name, asked, answer }) => ({
    label: name,
    value: answer ? '已答复' : '尚未答复',
    note: asked.text,
  }))
  const count = (what: string, number: number) =>
    figure(`${number} 项`, counted(what, `${number} 项`, '按台账中的整改要求与整改结果逐项计数。', inputs))
  return [
    plain('共提出整改要求 '),
    count('整改要求', cases.length),
    plain('，已答复 '),
    count('已答复', cases.length - open.length),
    ...(open.length > 0
      ? [
          plain('，尚未答复 '),
          count('尚未答复', open.length),
          plain(`：${clauses(open.map(({ name, asked }) => `${name}（${asked.text}）`))}`),
        ]
      : []),
    plain('。'),
  ]
}

/** The self-evaluation report of a year: totals, ranking and every project; an incomplete sheet has neither total nor grade. */
export function evaluationReport(
  plan: string,
  sheets: readonly Sheet[],
  unit: MoneyUnit,
  comparison: Comparison | null = null,
): ReportSection[] {
  const places = ranking(sheets).filter(({ rank }) => rank !== null)
  const all = sheets.map(({ project }) => project)
  return [
    {
      heading: '一、自评结果',
      paragraphs: [
        { key: 'evaluation/overall', subject: plan, phrase: overallPhrase(sheets, unit) },
        ...comparedOverall('evaluation', plan, comparison, unit),
        ...(places.length > 0
          ? [
              {
                key: 'evaluation/ranking',
                subject: plan,
                phrase: places.flatMap(({ rank, sheet }, index) => [
                  plain(`${index === 0 ? '' : '；'}第 ${String(rank)} 名 ${nameAmong(sheet.project, all)} `),
                  totalPiece(sheet),
                  ...(index === places.length - 1 ? [plain('。')] : []),
                ]),
              },
            ]
          : []),
      ],
    },
    {
      heading: '二、各项目情况',
      paragraphs: sheets.flatMap((sheet) => [
        {
          key: 'evaluation/project',
          subject: sheet.project.id,
          phrase: sheetParagraph(sheet, all, unit),
        },
        ...comparedProject('evaluation', sheet.project.id, comparison, unit),
      ]),
    },
  ]
}

/** Writes amounts of one sentence with the places it takes for unlike ones not to read alike (919.995 of 920). */
function moneyApart(amounts: readonly (Money | null)[], unit: MoneyUnit): (value: Money) => string {
  const places = placesApart(amounts, unit)
  return (value) => `${amount(value, unit, places)} ${MONEY_UNIT_NAME[unit]}`
}

function overallPhrase(sheets: readonly Sheet[], unit: MoneyUnit): Phrase {
  const spent = sheets.flatMap(({ execution }) => execution.spent ?? [])
  const total = sumMoney(sheets.map(({ execution }) => execution.budget))
  const money = moneyApart([total, spent.length > 0 ? sumMoney(spent) : null], unit)
  const silent = sheets.length - spent.length
  const old = sheets.filter(({ execution }) => isCarriedRow(execution)).length
  const complete = sheets.filter(({ outcome }) => outcome.kind === 'complete').length
  const budget = money(total)
  const paid = spent.length === 0 ? '未填报' : money(sumMoney(spent))
  const all = sheets.map(({ project }) => project)
  const states = sheets.map((sheet) => ({
    label: nameAmong(sheet.project, all),
    value: outcomeText(sheet).text,
  }))
  const count = (what: string, number: number) =>
    figure(
      `${number} 个`,
      counted(what, `${number} 个`, '有任何一行未填报或不能评分的，自评暂不完整。', states),
    )
  return [
    plain(`本年 ${sheets.length} 个项目，全年预算 `),
    figure(
      budget,
      counted(
        '全年预算数合计',
        budget,
        '各项目全年预算数（年初预算数加经批准的调整）之和。',
        sheets.map(({ project, execution }) => ({
          label: nameAmong(project, all),
          value: money(execution.budget),
        })),
      ),
    ),
    plain('，全年执行 '),
    figure(
      paid,
      counted(
        '全年执行数合计',
        paid,
        '各项目截至12月31日累计支出之和；未填报的不作 0 计，单独列出。',
        sheets.map(({ project, execution }) => ({
          label: nameAmong(project, all),
          value: execution.spent ? money(execution.spent) : '未填报',
        })),
      ),
    ),
    plain(
      `${bracketed(
        [silent > 0 ? `${silent} 个项目未填报，未计在内` : '', old > 0 ? `${old} 个项目沿用较早填报数` : '']
          .filter(Boolean)
          .join('；'),
      )}。自评完整的 `,
    ),
    count('自评完整', complete),
    plain('，暂不完整的 '),
    count('暂不完整', sheets.length - complete),
    plain('。'),
  ]
}

/** The outcome of a sheet with the rows it is the sum of. */
function totalPiece(sheet: Sheet): Piece {
  const { text, complete } = outcomeText(sheet)
  return figure(text, () => ({
    title: `${sheet.project.name} · 总分`,
    result: text,
    rule: complete
      ? '各行得分四舍五入到两位小数后相加。'
      : '有未填报或不能评分的行，只列已得分和未定分，不给等级。',
    source: schemeLabel(sheet),
    inputs: sheet.rows.map((row) => ({
      label: rowName(sheet, row.id),
      value: row.points ? `${pointsText(row.points)} 分` : '未定',
      note: `满分 ${plainNumber(row.weight)}`,
    })),
  }))
}

/** A row inside a sentence: an indicator in quotes, because names have marks of their own. */
function quotedRow(sheet: Sheet, row: Sheet['rows'][number]): string {
  return row.kind === 'execution'
    ? rowName(sheet, row.id)
    : `“${rowName(sheet, row.id)}”${bracketed(carriedRow(row))}`
}

function sheetParagraph(sheet: Sheet, all: readonly Project[], unit: MoneyUnit): Phrase {
  const { execution, project, weightSource } = sheet
  const lost = whatMovesMost(sheet).slice(0, 3)
  const money = moneyApart([execution.initialBudget, execution.budget, execution.spent], unit)
  const budget = money(execution.budget)
  const inputs = [
    { label: '年初预算数', value: money(execution.initialBudget) },
    { label: '全年预算数', value: budget },
    { label: '全年执行数', value: execution.spent ? money(execution.spent) : '未填报' },
  ]
  const done = sentenceOf([summaryText(sheet)])
  const again = againWords(sheet)
  return [
    plain(`${nameAmong(project, all)}自评${sheet.outcome.kind === 'complete' ? ' ' : ''}`),
    totalPiece(sheet),
    plain(execution.spent ? '。全年执行 ' : '。全年执行数'),
    figure(
      execution.spent ? money(execution.spent) : '未填报',
      counted(`${project.name} · 全年执行数`, inputs[2]?.value ?? '', '截至12月31日逐笔支出累计。', inputs),
    ),
    plain(`${bracketed(carriedSpending(execution))}，预算 `),
    figure(budget, counted(`${project.name} · 全年预算数`, budget, '年初预算数加经批准的调整。', inputs)),
    plain('。'),
    ...(weightSource.kind === 'set' ? [plain(`分值依据：${sentenceOf([weightsFromText(sheet)])}`)] : []),
    ...(done === '' ? [] : [plain(`年度总体目标完成情况：${done}`)]),
    ...lost.flatMap(({ row, lost: points }, index): Piece[] => [
      plain(`${index === 0 ? '失分主要在：' : '；'}${quotedRow(sheet, row)}`),
      figure(lostWords(row), () => lostDerivation(sheet, row, points)),
      ...(index === lost.length - 1 ? [plain('。')] : []),
    ]),
    ...(again === '' ? [] : [plain(again)]),
  ]
}

/** 复评 of a sheet with each row it gave fewer points; empty where nobody re-evaluated. */
function againWords(sheet: Sheet): string {
  const { end } = reEvaluationText(sheet)
  if (end === '') return ''
  const rows = againProblems(sheet).map(({ text }) => text)
  return sentenceOf([rows.length > 0 ? `${end}（${unclosed(rows)}）` : end])
}

function lostDerivation(sheet: Sheet, row: Sheet['rows'][number], lost: Decimal): Derivation {
  const { score, points } = row
  return {
    title: `${sheet.project.name} · ${rowName(sheet, row.id)}`,
    result: `失 ${pointsText(lost)} 分`,
    rule:
      typeof score === 'string' || points === null ? '' : rowFormulaText(score.formula, offOf(row), points),
    source: schemeLabel(sheet),
    inputs: [
      { label: '分值', value: `${plainNumber(row.weight)} 分` },
      { label: '得分', value: points ? `${pointsText(points)} 分` : '未定' },
    ],
  }
}

/** The reports there are. */
export type ReportKind = 'monitor' | 'evaluation' | 'appraisal'

/** The title of a report; 绩效评价报告 bears its project. */
export function reportTitle(
  kind: ReportKind,
  year: number,
  day: Day | null,
  project: string,
  reached: Day | null = day,
): string {
  if (kind === 'appraisal') return `${year}年度${project}绩效评价报告`
  return kind === 'monitor'
    ? `${year}年${day ? periodText(day, reached ?? day) : ''}绩效运行监控报告`
    : `${year}年度部门绩效自评报告`
}
