import type { ProjectYears, YearChange } from '@/domain/plan/yearDifference'
import { planCellName } from './planCellName'
import type { DifferenceLine } from './planDifferenceText'

const KIND: Readonly<Record<YearChange['kind'], DifferenceLine['kind']>> = {
  new: '新增',
  dropped: '不再列入',
  changed: '改动',
}
const BLANK = '（空白）'
const NONE = '（没有）'

/** Says what changes from one year's plan to the next, one line a project: its own cells, then the 指标值 that differ, each with the indicator's name. */
export function yearDifferenceText(projects: readonly ProjectYears[]): DifferenceLine[] {
  return projects.map(({ kind, name, cells, indicators }, index): DifferenceLine => ({
    id: String(index),
    where: name,
    kind: KIND[kind],
    cells: [
      ...cells.map((cell) => line(planCellName('project', cell.cell), kind, cell)),
      ...indicators.flatMap((own) => own.cells.map((cell) => line(`指标值：${own.name}`, own.kind, cell))),
    ],
    filled: 0,
    doubt: null,
  }))
}

function line(
  name: string,
  kind: YearChange['kind'],
  { before, after }: { readonly before: string | null; readonly after: string | null },
) {
  return {
    name,
    before: kind === 'new' ? NONE : (before ?? BLANK),
    after: kind === 'dropped' ? NONE : (after ?? BLANK),
  }
}
