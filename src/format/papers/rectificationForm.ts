import type { RectificationLine, RectificationSource } from '@/domain/papers/rectificationList'
import type { PaperSheet } from '@/domain/papers/paperFacts'
import { Decimal } from '@/domain/number/decimal'
import { lastDayOfYear, type Day } from '@/domain/time/day'
import type { SpendingReason } from '@/domain/ledger/entry'
import type { Plan } from '@/domain/plan/plan'
import { recordedDay } from '../ledger/recordedText'
import { dayWord, fullDay } from '../words'
import { head, nameAmong, numberCell, text, type FormCell, type FormTable } from './formCells'
import { foundOn } from './foundText'
import { saidOfText } from './paperWords'
import { againProblems, problemsOf, silentTogether, type ProblemText } from './problemText'

const SOURCE_WORD: Readonly<Record<RectificationSource, string>> = {
  monitoring: '监控',
  'self-evaluation': '自评',
  're-evaluation': '复评',
}
const PROBLEM_SOURCES: readonly (readonly [
  RectificationSource,
  (paper: PaperSheet) => readonly ProblemText[],
])[] = [
  ['self-evaluation', problemsOf],
  ['re-evaluation', ({ sheet }) => againProblems(sheet)],
]
/** What the ledger does not hold and somebody has to write. */
const TO_WRITE = '待填写'

/** 问题整改清单 (domain.md §12), one problem a row: every 整改要求 of the year with its answer, then the problems of the self-evaluation and of the 复评 of every project that no demand names, what nobody reported of a project in one row. */
export function rectificationForm(
  plan: Plan,
  papers: readonly PaperSheet[],
  lines: readonly {
    readonly name: string
    readonly id: string
    readonly own: readonly RectificationLine[]
  }[],
): FormTable {
  const projects = papers.map(({ sheet }) => sheet.project)
  const demands = lines.flatMap(({ id, name: printed, own }) => {
    const paper = papers.find(({ sheet }) => sheet.project.id === id)
    const name = paper ? nameAmong(paper.sheet.project, projects) : printed
    return own.map((line) => {
      const problem = problemAsked(line, paper)
      const reason = problem?.row === id ? reasonOf(line, paper) : null
      return { id, name, line, problem, reason }
    })
  })
  const asked = demands.map(({ name, line, problem, reason }) => askedCells(name, line, problem, reason))
  const rest = papers.flatMap((paper) => {
    const { project } = paper.sheet
    const own = demands.filter(({ id, line }) => id === project.id && line.source !== 'monitoring')
    const wanted = own.some(({ problem }) => problem === null)
      ? '见本项目的整改要求；没有提到的，尚未提出要求'
      : '没有提出整改要求'
    return PROBLEM_SOURCES.flatMap(([source, problems]) =>
      silentTogether(
        problems(paper).filter(
          ({ text: words }) =>
            !own.some(({ line, problem }) => line.source === source && problem?.text === words),
        ),
        project.id,
      ).map((problem) => [
        text(`${nameAmong(project, projects)}：${problem.text}`),
        text(SOURCE_WORD[source]),
        text(wanted),
        ...unasked(problem.row === project.id ? paper.facts.reason : null, paper.sheet.year),
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

function unasked(reason: SpendingReason | null, year: number): FormCell[] {
  return [reason?.who.trim() ?? '', byText(reason, lastDayOfYear(year)), '', TO_WRITE].map((words) =>
    text(words),
  )
}

/** The reason for the money on the day that a demand is about. */
function reasonOf(
  { source, status }: RectificationLine,
  paper: PaperSheet | undefined,
): SpendingReason | null {
  return source === 'monitoring' ? (status?.reason ?? null) : (paper?.facts.reason ?? null)
}

/** By when, as the reason promised it; one that was said of an earlier day says of which. Empty where there is none. */
function byText(reason: SpendingReason | null, day: Day): string {
  return reason?.by ? `${fullDay(reason.by)}${saidOfText(reason, day)}` : ''
}

/** Words by which a demand is about the money of a project. */
const MONEY = /超支|支出|支付|拨付|付款|执行率|执行进度|预算执行/

/** The one problem that a 整改要求 names: an indicator by its own name, or the money; as it stood on the day of the monitoring, in the self-evaluation, or in the 复评. the only one found, where it names none; else `null`. */
function problemAsked(
  { asked, source, status }: RectificationLine,
  paper: PaperSheet | undefined,
): ProblemText | null {
  const found =
    source === 'monitoring'
      ? status
        ? foundOn(status)
        : []
      : paper
        ? (PROBLEM_SOURCES.find(([own]) => own === source)?.[1](paper) ?? [])
        : []
  const indicators = (status ?? paper?.sheet)?.project.indicators ?? []
  const named = found.filter(({ row }) => {
    if (row === null) return false
    const name = indicators.find(({ id }) => id === row)?.level3.trim()
    return name === undefined ? MONEY.test(asked.text) : name !== '' && asked.text.includes(name)
  })
  const one = named.length === 1 ? named : found
  return one.length === 1 ? (one[0] ?? null) : null
}

function problemText(
  name: string,
  { asked, source }: RectificationLine,
  problem: ProblemText | null,
): string {
  const when = `${dayWord(asked.effectiveOn)}${source === 'monitoring' ? '绩效监控' : '绩效评价'}`
  return `${name}：${when}${problem ? `发现：${problem.text}` : '提出，针对的问题见整改要求'}`
}

function askedCells(
  name: string,
  line: RectificationLine,
  problem: ProblemText | null,
  reason: SpendingReason | null,
): FormCell[] {
  const { asked, answer, source, manager } = line
  return [
    text(problemText(name, line, problem)),
    text(SOURCE_WORD[source]),
    text(`${asked.text}（${asked.author}，${recordedDay(asked.recordedAt)}）`),
    text(reason?.who.trim() || manager || TO_WRITE),
    text(byText(reason, asked.effectiveOn) || TO_WRITE),
    text(answer ? `${answer.text}（${answer.author}，${recordedDay(answer.recordedAt)}）` : '尚未答复'),
    text(TO_WRITE),
  ]
}
