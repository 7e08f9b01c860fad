import type { HistoryPoint, PartHistory } from '@/domain/status/history'
import type { AttainmentLight } from '@/domain/status/attainment'

/** A dot of a trend in percent of its frame: `solid` is a value of its period, `hollow` one carried over, `off` one too far below to be drawn to scale, `guess` the 全年预计. */
export interface TrendDot {
  readonly x: number
  readonly y: number
  readonly shape: 'solid' | 'hollow' | 'off' | 'guess'
  readonly light: AttainmentLight
}

/** A small trend: the target line at one height in every trend, dotted where nothing was set or is still to come, hatched where a value is owed; the dots, and the strokes that join them. */
export interface Trend {
  readonly level: number
  readonly stretches: readonly {
    readonly start: number
    readonly end: number
    readonly kind: 'judged' | 'open' | 'owed'
  }[]
  readonly dots: readonly TrendDot[]
  readonly strokes: readonly { readonly from: TrendDot; readonly to: TrendDot; readonly guess: boolean }[]
}

/** Where the target line stands, and how much of the threshold the frame shows below and above it. */
const LEVEL = 36
const BELOW = 0.4
const ABOVE = 0.2
const LEAST_BELOW = 14
const FLOOR = 92
const CEILING = 12

/** How high a dot stands: below the line when missed, by how much of the threshold is missing and never so little that it seems met; on or above it when met. */
function height(point: HistoryPoint): { y: number; off: boolean } {
  const missed = point.light === 'near' || point.light === 'partial' || point.light === 'far'
  const margin = point.margin?.toNumber() ?? 0
  if (!missed)
    return { y: LEVEL - (Math.min(Math.max(margin, 0), ABOVE) / ABOVE) * (LEVEL - CEILING), off: false }
  const down = (Math.min(Math.abs(margin), BELOW) / BELOW) * (FLOOR - LEVEL)
  return { y: LEVEL + Math.max(LEAST_BELOW, down), off: Math.abs(margin) > BELOW }
}

/** Lays out one measured thing over its days, on one scale for all: value ÷ threshold − 1. */
export function trend({ points, estimate }: PartHistory): Trend {
  const width = 100 / Math.max(1, points.length)
  const dots = points.flatMap((point, index): TrendDot[] => {
    if (point.kind !== 'stood' || point.reported === null || point.light === 'not-judged') return []
    const { y, off } = height(point)
    const shape = off ? 'off' : point.carried ? 'hollow' : 'solid'
    return [{ x: (index + 0.5) * width, y, shape, light: point.light }]
  })
  const last = points.at(-1)
  const guess: TrendDot[] =
    estimate?.margin && last?.kind === 'to-come'
      ? [
          {
            x: 100 - width / 2,
            y: height({ ...last, margin: estimate.margin, light: estimate.margin.lt(0) ? 'near' : 'met' }).y,
            shape: 'guess',
            light: 'not-judged',
          },
        ]
      : []
  const all = [...dots, ...guess]
  return {
    level: LEVEL,
    stretches: points.map(({ kind, light }, index) => ({
      start: index * width,
      end: (index + 1) * width,
      kind: kind !== 'stood' ? 'open' : light === 'unreported' ? 'owed' : 'judged',
    })),
    dots: all,
    strokes: all.slice(1).flatMap((to, index) => {
      const from = all[index]
      return from ? [{ from, to, guess: to.shape === 'guess' }] : []
    }),
  }
}
