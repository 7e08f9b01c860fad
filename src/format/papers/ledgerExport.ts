import type { Day } from '@/domain/time/day'
import { ZERO, type Decimal } from '@/domain/number/decimal'
import { allEntries, type Ledger } from '@/domain/ledger/ledger'
import type { Plan } from '@/domain/plan/plan'
import { ledgerLines } from '../ledger/ledgerPage'
import { ENTRY_WORD } from '../words'

/** A cell of the exported ledger: text, an exact amount in 元, or a day. */
export type ExportCell =
  | { readonly kind: 'text'; readonly text: string; readonly look?: 'heading' | 'void' }
  | { readonly kind: 'number'; readonly value: Decimal; readonly places: number; readonly look?: 'void' }
  | { readonly kind: 'day'; readonly day: Day; readonly look?: 'void' }
  | null

const COUNTS = '有效'

export const LEDGER_HEADINGS = [
  '序号',
  '记录时间',
  '填报人',
  '项目',
  '类别',
  '所属日期',
  '指标或事项',
  '内容',
  '金额（元）',
  '凭证号',
  '状态',
  '说明',
  '编号',
] as const

/** The row under the exported ledger: the payments that count, as a formula over the cells above and as we have it. */
export function ledgerTotal(rows: readonly (readonly ExportCell[])[]) {
  const counted = rows.flatMap((row) => {
    const [kind, state, amount] = [row[4], row[10], row[8]]
    const counts =
      kind?.kind === 'text' &&
      kind.text === ENTRY_WORD.payment &&
      state?.kind === 'text' &&
      state.text === COUNTS &&
      amount?.kind === 'number'
    return counts ? [amount.value] : []
  })
  const last = rows.length + 1
  const label = { kind: 'text', text: '有效支付合计', look: 'total' } as const
  const blank = { kind: 'text', text: '', look: 'total' } as const
  const none = { kind: 'text', text: '没有', look: 'total' } as const
  const total = {
    kind: 'formula',
    formula: `SUMIFS(I2:I${last},E2:E${last},"${ENTRY_WORD.payment}",K2:K${last},"${COUNTS}")`,
    result: counted.reduce<Decimal>((sum, value) => sum.plus(value), ZERO),
    places: 2,
    look: 'total',
  } as const
  return [
    label,
    ...Array.from({ length: 7 }, () => blank),
    counted.length > 0 ? total : none,
    ...Array.from({ length: 4 }, () => blank),
  ]
}

/** The ledger as an auditor reads it: one row an entry in the order it was written, the void ones and those kept aside included and marked. */
export function ledgerRows(plan: Plan, ledger: Ledger, knownAt: string | null): ExportCell[][] {
  const entries = new Map(allEntries(ledger).map((entry) => [entry.id, entry]))
  return ledgerLines(plan, ledger, knownAt, 'yuan')
    .reverse()
    .map((line, index): ExportCell[] => {
      const entry = entries.get(line.id)
      const look = line.voided ? ({ look: 'void' } as const) : {}
      const text = (value: string): ExportCell => ({ kind: 'text', text: value, ...look })
      const amount = entry && 'amount' in entry ? entry.amount : null
      return [
        text(String(index + 1)),
        text(line.recorded),
        text(line.author),
        text(line.project),
        text(line.word),
        entry ? { kind: 'day', day: entry.effectiveOn, ...look } : null,
        text(line.about),
        text(line.content),
        amount ? { kind: 'number', value: amount, places: 2, ...look } : null,
        text(entry?.kind === 'payment' ? entry.voucher : ''),
        text(line.voided ? '已作废' : line.aside ? '暂不计入' : COUNTS),
        text(line.voided ?? line.aside ?? ''),
        text(line.id),
      ]
    })
}
