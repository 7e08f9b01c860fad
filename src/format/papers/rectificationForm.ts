import type { RectificationLine, RectificationSource } from '@/domain/papers/rectificationList'
import type { PaperSheet } from '@/domain/papers/paperFacts'
import { Decimal } from '@/domain/number/decimal'
import type { Plan } from '@/domain/plan/plan'
import { clauses } from '../clauses'
import { pointsText } from '../scoring/scoreFormula'
import { rowName } from '../scoring/scoreWord'
import { recordedDay } from '../ledger/recordedText'
import { dayWord } from '../words'
import { head, numberCell, text, type FormCell, type FormTable } from './formCells'
import { foundOn } from './foundText'
import { problemsOf } from './summaryForm'

const SOURCE_WORD: Readonly<Record<RectificationSource, string>> = {
  monitoring: '监控',
  'self-evaluation': '自评',
  're-evaluation': '复评',
}
/** What the ledger does not hold and somebody has to write. */
const TO_WRITE = '待填写'

/** 问题整改清单 (domain.md §12): every 整改要求 of the year with its answer, then the problems of the self-evaluation and of the 复评 of every project, asked about or not. */
export function rectificationForm(
  plan: Plan,
  papers: readonly PaperSheet[],
  lines: readonly {
    readonly name: string
    readonly id: string
    readonly own: readonly RectificationLine[]
  }[],
): FormTable {
  const asked = lines.flatMap(({ id, name, own }) =>
    own.map((line) =>
      askedCells(
        name,
        line,
        papers.find(({ sheet }) => sheet.project.id === id),
      ),
    ),
  )
  const rest = papers.flatMap((paper) => {
    const { project } = paper.sheet
    const has = lines.some(
      ({ id, own }) => id === project.id && own.some(({ source }) => source !== 'monitoring'),
    )
    const wanted = has ? '见本项目的整改要求；没有提到的，尚未提出要求' : '没有提出整改要求'
    return [
      { from: '自评', problems: problemsOf(paper) },
      { from: '复评', problems: againProblems(paper) },
    ].flatMap(({ from, problems }) =>
      problems.map((problem) => [
        text(`${project.name}：${problem}`),
        text(from),
        text(wanted),
        ...unasked(),
      ]),
    )
  })
  const rows = [...asked, ...rest]
  return {
    name: '问题整改清单',
    title: `绩效问题整改清单（${plan.year}年度）`,
    lead: [[`填报单位（盖章）：${plan.department.name}`, '填报日期：　　　　年　　月　　日']],
    widths: [8, 44, 8, 34, 14, 14, 34, 18],
    rows: [
      ['序号', '问题', '来源', '整改要求', '责任人', '期限', '整改结果', '结果应用'].map((name) =>
        head(name),
      ),
      ...(rows.length > 0
        ? rows.map((cells, index) => [numberCell(new Decimal(index + 1), '', 0), ...cells])
        : [[text('没有', 8)]]),
    ],
    foot: [
      ['填报人及电话：', '单位负责人（签字）：'],
      ['注：“待填写”的栏目台账没有记录，由单位填写；结果应用包括预算安排、政策调整、公开、问责等。'],
    ],
  }
}

/** What a 复评 found: the rows it gave fewer points than the self-evaluation, with its words. */
function againProblems({ sheet }: PaperSheet): string[] {
  return (sheet.reEvaluation?.rows ?? []).flatMap(({ row, points, difference, text: why }) =>
    difference?.isNegative() && points && row.points
      ? `${row.kind === 'execution' ? '预算执行率' : `“${rowName(sheet, row.id)}”`}自评 ${pointsText(row.points)} 分、复评 ${pointsText(points)} 分：${why}`
      : [],
  )
}

function unasked(): FormCell[] {
  return ['', '', '', TO_WRITE].map((words) => text(words))
}

/** The problem that a 整改要求 is about, by the project and its indicators: as it stood on the day of the monitoring, in the self-evaluation, or in the 复评. */
function problemText(name: string, line: RectificationLine, paper: PaperSheet | undefined): string {
  const { asked, source, status } = line
  const found =
    source === 'monitoring'
      ? status
        ? foundOn(status)
        : []
      : paper
        ? source === 'self-evaluation'
          ? problemsOf(paper)
          : againProblems(paper)
        : []
  const when = `${dayWord(asked.effectiveOn)}${source === 'monitoring' ? '绩效监控' : '绩效评价'}发现`
  return `${name}：${when}${found.length > 0 ? `：${clauses(found)}` : '，见整改要求'}`
}

function askedCells(name: string, line: RectificationLine, paper: PaperSheet | undefined): FormCell[] {
  const { asked, answer, source, manager } = line
  return [
    text(problemText(name, line, paper)),
    text(SOURCE_WORD[source]),
    text(`${asked.text}（${asked.author}，${recordedDay(asked.recordedAt)}）`),
    text(manager ?? TO_WRITE),
    text(TO_WRITE),
    text(answer ? `${answer.text}（${answer.author}，${recordedDay(answer.recordedAt)}）` : '尚未答复'),
    text(TO_WRITE),
  ]
}
