import type { Day } from '@/domain/day'
import type { Decimal } from '@/domain/decimal'
import { allEntries, type Ledger } from '@/domain/ledger/ledger'
import type { Plan } from '@/domain/plan'
import { ledgerLines } from './ledgerPage'

/** A cell of the exported ledger: text, an exact amount in 元, or a day. */
export type ExportCell =
  | { readonly kind: 'text'; readonly text: string; readonly look?: 'heading' | 'void' }
  | { readonly kind: 'number'; readonly value: Decimal; readonly places: number; readonly look?: 'void' }
  | { readonly kind: 'day'; readonly day: Day; readonly look?: 'void' }
  | null

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
        text(line.voided ? '已作废' : line.aside ? '暂不计入' : '有效'),
        text(line.voided ?? line.aside ?? ''),
        text(line.id),
      ]
    })
}
