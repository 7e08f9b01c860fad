import type { ProjectMonitor } from '@/domain/monitoring/monitor'
import type { MoneyFacts, PaperSheet } from '@/domain/papers/paperFacts'
import { sumMoney } from '@/domain/number/money'
import type { Plan } from '@/domain/plan/plan'
import type { ApprovedChange } from '@/domain/papers/approvedChanges'
import { sentence } from '@/format/clauses'
import { amount, printedFigure } from '@/format/figures'
import { aboutText } from '@/format/ledger/aboutText'
import { monitorText } from '@/format/monitoring/monitorPage'
import { changesSentence } from '@/format/papers/changesText'
import { nameAmong } from '@/format/papers/formCells'
import { measureText, offPlanText, signedWords } from '@/format/papers/paperWords'
import { bracketed, carriedMoney } from '@/format/scoring/carriedText'
import { measuresOf, problemLines } from '@/format/papers/problemText'
import type { ReportParagraph, ReportSection } from './reportText'

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** What somebody has to write, because no ledger holds it; it is rewritten on the page like every paragraph. */
export const toWrite = (what: string) => `【待填写】${what}`

/** A paragraph of plain words. */
export const paragraph = (key: string, subject: string, words: string): ReportParagraph => ({
  key,
  subject,
  phrase: [{ text: words }],
})

interface Part {
  readonly heading: string
  readonly paragraphs: readonly ReportParagraph[]
}

/** Parts in the order of an official report, numbered anew. */
export function numbered(parts: readonly Part[]): ReportSection[] {
  return parts.map(({ heading, paragraphs }, index) => ({
    heading: `${NUMBERS[index] ?? index + 1}、${heading.replace(/^[一二三四五六七八九十]+、/, '')}`,
    paragraphs,
  }))
}

/** Lines of many projects as paragraphs that can be rewritten one by one. */
function listed(
  key: string,
  plan: string,
  lines: readonly { readonly id: string; readonly name: string; readonly words: readonly string[] }[],
  none: string,
): ReportParagraph[] {
  const said = lines.filter(({ words }) => words.length > 0)
  if (said.length === 0) return [paragraph(key, plan, none)]
  return said.map(({ id, name, words }) => paragraph(key, id, `${name}：${sentence(words)}`))
}

/** The paragraphs of the projects, after each first one of a project what was changed in it by approval. */
function withChanges(
  key: string,
  paragraphs: readonly ReportParagraph[],
  changesOf: (project: string) => readonly ApprovedChange[],
): ReportParagraph[] {
  return paragraphs.flatMap((own, index) => {
    const first = paragraphs.findIndex(({ subject }) => subject === own.subject) === index
    const words = first ? changesSentence(changesOf(own.subject)) : ''
    return words === '' ? [own] : [own, paragraph(`${key}/changes`, own.subject, words)]
  })
}

function basics(plan: Plan, key: string): Part {
  const { facts, projects, department, source } = plan
  const stated = facts
    ? `公开的部门预算支出 ${printedFigure(facts.expenditure.total)} 万元，其中基本支出 ${printedFigure(facts.expenditure.basic)} 万元、项目支出 ${printedFigure(facts.expenditure.projects)} 万元。`
    : ''
  return {
    heading: '基本情况',
    paragraphs: [
      paragraph(
        `${key}/basics`,
        plan.id,
        `${department.name}${plan.year}年设绩效目标的项目 ${projects.length} 个，年初预算 ${amount(sumMoney(projects.map(({ budget }) => budget)), 'wan')} 万元，绩效指标 ${projects.reduce((sum, { indicators }) => sum + indicators.length, 0)} 项（${source.title}）。${stated}`,
      ),
    ],
  }
}

/** The self-evaluation report as it is handed in: 基本情况, 组织开展, 结果, 分析, 问题及原因, 改进措施, 结果应用与公开 (domain.md §7). */
export function wholeEvaluationReport(
  plan: Plan,
  inner: readonly ReportSection[],
  papers: readonly PaperSheet[],
): ReportSection[] {
  const [results, projects] = inner
  const entered = [...new Set(papers.flatMap(({ facts }) => facts.entered))]
  const accepted = papers.filter(({ facts }) => facts.accepted?.effectiveOn === `${plan.year}-12-31`).length
  const signed = papers.filter(({ facts }) => facts.state.kind === 'signed-off').length
  const again = papers.filter(({ sheet }) => sheet.reEvaluation !== null).length
  const lines = (of: (paper: PaperSheet) => readonly string[]) =>
    papers.map((paper) => ({
      id: paper.sheet.project.id,
      name: nameAmong(paper.sheet.project, plan.projects),
      words: of(paper),
    }))
  return numbered([
    basics(plan, 'evaluation'),
    {
      heading: '自评工作组织开展情况',
      paragraphs: [
        paragraph(
          'evaluation/organised',
          plan.id,
          `${entered.length > 0 ? `填报人：${entered.join('、')}` : '尚无人填报'}；年末节点审核通过 ${accepted} 个项目，自评表签认 ${signed} 个${again > 0 ? `，复评 ${again} 个` : ''}。`,
        ),
        ...papers.flatMap(({ sheet: { project }, facts: { state } }) =>
          signedWords(state).map((words) =>
            paragraph(
              'evaluation/organised/signed',
              project.id,
              `${nameAmong(project, plan.projects)}签认时说明：${sentence([words])}`,
            ),
          ),
        ),
        paragraph(
          'evaluation/organised/own',
          plan.id,
          toWrite('自评的组织领导、布置培训、现场核查和资料审核情况。'),
        ),
      ],
    },
    { heading: '自评结果', paragraphs: results?.paragraphs ?? [] },
    {
      heading: '各项目绩效分析',
      paragraphs: withChanges('evaluation', projects?.paragraphs ?? [], (id) =>
        papers.flatMap(({ sheet, facts }) => (sheet.project.id === id ? facts.changes : [])),
      ),
    },
    {
      heading: '存在的问题及原因',
      paragraphs: listed(
        'evaluation/problems',
        plan.id,
        lines(problemLines),
        '各项目没有失分或未填报的评分项。',
      ),
    },
    {
      heading: '改进措施',
      paragraphs: [
        ...listed('evaluation/measures', plan.id, lines(measuresOf), '台账没有记录改进措施。'),
        paragraph('evaluation/measures/own', plan.id, toWrite('下一年度的总体改进措施、责任人和期限。')),
      ],
    },
    use('evaluation', plan.id),
  ])
}

/** The monitoring report as it is handed in: 基本情况, 组织开展, 结果, 分析, 问题及原因, 改进措施, 整改, 结果应用与公开 (domain.md §8). */
export function wholeMonitorReport(
  plan: Plan,
  inner: readonly ReportSection[],
  monitors: readonly { readonly monitor: ProjectMonitor; readonly facts: MoneyFacts }[],
): ReportSection[] {
  const [overall, projects, rectification] = inner
  const lines = (of: (own: (typeof monitors)[number]) => readonly string[]) =>
    monitors.map((own) => ({
      id: own.monitor.status.project.id,
      name: nameAmong(own.monitor.status.project, plan.projects),
      words: of(own),
    }))
  return numbered([
    basics(plan, 'monitor'),
    {
      heading: '监控工作组织开展情况',
      paragraphs: [
        paragraph(
          'monitor/organised',
          plan.id,
          `对 ${monitors.length} 个项目的预算执行进度和绩效目标实现程度实行双监控。`,
        ),
        paragraph('monitor/organised/own', plan.id, toWrite('监控的组织领导、方法和现场核查情况。')),
      ],
    },
    { heading: '监控结果', paragraphs: overall?.paragraphs ?? [] },
    {
      heading: '各项目情况',
      paragraphs: withChanges('monitor', projects?.paragraphs ?? [], (id) =>
        monitors.flatMap(({ monitor, facts }) => (monitor.status.project.id === id ? facts.changes : [])),
      ),
    },
    {
      heading: '存在的问题及原因',
      paragraphs: listed('monitor/problems', plan.id, lines(behindOf), '没有支出滞后或未达标的。'),
    },
    {
      heading: '改进措施',
      paragraphs: [
        ...listed(
          'monitor/measures',
          plan.id,
          lines(({ monitor: { status }, facts: { reason } }) =>
            reason ? [measureText(reason, status.asOf)].filter(Boolean) : [],
          ),
          '台账没有记录下一步措施。',
        ),
        paragraph('monitor/measures/own', plan.id, toWrite('后续监控和加快执行的总体安排。')),
      ],
    },
    { heading: '整改情况', paragraphs: rectification?.paragraphs ?? [] },
    use('monitor', plan.id),
  ])
}

function use(key: string, plan: string): Part {
  return {
    heading: '结果应用与公开',
    paragraphs: [
      paragraph(
        `${key}/use`,
        plan,
        toWrite('结果用于预算安排、政策调整和改进管理的情况，以及公开的范围、时间和方式。'),
      ),
    ],
  }
}

const LATE: ReadonlySet<string> = new Set(['over-budget', 'severely-behind', 'behind', 'slightly-behind'])

function behindOf({ monitor, facts }: { monitor: ProjectMonitor; facts: MoneyFacts }): string[] {
  const { status } = monitor
  const words = monitorText(monitor, 'wan')
  const late = LATE.has(status.standing.kind)
    ? [
        `支出${words.money.word}（${[`执行率 ${words.money.rate}`, `计划 ${words.money.plan}`, carriedMoney(status, '执行数')].filter(Boolean).join('，')}），${offPlanText(facts, status.asOf) || '未说明原因'}`,
      ]
    : []
  const missed = words.rows
    .filter(({ light }) => light === 'near' || light === 'partial' || light === 'far')
    .map(
      ({ id, reason, carried }) =>
        `“${aboutText({ kind: 'indicator-actual', subject: id }, status.project)}”${bracketed(carried)}未达标，${reason === '' ? '未说明原因' : reason}`,
    )
  const silent = words.rows.filter(({ light }) => light === 'unreported').length
  return [...late, ...missed, ...(silent > 0 ? [`${silent} 项指标未填报`] : [])]
}
