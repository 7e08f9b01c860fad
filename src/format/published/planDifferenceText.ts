import type { Plan } from '@/domain/plan/plan'
import type { CellChange, PlanDifference, RowDifference } from '@/domain/plan/planDifference'
import { lostUnit } from '@/domain/plan/adjustment'
import { parseTarget } from '@/domain/plan/target'
import { clauses } from '../clauses'
import { unitText } from '../figures'
import { planCellName } from './planCellName'

/** One changed row in words, with what of it has been filled in already. */
export interface DifferenceLine {
  readonly id: string
  readonly where: string
  readonly kind: '新增' | '删去' | '不再列入' | '改动'
  readonly cells: readonly { readonly name: string; readonly before: string; readonly after: string }[]
  /** How many entries of the ledger are about it. */
  readonly filled: number
  /** Why somebody must look before the entries are read against it. */
  readonly doubt: string | null
}

const KIND: Readonly<Record<RowDifference['kind'], DifferenceLine['kind']>> = {
  added: '新增',
  gone: '删去',
  changed: '改动',
}
const BLANK = '（空白）'

/** Says what changes between two versions of a plan, row by row, and what that means for what is filled in (`filled`: entries by subject). */
export function planDifferenceText(
  { plan, rows }: PlanDifference,
  before: Plan,
  after: Plan,
  filled: Readonly<Record<string, number>>,
): DifferenceLine[] {
  const whole: DifferenceLine[] =
    plan.length === 0
      ? []
      : [
          {
            id: after.id,
            where: '部门',
            kind: '改动',
            cells: plan.map((cell) => cellLine('file', cell)),
            filled: 0,
            doubt: null,
          },
        ]
  const lines = rows.map((row): DifferenceLine => {
    const count = filled[row.id] ?? 0
    return {
      id: row.id,
      where: placeOf(row, row.kind === 'gone' ? before : after),
      kind: KIND[row.kind],
      cells: row.cells.map((cell) =>
        cellLine(row.id.split('/').length === 3 ? 'indicator' : 'project', cell),
      ),
      filled: count,
      doubt: doubtOf(row, count),
    }
  })
  return [...whole, ...lines]
}

/** A 指标值 that the later version prints without the unit it had. */
function unitLost({ cells }: RowDifference): string | null {
  const target = cells.find(({ cell }) => cell === 'target')
  const lost =
    target?.before && target.after && lostUnit(parseTarget(target.before), parseTarget(target.after))
  return lost ? `指标值改后没有写单位（原为 ${unitText(lost)}）：请核对原文是否漏写` : null
}

function doubtOf(row: RowDifference, filled: number): string | null {
  return clauses([filledDoubt(row, filled) ?? '', unitLost(row) ?? '']) || null
}

function filledDoubt({ kind, renamed }: RowDifference, filled: number): string | null {
  if (filled === 0) return null
  if (kind === 'gone') return `已有 ${filled} 条记录：采用后仍留在台账，不再计入`
  return renamed ? `已有 ${filled} 条记录，名称却变了：请确认还是同一项` : null
}

function cellLine(owner: 'file' | 'project' | 'indicator', { cell, before, after }: CellChange) {
  const name = planCellName(owner, cell)
  return cell === 'facts'
    ? { name, before: '原文', after: '有改动' }
    : { name, before: before ?? BLANK, after: after ?? BLANK }
}

function placeOf({ id, name }: RowDifference, plan: Plan): string {
  const [, position, row] = id.split('/')
  if (row === undefined) return `项目 ${position} ${name}`
  const project = plan.projects.find(({ id: own }) => own === `${plan.id}/${position}`)
  return `项目 ${position} ${project?.name ?? ''} · 指标 ${row} ${name}`
}
