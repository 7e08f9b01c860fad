import type { AppraisalFrame } from '../ledger/entry'
import { effectiveEntries, type Slice, type Standpoint } from '../ledger/ledger'
import { Decimal, HUNDRED, sum } from '../number/decimal'
import { readPoints } from '../scoring/weights'

/** The four parts of 绩效评价. */
export type FramePart = 'decision' | 'process' | 'output' | 'benefit'

/** A row of the frame: the id it is scored under, its part, its name as printed, its points, and the 二级指标 of the self-evaluation it starts from (`null`: the evaluator's own). */
export interface FrameRow {
  readonly id: string
  readonly part: FramePart
  readonly name: string
  readonly weight: Decimal
  readonly from: RegExp | null
}

const row = (
  part: FramePart,
  id: string,
  name: string,
  weight: string,
  from: RegExp | null = null,
): FrameRow => ({ id, part, name, weight: new Decimal(weight), from })

/** 决策 15, 过程 20, 产出 35, 效益 30 (D, domain.md §12); inside 产出 and 效益 the points are split equally. Data, not code: a place that prints others gives the rows other points. */
export const EVALUATION_FRAME: readonly FrameRow[] = [
  row('decision', 'initiation', '项目立项', '5'),
  row('decision', 'goals', '绩效目标', '5'),
  row('decision', 'funding', '资金投入', '5'),
  row('process', 'money', '资金管理', '12'),
  row('process', 'organisation', '组织实施', '8'),
  row('output', 'quantity', '产出数量', '8.75', /数量/),
  row('output', 'quality', '产出质量', '8.75', /质量/),
  row('output', 'timeliness', '产出时效', '8.75', /时效/),
  row('output', 'cost', '产出成本', '8.75', /成本/),
  row('benefit', 'social', '社会效益（含经济、生态效益）', '10', /^(?!.*满意).*(?:社会|经济效益|生态)/),
  row('benefit', 'lasting', '可持续影响', '10', /可持续/),
  row('benefit', 'satisfaction', '满意度', '10', /满意/),
]

/** The frame that stands for a plan: its rows with points above 0, and the entry that set them (`null`: ours, labelled 内部口径). */
export interface FrameInForce {
  readonly rows: readonly FrameRow[]
  readonly set: AppraisalFrame | null
  /** The rows that the document gives no points: not judged, but named. */
  readonly unweighted?: readonly FrameRow[]
}

/** What is wrong with the points of a frame: a row it does not have, points that do not read, a sum that is not 100. */
export type FrameProblem =
  | { readonly kind: 'unknown-row' | 'not-points'; readonly row: string }
  | { readonly kind: 'total'; readonly actual: Decimal }

/** Gives the rows of the frame other points; what is not named keeps its own. The whole is always 100, because the grades are cuts of 100. */
export function weighedFrame(weights: Readonly<Record<string, string>>): {
  readonly rows: readonly FrameRow[]
  readonly problems: readonly FrameProblem[]
} {
  const problems: FrameProblem[] = []
  for (const [id, text] of Object.entries(weights)) {
    const points = readPoints(text)
    if (!EVALUATION_FRAME.some((own) => own.id === id)) problems.push({ kind: 'unknown-row', row: id })
    else if (points === null || points.decimalPlaces() > 2) problems.push({ kind: 'not-points', row: id })
  }
  const rows = EVALUATION_FRAME.map((own) => ({
    ...own,
    weight: readPoints(weights[own.id] ?? '') ?? own.weight,
  }))
  const actual = sum(rows.map(({ weight }) => weight))
  if (!actual.eq(HUNDRED)) problems.push({ kind: 'total', actual })
  return { rows, problems }
}

/** The frame of a plan: the last one recorded that adds up to 100, else ours (domain.md §12). A row without points is not judged. */
export function frameInForce(planSlice: Slice, standpoint: Standpoint): FrameInForce {
  const sound = effectiveEntries(planSlice, standpoint)
    .filter((entry) => entry.kind === 'appraisal-frame')
    .map((set) => ({ set, ...weighedFrame(set.weights) }))
    .filter(({ problems }) => problems.length === 0)
  const { set, rows } = sound.at(-1) ?? { set: null, rows: EVALUATION_FRAME }
  return {
    set,
    rows: rows.filter(({ weight }) => weight.gt(0)),
    unweighted: rows.filter(({ weight }) => weight.isZero()),
  }
}
