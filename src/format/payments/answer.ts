import type { PaymentBar } from '@/domain/payments/paymentBars'
import { isTicked, type ListLine, type PaymentListReading } from '@/domain/payments/paymentList'
import { leftOutText } from './leftOutText'
import { lineWhy } from './lineText'

/** What `npm run payments` prints of a list: amounts in 元 as decimal texts, days as ISO, `why` a sentence or `null`. */
export interface PaymentsAnswer {
  readonly unit: '元' | '万元'
  readonly sheets: readonly string[]
  readonly lines: readonly {
    readonly sheet: string | null
    readonly row: number
    readonly project: string | null
    readonly day: string | null
    readonly amount: string
    readonly voucher: string
    readonly memo: string
    readonly ticked: boolean
    readonly why: string | null
  }[]
  readonly leftOut: readonly { readonly sheet: string | null; readonly row: number; readonly why: string }[]
  readonly sums: readonly {
    readonly sheet: string | null
    readonly row: number
    readonly stated: string
    readonly found: string
    readonly agrees: boolean
  }[]
}

/** Says in JSON what a list would enter. */
export function paymentsAnswer(
  { unit, sheets, lines, leftOut, sums }: PaymentListReading,
  bar: (line: ListLine) => PaymentBar | null,
  nameOf: (id: string) => string,
): PaymentsAnswer {
  return {
    unit: unit.unit === 'wan' ? '万元' : '元',
    sheets,
    lines: lines.map((line) => {
      const barred = bar(line)
      return {
        sheet: line.sheet,
        row: line.row,
        project: line.project?.id ?? null,
        day: line.day,
        amount: line.amount.toFixed(),
        voucher: line.voucher,
        memo: line.memo,
        ticked: isTicked(line) && barred === null,
        why: lineWhy(line, barred, nameOf),
      }
    }),
    leftOut: leftOut.map(({ sheet, row, why }) => ({ sheet, row, why: leftOutText(why) })),
    sums: sums.map(({ sheet, row, stated, found, agrees }) => ({
      sheet,
      row,
      stated: stated.toFixed(),
      found: found.toFixed(),
      agrees,
    })),
  }
}
