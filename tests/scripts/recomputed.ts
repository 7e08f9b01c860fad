/** A number as a fraction of whole numbers, the denominator above zero: the arithmetic of this file shares nothing with the product's. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

/** An entry as it is stored. */
export type Stored = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly effectiveOn: string
  readonly recordedAt: string
  readonly author: string
}

/** The cells of a published plan file that the board needs, verbatim. */
export interface PrintedPlan {
  readonly id: string
  readonly year: number
  readonly projects: readonly {
    readonly id: string
    readonly name: string
    readonly budget: { readonly total: string }
    readonly schedule: Readonly<Record<string, string | null>>
    readonly indicators: readonly { readonly id: string; readonly target: string }[]
  }[]
}

export const NOUGHT: Fraction = { over: 0n, under: 1n }

export function read(text: string): Fraction {
  const [, sign = '', whole = '0', places = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  return { over: BigInt(`${sign}${whole}${places}`), under: 10n ** BigInt(places.length) }
}
export function plus(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under }
}
function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { over: -b.over, under: b.under })
}
export function times(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under }
}
export function parts(a: Fraction, b: Fraction): Fraction {
  return b.over < 0n
    ? { over: -a.over * b.under, under: a.under * -b.over }
    : { over: a.over * b.under, under: a.under * b.over }
}
function sign(a: Fraction): number {
  return a.over < 0n ? -1 : a.over > 0n ? 1 : 0
}
export function order(a: Fraction, b: Fraction): number {
  return sign(minus(a, b))
}
export function whole(value: number): Fraction {
  return { over: BigInt(value), under: 1n }
}

/** Half up (away from zero) to at most so many places, without needless zeros; exact where the places suffice. */
export function text(value: Fraction, places: number): string {
  const scale = 10n ** BigInt(places)
  const size = (value.over < 0n ? -value.over : value.over) * scale
  const rounded = (2n * size + value.under) / (2n * value.under)
  const digits = String(rounded).padStart(places + 1, '0')
  const said = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '')
  return value.over < 0n && rounded !== 0n ? `-${said}` : said
}

function byMoment(a: Stored, b: Stored): number {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
function byDay(a: Stored, b: Stored): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1
  return byMoment(a, b)
}

/** domain.md §6: an entry is out when a void that is not itself out names it. */
function withoutVoided(entries: readonly Stored[]): Stored[] {
  const voids = entries.filter(({ kind }) => kind === 'void')
  const out = (id: string): boolean => voids.some((one) => one.entry === id && !out(one.id))
  return entries.filter(({ id }) => !out(id))
}

/** domain.md §4, §6: what is about nothing in the plan, happened in another year, or closes a day that no schedule sets counts for nothing; a void is about what it names in the end. */
function unfit(plan: PrintedPlan, known: readonly Stored[]): Set<string> {
  const ids = new Map(known.map((entry) => [entry.id, entry]))
  const subjects = new Set([
    plan.id,
    ...plan.projects.flatMap(({ id, indicators }) => [id, ...indicators.map((own) => own.id)]),
  ])
  const end = (entry: Stored): Stored => {
    const named = entry.kind === 'void' ? ids.get(String(entry.entry)) : undefined
    return named ? end(named) : entry
  }
  const standing = withoutVoided(known)
  const days = (project: PrintedPlan['projects'][number], by: string) =>
    [
      Object.fromEntries(Object.keys(project.schedule).map((month) => [month, ''])),
      ...standing
        .filter(
          ({ kind, subject, recordedAt }) =>
            kind === 'target-change' && subject === project.id && recordedAt <= by,
        )
        .map(({ change }) => (change as { percents?: Record<string, string | null> }).percents ?? {}),
    ].flatMap((percents) =>
      Object.entries(percents).flatMap(([month, percent]) =>
        percent === null ? [] : monthEnd(plan.year, Number(month)),
      ),
    )
  const fits = ({ kind, subject, effectiveOn, recordedAt }: Stored) => {
    if (!subjects.has(subject)) return false
    if (/^(payment|zero-spending|spending-total|indicator-actual)$/.test(kind))
      return effectiveOn.startsWith(`${plan.year}-`)
    if (!/^(accept|return|lock|unlock)$/.test(kind)) return true
    return plan.projects
      .filter(({ id }) => subject === plan.id || subject === id)
      .some((project) => days(project, recordedAt).includes(effectiveOn))
  }
  return new Set(known.filter((entry) => !fits(end(entry))).map(({ id }) => id))
}

const MOVES_A_CHECKPOINT = new Set([
  'payment',
  'zero-spending',
  'spending-total',
  'settlement',
  'spending-estimate',
  'budget-adjustment',
  'indicator-actual',
  'measures',
  'target-change',
  'void',
])

/** Whether a decision was made on an entry: it names it, or names none and the entry had been written. */
function seen(closing: Stored, entry: Stored): boolean {
  const covers = closing.covers as readonly string[] | null | undefined
  return covers ? covers.includes(entry.id) : entry.recordedAt <= closing.recordedAt
}

/** The last acts of a kind in the order of writing, back to the last of another kind. */
function inForce(acts: readonly Stored[], kind: string): Stored[] {
  const [last, ...earlier] = [...acts].sort(byMoment).reverse()
  return last?.kind === kind ? [...inForce(earlier, kind), last] : []
}

/**
 * domain.md §6: what a project's acceptance or the department's lock closes, and was not decided on, counts for nothing until it is opened. Of several the first
 * to name it or to leave it out speaks (none hides what was there before); acts of one checkpoint were decided together.
 */
function keptAside(own: readonly Stored[], department: readonly Stored[], project: string): Set<string> {
  const steps = withoutVoided(own).filter(
    ({ kind, subject }) => subject === project && /^(accept|return)$/.test(kind),
  )
  const locks = withoutVoided(department).filter(({ kind }) => /^(lock|unlock)$/.test(kind))
  const inOrder = [...locks].sort(byMoment)
  const unlocks = inOrder.filter(
    ({ kind, effectiveOn: day }, at) =>
      kind === 'unlock' &&
      inOrder
        .slice(0, at)
        .filter((own) => own.effectiveOn === day)
        .at(-1)?.kind === 'lock',
  )
  const closed = [...new Set([...steps, ...locks].map(({ effectiveOn }) => effectiveOn))]
    .flatMap((day) => {
      const on = (acts: readonly Stored[]) => acts.filter(({ effectiveOn }) => effectiveOn === day)
      return [inForce(on(locks), 'lock'), inForce(on([...steps, ...unlocks]), 'accept')]
    })
    .flatMap((acts) => (acts[0] ? { first: acts[0], acts } : []))
    .sort((a, b) => byMoment(a.first, b.first))
  return new Set(
    own
      .filter(({ kind }) => MOVES_A_CHECKPOINT.has(kind))
      .filter((entry) => {
        const speaks = closed.find(
          ({ first, acts }) =>
            entry.effectiveOn <= first.effectiveOn &&
            (acts.some(({ covers }) => (covers as readonly string[] | null)?.includes(entry.id)) ||
              !acts.some((closing) => seen(closing, entry))),
        )
        return speaks && !speaks.acts.some((closing) => seen(closing, entry))
      })
      .map(({ id }) => id),
  )
}

function lastOfAuthors(entries: readonly Stored[]): Stored[] {
  const last = new Map([...entries].sort(byMoment).map((entry) => [entry.author, entry]))
  return [...last.values()].sort(byMoment)
}

function amountOf(entry: Stored): Fraction {
  return entry.kind === 'zero-spending' ? NOUGHT : read(String(entry.amount))
}

/** domain.md §6: the last statement on or before the day and the payments after its day; a zero of schema 1 states nothing beside money, but for what its writer has stated anew. */
export function spentOf(entries: readonly Stored[]) {
  const payments = entries.filter(({ kind }) => kind === 'payment')
  const totals = entries.filter(({ kind }) => kind === 'spending-total')
  const saidAnew = (one: Stored) =>
    entries.some(
      (later) =>
        later.kind !== 'payment' &&
        later.effectiveOn === one.effectiveOn &&
        later.author === one.author &&
        byMoment(one, later) < 0,
    )
  const zeros = entries.filter(
    (zero) =>
      zero.kind === 'zero-spending' &&
      ![...payments, ...totals.filter((one) => !saidAnew(one))].some(
        (one) =>
          sign(amountOf(one)) > 0 &&
          one.effectiveOn <= zero.effectiveOn &&
          !(
            one.kind === 'spending-total' &&
            one.effectiveOn === zero.effectiveOn &&
            one.author === zero.author
          ),
      ),
  )
  const stated = [...totals, ...zeros]
  const days = [...new Set(stated.map(({ effectiveOn }) => effectiveOn))].sort()
  const spoken = days.map((day) => ({
    day,
    totals: lastOfAuthors(stated.filter(({ effectiveOn }) => effectiveOn === day)),
  }))
  const last = spoken.at(-1)
  const latest = last?.totals.at(-1)
  const after = payments.filter(({ effectiveOn }) => !last || effectiveOn > last.day)
  const spent = after.reduce((sum, one) => plus(sum, amountOf(one)), latest ? amountOf(latest) : NOUGHT)
  return {
    spent: latest || after.length > 0 ? spent : null,
    rivals: spoken.filter(({ totals: [first, ...rest] }) =>
      rest.some((one) => first && order(amountOf(one), amountOf(first)) !== 0),
    ),
  }
}

interface Checkpoint {
  readonly day: string
  readonly percent: Fraction
}

function monthEnd(year: number, month: number): string {
  const date = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return `${year}-${String(month).padStart(2, '0')}-${date}`
}

function schedule(
  printed: Readonly<Record<string, string | null>>,
  changes: readonly Stored[],
  year: number,
): Checkpoint[] {
  const percents: Record<string, string | null> = { ...printed }
  for (const { change, effectiveOn } of changes) {
    const { kind, percents: changed } = change as { kind: string; percents?: Record<string, string | null> }
    if (kind !== 'schedule') continue
    for (const [month, percent] of Object.entries(changed ?? {}))
      if (monthEnd(year, Number(month)) >= effectiveOn) percents[month] = percent
  }
  return Object.entries(percents)
    .flatMap(([month, percent]) =>
      percent === null ? [] : { day: monthEnd(year, Number(month)), percent: read(percent) },
    )
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** domain.md §4, the kinds of spending against a plan. */
function pace(spent: Fraction, planned: Fraction, budget: Fraction): string {
  if (order(spent, budget) > 0) return 'over-budget'
  if (sign(planned) === 0)
    return sign(spent) > 0 ? 'ahead' : sign(spent) === 0 ? 'on-plan' : 'severely-behind'
  const reached = (percent: number) => order(times(spent, whole(100)), times(planned, whole(percent))) >= 0
  if (reached(120)) return 'ahead'
  if (reached(100)) return 'on-plan'
  if (reached(80)) return 'slightly-behind'
  return reached(60) ? 'behind' : 'severely-behind'
}

function money(budget: Fraction, spent: Fraction | null, planned: Fraction | null) {
  const share = (value: Fraction) => text(times(parts(value, budget), whole(100)), 6)
  const based = sign(budget) > 0
  const over = spent !== null && order(spent, budget) > 0
  const state =
    planned === null
      ? over
        ? 'over-budget'
        : 'not-due'
      : spent === null
        ? 'unreported'
        : pace(spent, planned, budget)
  return {
    budget: text(budget, 2),
    spent: spent && text(spent, 2),
    rate: spent && based ? share(spent) : null,
    planned: planned && text(planned, 20),
    gapPoints: spent && planned && based ? share(minus(spent, planned)) : null,
    state,
  }
}

type Unit = 'percent' | '年' | '人' | '次'
type Target = {
  readonly sign: string
  readonly low: Fraction
  readonly high: Fraction
  readonly unit: Unit
} | null

const UNIT: Readonly<Record<string, Unit>> = {
  百分比: 'percent',
  '%': 'percent',
  年: '年',
  人: '人',
  次: '次',
}

/** The part of domain.md §5's grammar that the tried plans use; `null` for words. */
export function target(printed: string): Target {
  const [, mark = '', low, high, unit = ''] =
    /^([≥≤><=]?)(\d+(?:\.\d+)?)(?:-(\d+))?(百分比|%|年|人|次)$/.exec(printed) ?? []
  if (low === undefined) return null
  const kind = UNIT[unit] ?? 'percent'
  return high === undefined
    ? { sign: mark || '=', low: read(low), high: read(low), unit: kind }
    : { sign: '-', low: read(low), high: read(high), unit: kind }
}

type Judged = { readonly light: string; readonly ratio: Fraction | null }

const LIGHTS = ['met', 'near', 'low', 'far']

function missed(ratio: Fraction): Judged {
  const held = sign(ratio) < 0 ? NOUGHT : order(ratio, whole(1)) > 0 ? whole(1) : ratio
  const reached = (percent: number) => order(times(held, whole(100)), whole(percent)) >= 0
  return { light: reached(80) ? 'near' : reached(60) ? 'low' : 'far', ratio: held }
}

/** The number an actual says for a target, or `null` when it cannot be one (another unit or sign, words, a fraction that would have to be asked about). A bare figure has the unit of its own day's target. */
function number(said: string, wanted: NonNullable<Target>, own: Target): Fraction | null {
  const [, mark = '', digits, unit = ''] =
    /^([≥≤><=]?)(-?\d+(?:\.\d+)?)(百分比|%|年|人|次)?$/.exec(said) ?? []
  if (digits === undefined) return null
  if (mark !== '' && mark !== '=' && mark !== wanted.sign) return null
  if (unit !== '' && UNIT[unit] !== wanted.unit) return null
  if (unit === '' && own !== null && own.unit !== wanted.unit) return null
  const value = read(digits)
  const fraction = unit === '' && wanted.unit === 'percent' && sign(value) > 0 && order(value, whole(1)) <= 0
  return fraction && order(wanted.high, whole(1)) > 0 ? null : value
}

/** domain.md §5, the table: met or not, and the ratio when missed. */
function judge(wanted: NonNullable<Target>, actual: Fraction, share: Fraction | null): Judged {
  const due = (bound: Fraction) => (share === null ? bound : parts(times(bound, share), whole(100)))
  const [low, high] = [due(wanted.low), due(wanted.high)]
  const met = { light: 'met', ratio: null }
  const ratio = (a: Fraction, b: Fraction) => missed(sign(b) <= 0 ? NOUGHT : parts(a, b))
  const beside = order(actual, low)
  switch (wanted.sign) {
    case '≥':
      return beside >= 0 ? met : ratio(actual, low)
    case '>':
      return beside > 0 ? met : ratio(actual, low)
    case '≤':
      return beside <= 0 ? met : ratio(low, actual)
    case '<':
      return beside < 0 ? met : ratio(low, actual)
    case '=':
      if (sign(wanted.low) === 0) return beside === 0 ? met : missed(NOUGHT)
      return beside >= 0 ? met : ratio(actual, low)
    default:
      if (beside < 0) return ratio(actual, low)
      return order(actual, high) > 0 ? ratio(high, actual) : met
  }
}

export interface Value {
  readonly kind: 'text' | 'band'
  readonly text?: string
  readonly band?: 'achieved' | 'partly' | 'not'
  readonly percent?: string | null
}
export interface Part {
  readonly id: string | null
  readonly name: string
  readonly judged: boolean
  readonly buildsUp: boolean
}

const WORD = {
  achieved: '达成预期指标',
  partly: '部分达成并具有一定效果',
  not: '未达成且效果较差',
}

function said(entry: Stored | undefined): string | null {
  if (!entry) return null
  const { kind, text: typed = '', band = 'not', percent } = entry.value as Value
  if (kind === 'text') return typed
  return `${WORD[band]}${percent === null || percent === undefined ? '' : ` ${percent}%`}`
}

export function partLight(
  wanted: Target,
  part: Part,
  entry: Stored | undefined,
  share: Fraction | null,
  own: Target = wanted,
): Judged {
  if (!part.judged) return { light: 'not-judged', ratio: null }
  if (!entry) return { light: share === null ? 'not-due' : 'unreported', ratio: null }
  const value = entry.value as Value
  if (wanted === null) {
    if (value.kind === 'text') return { light: 'not-judged', ratio: null }
    if (value.band === 'achieved') return { light: 'met', ratio: null }
    const points = value.percent ?? null
    if (points === null) return { light: value.band === 'partly' ? 'low' : 'far', ratio: NOUGHT }
    return missed(parts(read(points), whole(100)))
  }
  const actual = value.kind === 'text' ? number(value.text ?? '', wanted, own) : null
  if (actual === null) return { light: 'not-judged', ratio: null }
  const builds = part.buildsUp && wanted.unit !== 'percent'
  if (builds && share === null) return { light: 'not-due', ratio: null }
  return judge(wanted, actual, builds ? share : null)
}

/** domain.md §5: a whole is what its judged parts come to: open while one is open, else the worst. */
function together(lights: readonly string[], marked: number): string {
  const judged = lights.filter((light) => light !== 'not-judged')
  for (const open of ['unreported', 'not-due']) if (judged.includes(open)) return open
  if (lights.length - judged.length > marked || judged.length === 0) return 'not-judged'
  return [...LIGHTS].reverse().find((light) => judged.includes(light)) ?? 'met'
}

function byDays(entries: readonly Stored[]) {
  return [...new Set(entries.map(({ effectiveOn }) => effectiveOn))].map((day) => ({
    day,
    entries: entries.filter(({ effectiveOn }) => effectiveOn === day),
  }))
}

function changed({ change }: Stored) {
  return change as { text?: string; percents?: Record<string, string | null> }
}

function splitSaid(split: readonly Part[]): string {
  const marks = ({ judged, buildsUp }: Part) =>
    `${judged ? '' : '（不评判）'}${buildsUp ? '（逐期累计）' : ''}`
  return split.length === 0 ? '不分项' : split.map((part) => `${part.name}${marks(part)}`).join('；')
}

/** The board of a plan and its stored entries worked out anew from domain.md §3–6, in the shape of `npm run board`. */
export function recomputed(plan: PrintedPlan, all: readonly Stored[], asOf: string, knownAt: string | null) {
  const written = all.filter(({ recordedAt }) => knownAt === null || recordedAt <= knownAt).sort(byDay)
  const out = unfit(plan, written)
  const known = written.filter(({ id }) => !out.has(id))
  const department = known.filter(({ subject }) => subject === plan.id)
  const aside: string[] = [...out]
  const conflicts: { subject: string; day: string; values: { author: string; text: string | null }[] }[] = []
  const sums: { budget: Fraction; spent: Fraction | null; planned: Fraction | null }[] = []
  const projects = plan.projects.map((project) => {
    const own = known.filter(({ subject }) => subject === project.id || subject.startsWith(`${project.id}/`))
    const late = keptAside(own, department, project.id)
    aside.push(...late)
    const counting = withoutVoided(own.filter(({ id }) => !late.has(id)))
      .filter(({ effectiveOn }) => effectiveOn <= asOf)
      .filter(({ kind }) => kind !== 'void')
    const about = (subject: string, ...kinds: string[]) =>
      counting.filter((entry) => entry.subject === subject && kinds.includes(entry.kind))
    const budgetAt = (day: string) =>
      about(project.id, 'budget-adjustment')
        .filter(({ effectiveOn }) => effectiveOn <= day)
        .reduce(
          (sum, entry) => plus(sum, read(String(entry.amount))),
          times(read(project.budget.total), whole(10_000)),
        )
    const spending = about(project.id, 'payment', 'zero-spending', 'spending-total')
    const { spent, rivals: rivalTotals } = spentOf(spending)
    for (const { day, totals } of rivalTotals)
      conflicts.push({
        subject: project.id,
        day,
        values: totals.map((one) => ({ author: one.author, text: text(amountOf(one), 2) })),
      })
    const differing = (
      subject: string,
      day: string,
      rivals: readonly Stored[],
      says: (one: Stored) => { key: string; said: string },
    ) => {
      if (new Set(rivals.map((one) => says(one).key)).size > 1)
        conflicts.push({
          subject,
          day,
          values: rivals.map((one) => ({ author: one.author, text: says(one).said })),
        })
    }
    for (const { day, entries } of byDays(about(project.id, 'target-change')))
      differing(project.id, day, lastOfAuthors(entries), (one) => {
        const months = Object.entries(changed(one).percents ?? {}).sort()
        return {
          key: JSON.stringify(months.map(([month, percent]) => [month, percent && text(read(percent), 20)])),
          said: months
            .map(([month, percent]) => `${Number(month)}月底 ${percent === null ? '未设定' : `${percent}%`}`)
            .join('；'),
        }
      })
    const due = schedule(project.schedule, about(project.id, 'target-change'), plan.year)
      .filter(({ day }) => day <= asOf)
      .at(-1)
    const planned = due ? parts(times(budgetAt(due.day), due.percent), whole(100)) : null
    sums.push({ budget: budgetAt(asOf), spent, planned })
    const indicators = project.indicators.map((indicator) => {
      const printedOn = (day: string) => {
        const changes = about(indicator.id, 'target-change').filter(({ effectiveOn }) => effectiveOn <= day)
        return (changes.at(-1)?.change as { text: string } | undefined)?.text ?? indicator.target
      }
      const printed = printedOn(asOf)
      const wanted = target(printed)
      for (const { day, entries } of byDays(about(indicator.id, 'target-change')))
        differing(indicator.id, day, lastOfAuthors(entries), (one) => {
          const asked = target(changed(one).text ?? '')
          const meant = asked && [asked.sign, text(asked.low, 20), text(asked.high, 20), asked.unit]
          return { key: JSON.stringify(meant ?? changed(one).text), said: changed(one).text ?? '' }
        })
      for (const { day, entries } of byDays(about(indicator.id, 'measures')))
        differing(indicator.id, day, lastOfAuthors(entries), (one) => ({
          key: JSON.stringify(one.measures),
          said: splitSaid(one.measures as readonly Part[]),
        }))
      const split = (about(indicator.id, 'measures').at(-1)?.measures ?? []) as readonly Part[]
      const actuals = about(indicator.id, 'indicator-actual')
      const whole: Part = { id: null, name: '', judged: true, buildsUp: false }
      const found = (split.length > 0 ? split : [whole]).map((part) => {
        const mine = actuals.filter(({ measure }) => measure === part.id)
        const entry = mine.at(-1)
        const value = (one: Stored) => {
          const { kind, text: typed = '' } = one.value as Value
          const asked = target(printedOn(one.effectiveOn))
          const read = kind === 'text' && asked !== null ? number(typed, asked, asked) : null
          return read === null ? JSON.stringify(one.value) : text(read, 20)
        }
        for (const day of new Set(mine.map(({ effectiveOn }) => effectiveOn))) {
          const rivals = lastOfAuthors(mine.filter(({ effectiveOn }) => effectiveOn === day))
          if (new Set(rivals.map(value)).size > 1)
            conflicts.push({
              subject: indicator.id,
              day,
              values: rivals.map((one) => ({ author: one.author, text: said(one) })),
            })
        }
        const own = target(printedOn(entry?.effectiveOn ?? asOf))
        const { light } = partLight(wanted, part, entry, due?.percent ?? null, own)
        return { name: part.name, value: said(entry), light }
      })
      return {
        id: indicator.id,
        target: printed,
        value: split.length > 0 ? null : (found[0]?.value ?? null),
        light:
          split.length > 0
            ? together(
                found.map(({ light }) => light),
                split.filter(({ judged }) => !judged).length,
              )
            : found[0]?.light,
        ...(split.length > 0 ? { parts: found } : {}),
      }
    })
    return { id: project.id, name: project.name, ...money(budgetAt(asOf), spent, planned), indicators }
  })
  const some = (values: readonly (Fraction | null)[]) => {
    const there = values.flatMap((value) => value ?? [])
    return there.length === 0 ? null : there.reduce(plus)
  }
  return {
    department: money(
      sums.map(({ budget }) => budget).reduce(plus),
      some(sums.map(({ spent }) => spent)),
      some(sums.map(({ planned }) => planned)),
    ),
    projects,
    conflicts,
    aside: aside.sort(),
  }
}
