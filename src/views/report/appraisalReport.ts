import { partOf, type AppraisedProject, type AppraisedRow } from '@/domain/papers/appraisal'
import type { FramePart } from '@/domain/papers/evaluationFrame'
import type { PaperSheet } from '@/domain/papers/paperFacts'
import type { Plan } from '@/domain/plan/plan'
import type { Comparison } from '@/domain/status/compare'
import { sentence } from '@/format/clauses'
import { amount, plainNumber, rateText } from '@/format/figures'
import { recordedDay } from '@/format/ledger/recordedText'
import {
  appraisalCarried,
  basisText,
  besideText,
  differenceText,
  frameText,
  PART_WORD,
} from '@/format/papers/appraisalForm'
import { changesSentence } from '@/format/papers/changesText'
import { placesApart } from '@/format/papers/formCells'
import { measuresOf, problemLines } from '@/format/papers/problemText'
import { sourceDoubtText } from '@/format/papers/sourceFaultText'
import { carriedSpending } from '@/format/scoring/carriedText'
import { pointsText } from '@/format/scoring/scoreFormula'
import { GRADE_WORD } from '@/format/scoring/scoreWord'
import { FUND_SOURCE_WORD } from '@/format/words'
import { comparedProject, type ReportParagraph, type ReportSection } from './reportText'
import { numbered, paragraph, toWrite } from './wholeReport'
import { summaryText } from '@/format/scoring/sheetText'

const PARTS: readonly FramePart[] = ['decision', 'process', 'output', 'benefit']
const PART_NUMBER = ['（一）', '（二）', '（三）', '（四）']

/** 绩效评价报告 of a project in its six parts: 基本情况, 工作开展, 综合评价情况及结论, 指标分析, 经验与问题, 建议 (domain.md §12). */
export function appraisalReport(
  plan: Plan,
  paper: PaperSheet,
  appraised: AppraisedProject,
  comparison: Comparison | null = null,
): ReportSection[] {
  const { project } = paper.sheet
  const say = (key: string, words: string): ReportParagraph =>
    paragraph(`appraisal/${key}`, project.id, words)
  const problems = problemLines(paper)
  const measures = measuresOf(paper)
  return numbered([
    {
      heading: '基本情况',
      paragraphs: [
        say('project', projectWords(plan, paper)),
        say('money', moneyWords(paper)),
        ...comparedProject('appraisal', project.id, comparison, 'wan'),
        say('goals', goalsWords(paper)),
      ],
    },
    {
      heading: '评价工作开展情况',
      paragraphs: [
        say('work', workWords(appraised)),
        say('work/own', toWrite('评价目的、对象和范围，评价原则和方法，评价工作过程和现场核查情况。')),
      ],
    },
    {
      heading: '综合评价情况及结论',
      paragraphs: [
        say('conclusion', conclusionWords(appraised)),
        say('beside', `${besideText(appraised)}。`),
      ],
    },
    {
      heading: '绩效评价指标分析',
      paragraphs: PARTS.flatMap((part, index) => {
        const own = partOf(appraised, part)
        if (own.rows.length === 0) return []
        const had = own.points ? `得 ${pointsText(own.points)} 分` : '尚未评完'
        return [
          say(
            `part/${part}`,
            `${PART_NUMBER[index] ?? ''}${PART_WORD[part]}情况。分值 ${plainNumber(own.weight)} 分，${had}。${own.rows.map(rowWords).join('')}`,
          ),
        ]
      }),
    },
    {
      heading: '主要经验及做法、存在的问题及原因分析',
      paragraphs: [
        say('practice', toWrite('主要经验及做法。')),
        say(
          'problems',
          problems.length > 0 ? `存在的问题及原因：${sentence(problems)}` : '自评各行没有失分或未填报的。',
        ),
        say(
          'causes',
          measures.length > 0 ? `改进措施：${sentence(measures)}` : toWrite('问题的原因分析和改进措施。'),
        ),
      ],
    },
    {
      heading: '有关建议',
      paragraphs: [say('advice', toWrite('对预算安排、项目管理和绩效目标设置的建议。'))],
    },
  ])
}

function projectWords(plan: Plan, { sheet: { project } }: PaperSheet): string {
  const purpose = project.purpose.trim()
  return `${project.name}（项目编码 ${project.code}）由${plan.department.name}实施，列入${plan.year}年度部门预算。${purpose === '' ? '' : `资金用途：${sentence([purpose])}`}`
}

function moneyWords({ sheet: { execution }, facts: { sources, changes } }: PaperSheet): string {
  const { initialBudget, budget } = execution
  const places = placesApart([initialBudget, budget, execution.spent])
  const carried = carriedSpending(execution)
  const doubt = sourceDoubtText(sources)
  const parts = sources.rows.flatMap(({ source, executed }) =>
    executed ? `${FUND_SOURCE_WORD[source]} ${amount(executed, 'wan')} 万元` : [],
  )
  const spent = execution.spent
    ? `全年执行 ${amount(execution.spent, 'wan', places)} 万元${carried && `（${carried}）`}，执行率 ${rateText(execution.rate, 2)}`
    : '全年执行数未填报'
  return `年初预算 ${amount(initialBudget, 'wan', places)} 万元，全年预算 ${amount(budget, 'wan', places)} 万元，${spent}${parts.length > 0 ? `；执行数中${parts.join('、')}` : ''}。${doubt === '' ? '' : `${doubt}。`}${changesSentence(changes)}`
}

function goalsWords({ sheet }: PaperSheet): string {
  const { project } = sheet
  const goals = sentence(project.goals)
  const done = sentence([summaryText(sheet)])
  return `年度总体目标：${goals || '绩效目标表没有填写。'}绩效指标 ${project.indicators.length} 项。${done === '' ? '' : `实际完成情况：${done}`}`
}

/** How the rows that start from the self-evaluation came to their points: only what an evaluator scored is 核定. */
function startedWords(rows: readonly AppraisedRow[]): string {
  const own = rows.filter(({ row }) => row.part === 'output' || row.part === 'benefit')
  const judged = own.filter(({ state }) => state === 'judged')
  if (judged.length === 0) return '产出、效益直接取项目自评得分率，未经评价人员核定。'
  if (judged.length === own.length) return '产出、效益从项目自评得分率起算，经评价人员核定。'
  return `产出、效益中${judged.map(({ row }) => row.name).join('、')}经评价人员核定，其余直接取项目自评得分率，未经评价人员核定。`
}

function workWords({ entries, frame, rows }: AppraisedProject): string {
  const who = [...new Set(entries.map(({ author }) => author))]
  const last = entries
    .map(({ recordedAt }) => recordedAt)
    .sort()
    .at(-1)
  const by =
    last === undefined ? '评价人员尚未评分' : `由${who.join('、')}评分，最后一次在 ${recordedDay(last)}`
  return `采用决策、过程、产出、效益四类指标，共 100 分；分值依据：${frameText(frame)}。${by}。${startedWords(rows)}`
}

function conclusionWords(appraised: AppraisedProject): string {
  const { total, grade, points, open } = appraised
  const parts = PARTS.flatMap((part) => {
    const own = partOf(appraised, part)
    if (own.rows.length === 0) return []
    return `${PART_WORD[part]} ${own.points ? pointsText(own.points) : '待评'}/${plainNumber(own.weight)}`
  }).join('，')
  return total && grade
    ? `综合评价得分 ${pointsText(total)} 分，等级为“${GRADE_WORD[grade]}”${appraisalCarried(appraised)}。其中（得分/分值）：${parts}。`
    : `还没有评完：已有 ${pointsText(points)} 分${appraisalCarried(appraised)}，待评 ${pointsText(open)} 分，没有总分和等级。其中（得分/分值）：${parts}。`
}

function rowWords(own: AppraisedRow): string {
  const had = own.points ? `得 ${pointsText(own.points)} 分` : '待评'
  const why = sentence([basisText(own).replace(/^待评：/, ''), differenceText(own)])
  return `${own.row.name}（${plainNumber(own.row.weight)} 分）${had}：${why}`
}
