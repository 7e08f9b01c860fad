import { Decimal } from '@/domain/number/decimal'
import type { MoneyUnit } from '@/format/figures'
import type { Drawing } from './palette'
import type { CurveNumbers } from './spendingCurve'

/** Everything a curve is drawn from beside the page: its numbers, and the place it is to fill in pixels. */
export interface CurveOrder {
  readonly numbers: CurveNumbers
  readonly unit: MoneyUnit
  readonly drawing: Drawing
  readonly height: number
}

/** What the page asks of the drawing worker: for where, and under which number. */
export interface CurveRequest {
  readonly on: 'screen' | 'paper'
  readonly asked: number
  readonly order: string
}

/** What the worker answers: the picture as SVG text; for the screen its inline styles stand under `data-style`, because a page with a strict policy takes none from a text. */
export interface CurveReply {
  readonly on: CurveRequest['on']
  readonly asked: number
  readonly svg: string
}

/** The order as a text that a worker can be sent: exact numbers stay exact. */
export function packedOrder(order: CurveOrder): string {
  return JSON.stringify(order, function packed(this: Record<string, unknown>, key: string, value: unknown) {
    const own = this[key]
    return own instanceof Decimal ? { exact: own.toString() } : value
  })
}

/** The order a text holds, as it was packed. */
export function unpackedOrder(text: string): CurveOrder {
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'exact' in value
      ? new Decimal(String(value.exact))
      : value,
  ) as CurveOrder
}
