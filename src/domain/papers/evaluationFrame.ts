import { Decimal, sum, ZERO } from '../number/decimal'
import { roundPoints } from '../scoring/points'
import type { IndicatorRow } from '../scoring/row'
import type { Sheet } from '../scoring/sheet'

/** The four parts of 绩效评价. */
export type FramePart = 'decision' | 'process' | 'output' | 'benefit'

/** A row of the frame: its part, its name as printed, its points, and the 二级指标 of the self-evaluation it starts from (`null`: the evaluator's own). */
export interface FrameRow {
  readonly part: FramePart
  readonly name: string
  readonly weight: Decimal
  readonly from: RegExp | null
}

const row = (part: FramePart, name: string, weight: string, from: RegExp | null = null): FrameRow => ({
  part,
  name,
  weight: new Decimal(weight),
  from,
})

/** 决策 15, 过程 20, 产出 35, 效益 30 (D, domain.md §12); inside 产出 and 效益 the points are split equally. Data, not code: a place that prints others gets a frame of its own. */
export const EVALUATION_FRAME: readonly FrameRow[] = [
  row('decision', '项目立项', '5'),
  row('decision', '绩效目标', '5'),
  row('decision', '资金投入', '5'),
  row('process', '资金管理', '12'),
  row('process', '组织实施', '8'),
  row('output', '产出数量', '8.75', /数量/),
  row('output', '产出质量', '8.75', /质量/),
  row('output', '产出时效', '8.75', /时效/),
  row('output', '产出成本', '8.75', /成本/),
  row('benefit', '社会效益（含经济、生态效益）', '10', /社会|经济效益|生态/),
  row('benefit', '可持续影响', '10', /可持续/),
  row('benefit', '满意度', '10', /满意/),
]

/** A row as the evaluation starts: the points that the self-evaluation's ratio gives it, `null` where they are the evaluator's (`to-judge`), where an indicator is open (`open`), or where the plan has none such (`none`). */
export interface StartedRow {
  readonly row: FrameRow
  readonly indicators: readonly IndicatorRow[]
  readonly ratio: Decimal | null
  readonly points: Decimal | null
  readonly state: 'started' | 'to-judge' | 'open' | 'none'
}

/** 绩效评价 of a project as it starts: rows, the points so far and the points still to be judged; no grade before every row has points. */
export interface StartedEvaluation {
  readonly sheet: Sheet
  readonly rows: readonly StartedRow[]
  readonly points: Decimal
  readonly toJudge: Decimal
}

/** Begins the evaluation of a project: 产出 and 效益 from the self-evaluation's ratios (points ÷ 分值), 决策 and 过程 待评 (domain.md §12). */
export function startedEvaluation(
  sheet: Sheet,
  frame: readonly FrameRow[] = EVALUATION_FRAME,
): StartedEvaluation {
  const rows = frame.map((own) => startedRow(own, sheet))
  return {
    sheet,
    rows,
    points: sum(rows.map(({ points }) => points ?? ZERO)),
    toJudge: sum(rows.map(({ points, row: { weight } }) => (points ? ZERO : weight))),
  }
}

function startedRow(own: FrameRow, { indicators }: Sheet): StartedRow {
  const { from, weight } = own
  const found = indicators.filter(
    (indicator) => from?.test(indicator.indicator.level2) === true && !indicator.weight.isZero(),
  )
  const base = { row: own, indicators: found, ratio: null, points: null }
  if (from === null) return { ...base, state: 'to-judge' }
  if (found.length === 0) return { ...base, state: 'none' }
  if (found.some(({ points }) => points === null)) return { ...base, state: 'open' }
  const ratio = sum(found.map(({ points }) => points ?? ZERO)).div(sum(found.map((each) => each.weight)))
  return { ...base, ratio, points: roundPoints(weight.times(ratio), weight), state: 'started' }
}
