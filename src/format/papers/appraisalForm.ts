import { sum } from '@/domain/number/decimal'
import type { AppraisedProject, AppraisedRow, RowSaid } from '@/domain/papers/appraisal'
import type { FrameInForce, FramePart } from '@/domain/papers/evaluationFrame'
import type { Plan } from '@/domain/plan/plan'
import type { Sheet } from '@/domain/scoring/sheet'
import { percent, plainNumber, signed } from '../figures'
import { insteadText, recordedDay } from '../ledger/recordedText'
import { carriedIn, carriedIndicators } from '../scoring/carriedText'
import { outcomeText } from '../scoring/outcomeText'
import { pointsText } from '../scoring/scoreFormula'
import { GRADE_WORD, OPEN_WORD as OPEN_REASON, rowName } from '../scoring/scoreWord'
import { head, numberCell, ratePlaces, sheetName, text, type FormCell, type FormTable } from './formCells'
import { reviewText } from './reviewText'

/** The parts of 绩效评价 as printed. */
export const PART_WORD: Readonly<Record<FramePart, string>> = {
  decision: '决策',
  process: '过程',
  output: '产出',
  benefit: '效益',
}

/** 项目绩效评价指标评分表 (domain.md §12): what starts from the self-evaluation says how, what is the evaluator's has his points and basis or reads 待评; a total and a grade only when every row has points. */
export function appraisalForm(plan: Plan, appraised: AppraisedProject): FormTable {
  const { sheet, rows, total, withdrawn } = appraised
  return {
    name: sheetName(sheet.project),
    title: `项目绩效评价指标评分表（${sheet.year}年度）`,
    lead: [
      [`被评价单位：${plan.department.name}`, '评价机构（盖章）：', `评价日期：${lastDayText(appraised)}`],
    ],
    widths: [12, 24, 14, 14, 48, 36],
    heads: [{ from: 0, rows: 2, under: rows.length }],
    rows: [
      [head('项目名称'), text(sheet.project.name, 5)],
      [
        head('一级指标'),
        head('二级指标'),
        head('分值'),
        head('得分'),
        head('评分依据'),
        head('评价意见及扣分说明'),
      ],
      ...rows.map((own, index): FormCell[] => [
        ...(spanOf(rows, index) > 0 ? [head(partText(own.row.part, rows), 1, spanOf(rows, index))] : []),
        text(own.row.name),
        numberCell(own.row.weight, ''),
        numberCell(own.points, OPEN_WORD[own.state] ?? '待评'),
        text(basisText(own)),
        text(opinionText(own)),
      ]),
      [
        head('总分', 2),
        numberCell(sum(rows.map(({ row: { weight } }) => weight)), ''),
        numberCell(total, '待评'),
        text(totalText(appraised), 2),
      ],
      [head('对照'), text(besideText(appraised), 5)],
      [head('分值依据'), text(frameText(appraised.frame), 5)],
      ...(withdrawn.length === 0
        ? []
        : [[head('撤回的评分'), text(withdrawn.map((own) => reviewText(sheet, own)).join('\n'), 5)]]),
    ],
    foot: [
      ['评价人员（签字）：', '评价机构负责人（签字）：'],
      [
        '注：产出、效益各行从自评表得分率起算，评价人员改分的写明依据；决策、过程由评价人员逐项评分并写明依据。等级：优（90分及以上）、良（80分及以上）、中（60分及以上）、差（不足60分）。',
      ],
    ],
  }
}

const OPEN_WORD: Partial<Readonly<Record<AppraisedRow['state'], string>>> = {
  conflict: '有冲突',
  stale: '须重评',
}

function lastDayText({ entries }: AppraisedProject): string {
  const last = entries
    .map(({ recordedAt }) => recordedAt)
    .sort()
    .at(-1)
  return last === undefined ? '　　　　年　　月　　日' : recordedDay(last)
}

function partText(part: FramePart, rows: readonly AppraisedRow[]): string {
  const weights = rows.filter(({ row }) => row.part === part).map(({ row }) => row.weight)
  return `${PART_WORD[part]}\n（${plainNumber(sum(weights))}分）`
}

function spanOf(rows: readonly AppraisedRow[], index: number): number {
  const part = (at: number) => rows[at]?.row.part
  if (index > 0 && part(index - 1) === part(index)) return 0
  return rows.filter(({ row }) => row.part === part(index)).length
}

/** Where a row's points come from: the evaluator's basis, the self-evaluation's ratio, or what is still open. */
export function basisText(own: AppraisedRow): string {
  const { state, said, rivals } = own
  if (state === 'judged') return [said?.basis ?? '', openIndicators(own)].filter(Boolean).join('；')
  if (state === 'conflict') return rivals.map(saidText).join('；')
  if (state === 'stale' && said)
    return `${saidText(said)}；评分以后本行分值改为 ${plainNumber(own.row.weight)} 分，不计入，须重评`
  return startText(own)
}

/** The indicators that nobody reported under a row the evaluator judged all the same. */
function openIndicators({ indicators }: AppraisedRow): string {
  const open = indicators.filter(({ points }) => points === null)
  return open
    .map(
      ({ indicator, score }) => `${indicator.level3}${typeof score === 'string' ? OPEN_REASON[score] : ''}`,
    )
    .join('、')
}

function saidText({ points, basis, entry }: RowSaid): string {
  return `${entry.author} 评 ${plainNumber(points)} 分：${basis}`
}

function startText({ state, ratio, started, row, indicators, unweighted }: AppraisedRow): string {
  const namesOf = (own: AppraisedRow['indicators']) => own.map(({ indicator }) => indicator.level3).join('、')
  const names = namesOf(indicators)
  const without = namesOf(unweighted)
  if (started && ratio) {
    const beside = [names, ...carriedIndicators(indicators), without && `${without}自评分值为 0，不计`]
      .filter(Boolean)
      .join('；')
    return `自评得分率 ${percent(ratio.times(100), ratePlaces(ratio, row.weight, started))} × ${plainNumber(row.weight)} = ${pointsText(started)}（${beside}）`
  }
  if (state === 'none')
    return without === ''
      ? '待评：绩效目标表没有这类指标'
      : `待评：自评分值为 0（${without}），没有得分率可以起算，由评价人员评分，写明依据`
  if (names !== '') return `待评：自评未填报或不能评分（${names}）`
  return '待评：由评价人员评分，写明依据'
}

/** What the evaluator's points did to a row: what was taken off, and how far from the self-evaluation; empty where he said nothing. */
export function differenceText({ said, state, started, points, row }: AppraisedRow): string {
  if (state === 'conflict') return '评价人员评分不一，商定后由一人重评'
  if (!said || !points) return ''
  const off = row.weight.minus(points)
  return [
    off.isZero() ? '不扣分' : `扣 ${plainNumber(off)} 分`,
    started && !started.eq(points)
      ? `自评得分率起算 ${pointsText(started)} 分，相差 ${signed(points.minus(started), 2)} 分`
      : '',
  ]
    .filter(Boolean)
    .join('；')
}

/** The same, with who said so and when, and whose earlier points that stands instead of. */
export function opinionText(own: AppraisedRow): string {
  const { said, state } = own
  if (!said || state !== 'judged') return differenceText(own)
  const { entry, replaced } = said
  const instead = replaced && insteadText(replaced.entry, `所评 ${plainNumber(replaced.points)} 分`)
  return [differenceText(own), `${entry.author}，${recordedDay(entry.recordedAt)}`, instead]
    .filter(Boolean)
    .join('；')
}

/** 「（含沿用）」 where a row stands on the self-evaluation's ratio of what was reported for an earlier checkpoint. */
export function appraisalCarried({ rows }: Pick<AppraisedProject, 'rows'>): string {
  return carriedIn(rows.flatMap(({ state, indicators }) => (state === 'started' ? indicators : [])))
}

function totalText(appraised: AppraisedProject): string {
  const { total, grade, points, open } = appraised
  const mark = appraisalCarried(appraised)
  if (total && grade) return `${GRADE_WORD[grade]}${mark}`
  return `已有 ${pointsText(points)} 分${mark}，待评 ${pointsText(open)} 分；评完以前没有总分和等级`
}

/** The appraisal beside the self-evaluation and the 复评 of the same project. */
export function besideText(appraised: AppraisedProject): string {
  const { sheet, total, grade } = appraised
  return [
    `自评 ${outcomeText(sheet).text}`,
    againText(sheet),
    total && grade
      ? `绩效评价 ${pointsText(total)} 分，${GRADE_WORD[grade]}${appraisalCarried(appraised)}`
      : '绩效评价 待评',
  ]
    .filter(Boolean)
    .join('；')
}

/** 复评 of the sheet where there is one; one that has to be made again, or lies over a sheet that is 暂不完整, says so and has no total. */
function againText(sheet: Sheet): string {
  const again = sheet.reEvaluation
  if (again === null) return ''
  if (again.total && again.grade) return `复评 ${pointsText(again.total)} 分，${GRADE_WORD[again.grade]}`
  return again.stale.length > 0
    ? `复评 须重新复评（${again.stale.map((row) => rowName(sheet, row)).join('、')}）`
    : '复评 暂不完整'
}

/** By which document the rows have their points; without one they are ours. */
export function frameText({ set, unweighted = [] }: FrameInForce): string {
  const without = unweighted.map(({ name }) => name).join('、')
  return set
    ? `${without && `${without}分值为 0，不列、不评；`}${set.document}：${set.reason}（${set.author}，${recordedDay(set.recordedAt)}）`
    : '决策 15 分、过程 20 分、产出 35 分、效益 30 分为内部口径；委托评价的文件另有规定的，由评价人员写明文号后改'
}
