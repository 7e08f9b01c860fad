import type { Decimal } from '@/domain/number/decimal'
import { ZERO } from '@/domain/number/decimal'
import type { Sheet } from '@/domain/scoring/sheet'
import { actualText, carriedSpending, gradeText } from '../../scoring/carriedText'
import { sheetText } from '../../scoring/sheetText'
import { formula, heading, number, plain, word, type SheetCell, type SheetTable } from './cells'

const HEADS = ['项目', '评分项', '指标值', '实际完成值', '分值', '得分', '怎么算的', '等级']

/** 得分: every row of every self-evaluation sheet; a project's total is the sum of its rows, or 暂不完整 without a grade. */
export function scoreSheet(sheets: readonly Sheet[]): SheetTable {
  const rows: SheetCell[][] = [HEADS.map(heading)]
  for (const sheet of sheets) {
    const first = rows.length + 1
    const words = sheetText(sheet, 'wan')
    rows.push(
      [
        plain(sheet.project.name),
        plain('预算执行率'),
        plain('100%'),
        plain(
          sheet.execution.rate.kind === 'rate'
            ? actualText({ actual: words.money.rate, carried: carriedSpending(sheet.execution) }, '')
            : '未填报',
        ),
        number(sheet.execution.weight, 2),
        points(sheet.execution.points),
        plain(words.money.formula || words.money.open),
        plain(''),
      ],
      ...words.rows.map((row, index): SheetCell[] => [
        plain(sheet.project.name),
        plain(row.level3),
        plain(row.target),
        plain(actualText(row, '')),
        number(sheet.indicators[index]?.weight ?? ZERO, 2),
        points(sheet.indicators[index]?.points ?? null),
        plain(row.formula || row.open),
        plain(''),
      ]),
    )
    const last = rows.length
    const { outcome } = sheet
    const weight = sheet.rows.reduce<Decimal>((all, own) => all.plus(own.weight), ZERO)
    rows.push([
      plain(sheet.project.name, 'total'),
      plain('总分', 'total'),
      plain('', 'total'),
      plain('', 'total'),
      formula(`SUM(E${first}:E${last})`, weight, 2, false, 'total'),
      outcome.kind === 'complete'
        ? formula(`SUM(F${first}:F${last})`, outcome.total, 2, false, 'total')
        : word('暂不完整', 'total'),
      plain(words.scheme, 'total'),
      plain(gradeText(sheet), 'total'),
    ])
  }
  return {
    name: '得分',
    widths: [26, 26, 14, 14, 10, 10, 48, 14],
    rows,
    frozen: { rows: 1, columns: 1 },
    filter: `A1:H${rows.length}`,
    repeatRows: 1,
  }
}

/** What is still open has no points, never 0. */
function points(value: Decimal | null): SheetCell {
  return value === null ? word('未定') : number(value, 2)
}
