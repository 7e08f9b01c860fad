import type { Decimal } from '@/domain/number/decimal'
import type { MovedProject } from '@/domain/scoring/moved'
import { amount, exactAmount, MONEY_UNIT_NAME, type MoneyUnit } from '../figures'
import { pointsText } from '../scoring/scoreFormula'
import { fullDay } from '../words'

/** One figure that moved: whose, which, and old → new in words with their units. */
export interface MovedLine {
  readonly project: string
  readonly what: string
  readonly before: string
  readonly after: string
}

/** The figures that moved by reading old entries anew, a line each; two that differ never look alike (domain.md §6). */
export function movedLines(moved: readonly MovedProject[], unit: MoneyUnit): MovedLine[] {
  return moved.flatMap(({ project, totals, score }) => [
    ...totals.map(({ day, before, after }) => {
      const places = before && after && amount(before, unit) === amount(after, unit) ? exactAmount : amount
      const said = (value: typeof before) =>
        value === null ? '未填报' : `${places(value, unit)} ${MONEY_UNIT_NAME[unit]}`
      return {
        project: project.name,
        what: `截至${fullDay(day)}累计支出`,
        before: said(before),
        after: said(after),
      }
    }),
    ...(score === null
      ? []
      : [
          {
            project: project.name,
            what: '自评得分',
            before: scored(score.before),
            after: scored(score.after),
          },
        ]),
  ])
}

function scored({ points, complete }: { readonly points: Decimal; readonly complete: boolean }): string {
  return complete ? `${pointsText(points)} 分` : `已得 ${pointsText(points)} 分（暂不完整）`
}
