import { daysBetween, daysInYear, firstDayOfYear, type Day } from '@/domain/time/day'
import { Decimal } from '@/domain/number/decimal'
import type { PlanPoint } from '@/domain/status/departmentStatus'
import { money, NOTHING, type Money } from '@/domain/number/money'
import { amount, figure, MONEY_UNIT_NAME, planPercent, signedAmount, type MoneyUnit } from '@/format/figures'
import { dayWord } from '@/format/words'
import { besideDay, type Pixel } from './besideDay'
import type { ChartOption } from './echarts'
import type { Drawing } from './palette'

/** What the curve shows: the plan's points, what was spent by day, and the budget they end in, all exact amounts. */
export interface CurveNumbers {
  readonly year: number
  readonly asOf: Day
  /** The day compared with; what was spent by then is drawn pale. */
  readonly before?: Day | null
  readonly budget: Money
  readonly plan: readonly PlanPoint[]
  readonly actual: readonly { readonly day: Day; readonly total: Money; readonly stated?: boolean }[]
}

type Point = [x: number, y: number]

const WAN = 10_000
/** Rem over the highest amount and under the axis. */
const ABOVE = 1.75
const BELOW = 2.5
/** Under this share of the axis the words at the spending stand over it: below are the axis's own. */
const LOW = 0.12
/** 7.5 pt: nothing is smaller on paper, where a rem is. */
const LEAST_TYPE = 10

function pixels(value: Decimal, unit: MoneyUnit): number {
  return value.div(unit === 'wan' ? WAN : 1).toNumber()
}

/** Where a day ends on the axis of the fiscal year; what was before or after the year stands at its ends. */
function across(year: number, day: Day): number {
  return Math.max(0, Math.min(daysInYear(year), daysBetween(firstDayOfYear(year), day) + 1))
}

/** The cumulative total at the end of a day; `null` before the first report. */
export function totalOn(actual: CurveNumbers['actual'], day: Day): Money | null {
  return actual.filter((point) => point.day <= day).at(-1)?.total ?? null
}

/** The spending line: from the first report, before which nothing is known (domain.md §4: unreported is not 0), a step at each day of payment, level on to `asOf`. */
export function spendingPoints({ year, actual, asOf }: CurveNumbers, unit: MoneyUnit): Point[] {
  const shown = actual.filter((point) => point.day <= asOf)
  const last = shown.at(-1)
  if (!last) return []
  const points = shown.map(({ day, total }): Point => [across(year, day), pixels(total, unit)])
  const end: Point[] = last.day < asOf ? [[across(year, asOf), pixels(last.total, unit)]] : []
  return [...points, ...end]
}

/** What every part of the curve is drawn from: the numbers in pixels of their unit, and where room is short. */
interface Frame extends Drawing {
  readonly numbers: CurveNumbers
  readonly unit: MoneyUnit
  readonly days: number
  readonly budget: number
  readonly spent: readonly Point[]
  readonly set: readonly PlanPoint[]
  readonly latest: Money | null
  readonly due: PlanPoint | undefined
  readonly nearEnd: boolean
  readonly narrow: boolean
  /** Whether the words at the year's end stand before it: beside it they would take the room of the year. */
  readonly before: boolean
  readonly small: number
  readonly least: number
}

function frameOf(numbers: CurveNumbers, unit: MoneyUnit, drawing: Drawing): Frame {
  const { rem, width } = drawing
  const days = daysInYear(numbers.year)
  const set = numbers.plan.filter((point) => point.planned !== null)
  return {
    ...drawing,
    numbers,
    unit,
    days,
    budget: pixels(numbers.budget, unit),
    spent: spendingPoints(numbers, unit),
    set,
    latest: totalOn(numbers.actual, numbers.asOf),
    due: set.filter((point) => point.day <= numbers.asOf).at(-1),
    nearEnd: isNearEnd(numbers),
    narrow: isNarrow(rem, width),
    before: isLong(numbers, unit, rem, width),
    small: smallType(rem),
    least: leastType(rem),
  }
}

const isNarrow = (rem: number, width: number) => width < 32 * rem
const MOST_ROOM = 0.32
const isLong = (numbers: CurveNumbers, unit: MoneyUnit, rem: number, width: number) =>
  endRoom(numbers, unit, rem) > MOST_ROOM * width
const leastType = (rem: number) => Math.max(LEAST_TYPE, 0.6875 * rem)
const smallType = (rem: number) => Math.max(LEAST_TYPE, 0.75 * rem)
const isNearEnd = ({ year, asOf }: CurveNumbers) => across(year, asOf) > daysInYear(year) * 0.9

/** How far from the sides of its frame the year begins and ends, in pixels of a frame of a width. */
function edgesOf(
  numbers: CurveNumbers,
  unit: MoneyUnit,
  rem: number,
  width: number,
): { readonly left: number; readonly right: number } {
  const narrow = isNarrow(rem, width)
  return {
    left: Math.max((narrow ? 3 : 4) * rem, axisRoom(numbers, unit, rem)),
    right: isLong(numbers, unit, rem, width)
      ? rem
      : Math.max((narrow ? 5.5 : 6.75) * rem, endRoom(numbers, unit, rem)),
  }
}

/** The days one can step through by keys: the checkpoints, the days of spending and the day looked at, in order. */
export function daysOf({ plan, actual, asOf }: CurveNumbers): Day[] {
  return [
    ...new Set([
      ...plan.map(({ day }) => day),
      ...actual.map(({ day }) => day).filter((day) => day <= asOf),
      asOf,
    ]),
  ].sort()
}

/** Where a day stands between the beginning (0) and the end (1) of the axis. */
export function shareOf({ year }: CurveNumbers, day: Day): number {
  return across(year, day) / daysInYear(year)
}

type Size = { readonly width: number; readonly height: number }
type Scaled = { readonly numbers: CurveNumbers; readonly unit: MoneyUnit; readonly rem: number }

/** Where a day's line stands in a chart of a width, in pixels. */
export function lineAt(day: Day, { numbers, unit, rem }: Scaled, width: number): number {
  const { left, right } = edgesOf(numbers, unit, rem, width)
  return left + shareOf(numbers, day) * (width - left - right)
}

/** Where what is said of a day stands in a chart of a size: beside its line, clear of plan and spending. */
export function saidAt(day: Day, scaled: Scaled, box: Size, chart: Size): Pixel {
  const { numbers, unit, rem } = scaled
  const bottom = chart.height - BELOW * rem
  const spent = numbers.actual.filter((point) => point.day <= numbers.asOf)
  const most = highest({
    budget: pixels(numbers.budget, unit),
    spent: spendingPoints(numbers, unit),
  })
  const inFrame = (on: Day, sum: Money): Pixel => [
    lineAt(on, scaled, chart.width),
    bottom - (pixels(sum, unit) / most) * (bottom - ABOVE * rem),
  ]
  return besideDay({
    at: lineAt(day, scaled, chart.width),
    box,
    frame: { width: chart.width, top: 0.25 * rem, bottom },
    lines: [
      numbers.plan.flatMap((point) => (point.planned ? [inFrame(point.day, point.planned)] : [])),
      spent.flatMap(({ day: on, total }, index) => [
        inFrame(on, total),
        inFrame(spent[index + 1]?.day ?? numbers.asOf, total),
      ]),
    ],
  })
}

/** The department's or a project's curve: plan points dashed, spending solid, 序时进度 faint, the blank checkpoint not set (DESIGN.md). */
export function spendingCurve(numbers: CurveNumbers, unit: MoneyUnit, drawing: Drawing): ChartOption {
  const frame = frameOf(numbers, unit, drawing)
  const { palette, rem, small } = frame
  return {
    grid: { ...edgesOf(numbers, unit, rem, frame.width), top: ABOVE * rem, bottom: BELOW * rem },
    tooltip: {
      trigger: 'axis',
      confine: true,
      position: (_at, params, _box, _part, { contentSize: [width, height], viewSize }) => {
        const day = pointedDay(params, numbers) ?? numbers.asOf
        const chart = { width: viewSize[0], height: viewSize[1] }
        return [...saidAt(day, { numbers, unit, rem }, { width, height }, chart)]
      },
      axisPointer: { type: 'line', lineStyle: { color: palette.faint } },
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.ink, fontSize: small },
      formatter: (params: unknown) => tooltip(params, numbers, unit),
    },
    xAxis: daysAxis(frame),
    yAxis: moneyAxis(frame),
    series: [
      elapsedSeries(frame),
      planSeries(frame),
      actualSeries(frame),
      ...thenSeries(frame),
      ...momentSeries(frame),
    ] as ChartOption['series'],
  }
}

/** The room that the figures of the money axis take. */
function axisRoom({ budget, actual }: CurveNumbers, unit: MoneyUnit, rem: number): number {
  const most = Decimal.max(budget, ...actual.map(({ total }) => total)).div(unit === 'wan' ? WAN : 1)
  return figure(most, 0).length * 0.6 * leastType(rem) + 0.75 * rem
}

/** The room that the words at the year's end take: digits are about 0.6 of their size wide, Chinese words all of it. */
function endRoom(numbers: CurveNumbers, unit: MoneyUnit, rem: number): number {
  const latest = totalOn(numbers.actual, numbers.asOf)
  const figures = [amount(numbers.budget, unit), isNearEnd(numbers) && latest ? amount(latest, unit) : '']
  const longest = Math.max(...figures.map(({ length }) => length))
  return (2.5 + longest * 0.6) * smallType(rem) + 0.75 * rem
}

function daysAxis({ numbers, palette, rem, days, small, least, narrow }: Frame): ChartOption['xAxis'] {
  const checkpoints = numbers.plan.map((point) => across(numbers.year, point.day))
  return {
    type: 'value',
    min: 0,
    max: days,
    axisLine: { lineStyle: { color: palette.faint } },
    axisTick: { show: true, customValues: checkpoints, lineStyle: { color: palette.faint } },
    splitLine: { show: false },
    axisLabel: {
      customValues: checkpoints,
      color: palette.quiet,
      fontSize: small,
      lineHeight: 1.05 * rem,
      hideOverlap: false,
      formatter: (x: number) => checkpointLabel(numbers.plan[checkpoints.indexOf(x)], narrow),
      rich: {
        head: { color: palette.ink, fontSize: small },
        sub: { color: palette.quiet, fontSize: least },
      },
    },
  }
}

function highest({ budget, spent }: Pick<Frame, 'budget' | 'spent'>): number {
  const most = Math.max(budget, ...spent.map(([, y]) => y))
  return most > 0 ? most * 1.06 : 1
}

function moneyAxis({ palette, least, ...frame }: Frame): ChartOption['yAxis'] {
  return {
    type: 'value',
    min: 0,
    max: highest(frame),
    splitNumber: 4,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: palette.line } },
    axisLabel: { color: palette.quiet, fontSize: least, showMaxLabel: false, formatter: axisFigure },
  }
}

function elapsedSeries({ palette, days, budget }: Frame) {
  return {
    id: 'elapsed',
    name: '序时进度',
    type: 'line',
    silent: true,
    symbol: 'none',
    data: [
      [0, 0],
      [days, budget],
    ],
    lineStyle: { color: palette.quiet, width: 1.2, type: [1, 3] },
    z: 1,
  }
}

/** The checkpoints as lines behind the data, the blank one dashed; and the day looked at where it is none of them. */
function momentSeries({ numbers, palette, least, ...frame }: Frame) {
  const top = highest(frame)
  const crowded = frame.before && shareOf(numbers, numbers.asOf) > 0.4
  const line = (day: Day, lineStyle: object, label: string) => ({
    id: `at-${day}`,
    type: 'line',
    silent: true,
    symbol: 'none',
    data: [
      [across(numbers.year, day), 0],
      {
        value: [across(numbers.year, day), top],
        label: {
          show: label !== '',
          position: 'top',
          formatter: label,
          color: palette.accent,
          fontSize: least,
        },
      },
    ],
    showSymbol: true,
    lineStyle: { width: 1, ...lineStyle },
    z: 0,
  })
  return [
    ...numbers.plan.map(({ day, planned }) =>
      line(day, { color: palette.line, type: planned ? 'solid' : 'dashed' }, ''),
    ),
    ...(numbers.plan.some(({ day }) => day === numbers.asOf)
      ? []
      : [
          line(
            numbers.asOf,
            { color: palette.accent, type: 'dotted' },
            crowded ? '' : `截至${dayWord(numbers.asOf)}`,
          ),
        ]),
  ]
}

/** What was spent by the day compared with, pale over the line, so that what came since stands out. */
function thenSeries({ numbers, palette, spent }: Frame) {
  const { before = null } = numbers
  if (before === null) return []
  const x = across(numbers.year, before)
  const data = spent.filter(([at]) => at <= x)
  const last = data.at(-1)
  if (!last) return []
  return [
    {
      id: 'then',
      type: 'line',
      step: 'end',
      silent: true,
      symbol: 'none',
      data: last[0] < x ? [...data, [x, last[1]]] : data,
      lineStyle: { color: palette.pale, width: 2.4 },
      z: 5,
    },
  ]
}

function planSeries(frame: Frame) {
  const { numbers, palette, set, unit } = frame
  return {
    id: 'plan',
    name: '计划',
    type: 'line',
    data: set.map((point) => ({
      value: [across(numbers.year, point.day), pixels(point.planned as Money, unit)],
      label: planLabel(point, frame),
    })),
    symbol: 'circle',
    symbolSize: 8,
    itemStyle: { color: palette.surface, borderColor: palette.ink, borderWidth: 1.6 },
    lineStyle: { color: palette.ink, width: 1.4, type: 'dashed' },
    z: 3,
  }
}

/** The budget's words where they stand before the year's end: over its point, and over the words of what was spent where these stand there too. */
function budgetBefore({ nearEnd, latest, numbers, small }: Frame) {
  const lifted = nearEnd && latest !== null && latest.lte(numbers.budget)
  return { position: 'top', align: 'right', offset: [6, lifted ? -1.2 * small : -1] }
}

/** What was spent, in words that stand before the year's end where they would not fit into the rest of the frame. */
function spentBefore({ numbers, unit, rem, width, small, nearEnd, latest }: Frame) {
  const { left, right } = edgesOf(numbers, unit, rem, width)
  const room = (1 - shareOf(numbers, numbers.asOf)) * (width - left - right) + 0.75 * rem
  const over = latest !== null && latest.gt(numbers.budget)
  if (nearEnd) return { position: 'top', align: 'right', offset: [room, over ? -1.2 * small : -1] }
  const needed = (2.5 + amount(latest ?? NOTHING, unit).length * 0.6) * small
  return needed < room
    ? { position: 'bottom', align: 'left', offset: [6, 2] }
    : { position: 'bottom', align: 'right', offset: [room, rem] }
}

/** The words at a plan point keep clear of the spending line: above it where spending is below, and the other way. */
function planLabel(point: PlanPoint, frame: Frame) {
  const { numbers, palette, rem, small, set, unit, narrow, due, nearEnd, latest } = frame
  const planned = point.planned as Money
  const actual = point.day <= numbers.asOf ? totalOn(numbers.actual, point.day) : null
  const above = actual === null || actual.lte(planned)
  const last = point === set.at(-1)
  return {
    show: !narrow || last || point === due,
    formatter:
      last && planned.eq(numbers.budget) ? `预算 ${amount(planned, unit)}` : `计划 ${amount(planned, unit)}`,
    color: palette.ink,
    fontSize: small,
    textBorderColor: palette.surface,
    textBorderWidth: 3,
    ...(last && !frame.before
      ? {
          position: 'right',
          offset: [2, nearEnd && latest !== null ? (latest.lte(planned) ? -0.5 * rem : 0.5 * rem) : 0],
        }
      : last
        ? budgetBefore(frame)
        : above
          ? { position: 'top', align: 'right', offset: [-6, -1] }
          : { position: 'bottom', align: 'left', offset: [6, 1] }),
  }
}

function actualSeries(frame: Frame) {
  const { numbers, palette, spent } = frame
  const statedAt = new Set(
    numbers.actual.filter(({ stated }) => stated).map(({ day }) => across(numbers.year, day)),
  )
  return {
    id: 'actual',
    name: '实支',
    type: 'line',
    step: 'end',
    data: spent.map((value, index) => {
      const last = index === spent.length - 1
      return {
        value,
        symbolSize: last ? 9 : statedAt.has(value[0]) ? 5 : 0,
        label: actualLabel(last, frame),
      }
    }),
    symbol: 'circle',
    showSymbol: true,
    itemStyle: { color: palette.accent },
    lineStyle: { color: palette.accent, width: 2.4 },
    z: 4,
  }
}

function actualLabel(last: boolean, frame: Frame) {
  const { numbers, palette, rem, small, unit, latest, due, nearEnd } = frame
  const height = latest === null ? 0 : pixels(latest, unit) / highest(frame)
  const below = height > LOW && (!due?.planned || latest === null || latest.lt(due.planned))
  return {
    show: last && latest !== null,
    formatter: latest === null ? '' : `实支 ${amount(latest, unit)}`,
    color: palette.accent,
    fontSize: small,
    fontWeight: 700,
    textBorderColor: palette.surface,
    textBorderWidth: 3,
    ...(frame.before && (nearEnd || below)
      ? spentBefore(frame)
      : nearEnd
        ? { position: 'right', offset: [2, latest?.gt(numbers.budget) ? -0.6 * rem : 0.6 * rem] }
        : below
          ? { position: 'bottom', align: 'left', offset: [6, 2] }
          : { position: 'top', align: 'right', offset: [-6, -2] }),
  }
}

function axisFigure(value: number): string {
  return figure(new Decimal(value), 0)
}

function checkpointLabel(point: PlanPoint | undefined, narrow: boolean): string {
  if (!point) return ''
  const sub = point.percent
    ? narrow && point.percent.eq(100)
      ? ''
      : planPercent(point.percent, narrow ? 1 : 2)
    : point.set > 0
      ? `${point.of - point.set} 个未设定`
      : '未设定'
  return `{head|${narrow ? `${point.month}月` : dayWord(point.day)}}\n{sub|${sub}}`
}

/** The day that the pointer is at: the axis stops at those that have a point. */
function pointedDay(params: unknown, { year, actual, plan }: CurveNumbers): Day | undefined {
  const [first] = Array.isArray(params) ? (params as { axisValue: unknown }[]) : []
  const known = [...actual, ...plan].map((point) => point.day)
  return known.find((day) => first && across(year, day) === Math.round(Number(first.axisValue)))
}

function tooltip(params: unknown, numbers: CurveNumbers, unit: MoneyUnit): HTMLElement {
  const box = document.createElement('div')
  const day = pointedDay(params, numbers)
  if (!day) return box
  for (const line of tooltipLines(day, numbers, unit))
    box.append(Object.assign(document.createElement('div'), { textContent: line }))
  return box
}

/** What the curve says of a day: the plan of the due checkpoint, spent, gap, 序时 and what the day itself moved, in words and figures (domain.md §4). */
export function tooltipLines(day: Day, numbers: CurveNumbers, unit: MoneyUnit): string[] {
  const name = MONEY_UNIT_NAME[unit]
  const point = numbers.plan.find((candidate) => candidate.day === day)
  const due = numbers.plan.filter((own) => own.planned !== null && own.day <= day).at(-1)
  const planned = point ? point.planned : (due?.planned ?? null)
  const spent = day <= numbers.asOf ? totalOn(numbers.actual, day) : null
  const before = totalOn(
    numbers.actual.filter((candidate) => candidate.day < day),
    day,
  )
  const own = numbers.actual.find((candidate) => candidate.day === day)
  const elapsed = numbers.budget.times(across(numbers.year, day)).div(daysInYear(numbers.year))
  return [
    dayWord(day),
    ...(point || due
      ? [
          `计划${point || !due ? '' : `（${dayWord(due.day)}）`} ${planned ? `${amount(planned, unit)} ${name}` : '未设定'}`,
        ]
      : []),
    ...(spent ? [`实支 ${amount(spent, unit)} ${name}`] : []),
    ...(spent && planned ? [`差 ${signedAmount(money(spent.minus(planned)), unit)} ${name}`] : []),
    `序时进度 ${amount(money(elapsed), unit)} ${name}`,
    ...(own && spent && (before !== null || own.stated !== true)
      ? [`当日 ${signedAmount(money(own.total.minus(before ?? NOTHING)), unit)} ${name}`]
      : []),
    ...(own?.stated ? ['当日填报了累计'] : []),
  ]
}
