import { NOTHING, sumMoney, type Money } from '../../number/money'
import type { LineDoubt, ListLine } from '../paymentList'

/** The lines of one sheet. */
export interface SheetLines {
  readonly sheet: string | null
  readonly lines: readonly ListLine[]
}

const SUMMARY = /汇总|合计|总表|总计|总账|总览|累计|全年|^(?:19|20)\d{2}年?度?$|年度(?!预算)/

const projectKey = ({ project, named }: ListLine) => project?.id ?? `${named.code}|${named.name}`
const lineOf = (line: ListLine) => `${projectKey(line)}|${line.day}|${line.amount.toFixed()}`

function byProject(lines: readonly ListLine[]): ReadonlyMap<string, Money> {
  const sums = new Map<string, Money>()
  for (const line of lines)
    sums.set(projectKey(line), sumMoney([sums.get(projectKey(line)) ?? NOTHING, line.amount]))
  return sums
}

/** Whether the lines of a sheet come, project by project, to those of all others, which are more or stand on several sheets. */
function sumsUp(own: readonly ListLine[], others: readonly SheetLines[]): boolean {
  const lines = others.flatMap((other) => other.lines)
  const sheets = others.filter((other) => other.lines.length > 0).length
  if (own.length === 0 || (lines.length <= own.length && sheets < 2)) return false
  const [sums, rest] = [byProject(own), byProject(lines)]
  return [...sums].every(([project, sum]) => rest.get(project)?.eq(sum) === true)
}

/** The sheets that sum up others, by their name beside sheets of other names or by what their lines come to. */
export function summarySheets(sheets: readonly SheetLines[]): ReadonlySet<SheetLines> {
  const filled = sheets.filter(({ sheet, lines }) => sheet !== null && lines.length > 0)
  const named = filled.filter(({ sheet }) => SUMMARY.test(sheet ?? ''))
  if (named.length > 0 && named.length < filled.length) return new Set(named)
  if (filled.length < 2) return new Set()
  const summing = filled.filter((own) =>
    sumsUp(
      own.lines,
      filled.filter((other) => other !== own),
    ),
  )
  return new Set(summing.slice(-1))
}

/** What other sheets ask of the lines of each sheet: the whole of one that sums up others, and a line that stands on a sheet before with the same project, day and amount, unless two vouchers tell them apart. */
export function sheetDoubts(
  sheets: readonly SheetLines[],
  summaries: ReadonlySet<SheetLines>,
): ReadonlyMap<ListLine, LineDoubt> {
  const doubts = new Map<ListLine, LineDoubt>()
  const seen = new Map<string, { readonly sheet: string; readonly voucher: string }>()
  for (const own of sheets) {
    if (own.sheet === null) continue
    const { sheet } = own
    if (summaries.has(own)) {
      for (const line of own.lines) doubts.set(line, { kind: 'sheet-sums', sheet })
      continue
    }
    const repeated = own.lines.flatMap((line) => {
      const same = seen.get(lineOf(line))
      return line.day !== null && same ? { line, same } : []
    })
    const whole = repeated.length > 1 && repeated.length === own.lines.length
    for (const { line, same } of repeated)
      if (whole || line.voucher === '' || same.voucher === '' || line.voucher === same.voucher)
        doubts.set(line, { kind: 'sheet-repeats', sheet: same.sheet })
    for (const line of own.lines)
      if (!seen.has(lineOf(line))) seen.set(lineOf(line), { sheet, voucher: line.voucher })
  }
  return doubts
}
