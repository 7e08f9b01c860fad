import type { Day } from '@/domain/time/day'
import { ZERO, type Decimal } from '@/domain/number/decimal'
import type { Entry } from '@/domain/ledger/entry'
import { allEntries, sliceKey, type Ledger } from '@/domain/ledger/ledger'
import type { Plan, Project } from '@/domain/plan/plan'
import { entryFacts, type FactsContext } from '../ledger/entryFacts'
import { contextOf, ledgerLines } from '../ledger/ledgerPage'
import { ENTRY_WORD } from '../ledger/entryWord'

/** A cell of the exported ledger: text, an exact amount in 元, or a day. */
export type ExportCell =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly look?: 'heading' | 'void'
      readonly ours?: true
    }
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
  '对象编号',
  '分项',
  '原值',
  '新值',
  '依据文号',
  '所指编号',
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
    ...Array.from({ length: 10 }, () => blank),
  ]
}

/** The cells of the rows before the ledger in the .csv: what the published tables say, so that the file proves a score by itself. */
export function planRows(plan: Plan): ExportCell[][] {
  const text = (value: string): ExportCell => ({ kind: 'text', text: value })
  const row = (project: Project, word: string, cells: PlanCells): ExportCell[] => [
    text(''),
    { kind: 'text', text: plan.source.published ?? '', ours: true },
    text('绩效目标表'),
    text(project.name),
    text(word),
    { kind: 'day', day: `${plan.year}-01-01` as Day },
    text(cells.about),
    text(cells.content),
    cells.amount ? { kind: 'number', value: cells.amount, places: 2 } : null,
    text(''),
    text('公开'),
    text(''),
    text(''),
    text(cells.subject),
    text(''),
    text(''),
    text(cells.after),
    text(''),
    text(''),
  ]
  return plan.projects.flatMap((project) => [
    row(project, '年初预算', {
      about: '',
      content: `第 ${project.position} 个项目`,
      amount: project.budget,
      subject: project.id,
      after: '',
    }),
    ...project.indicators.map((indicator) =>
      row(project, '指标值', {
        about: indicator.level3,
        content: [indicator.level1, indicator.level2, indicator.weight ? `分值 ${indicator.weight}` : '']
          .filter(Boolean)
          .join(' / '),
        amount: null,
        subject: indicator.id,
        after: indicator.target.text,
      }),
    ),
  ])
}

interface PlanCells {
  readonly about: string
  readonly content: string
  readonly amount: Decimal | null
  readonly subject: string
  readonly after: string
}

/** The ledger as an auditor reads it: one row an entry in the order it was written, the void ones and those kept aside included and marked. */
export function ledgerRows(plan: Plan, ledger: Ledger, knownAt: string | null): ExportCell[][] {
  const entries = new Map(allEntries(ledger).map((entry) => [entry.id, entry]))
  const contexts = new Map<string, FactsContext>()
  const factCells = (entry: Entry | undefined, text: (value: string) => ExportCell): ExportCell[] => {
    if (!entry) return Array.from({ length: 6 }, () => text(''))
    const key = sliceKey(entry.subject)
    const context = contexts.get(key) ?? contextOf(plan, ledger, key)
    contexts.set(key, context)
    const { part, before, after, document, names } = entryFacts(entry, context)
    return [entry.subject, part, before, after, document, names.join('、')].map(text)
  }
  return ledgerLines(plan, ledger, knownAt, 'yuan')
    .reverse()
    .map((line, index): ExportCell[] => {
      const entry = entries.get(line.id)
      const look = line.voided ? ({ look: 'void' } as const) : {}
      const text = (value: string): ExportCell => ({ kind: 'text', text: value, ...look })
      const amount = entry && 'amount' in entry ? entry.amount : null
      return [
        { kind: 'text', text: String(index + 1), ours: true, ...look },
        { kind: 'text', text: line.recorded, ours: true, ...look },
        text(line.author),
        text(line.project),
        text(line.word),
        entry ? { kind: 'day', day: entry.effectiveOn, ...look } : null,
        text(line.about),
        text(line.content),
        amount ? { kind: 'number', value: amount, places: 2, ...look } : null,
        text(entry?.kind === 'payment' ? entry.voucher : ''),
        text(line.voided ? '已作废' : line.aside ? '暂不计入' : line.reopened ? '已重开' : COUNTS),
        text(line.voided ?? line.aside ?? line.reopened ?? ''),
        text(line.id),
        ...factCells(entry, text),
      ]
    })
}
