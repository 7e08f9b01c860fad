import type { AttainmentLight } from '@/domain/status/attainment'
import type { Decimal } from '@/domain/number/decimal'
import { ZERO } from '@/domain/number/decimal'
import type { Entry, SpendingBySource, SpendingReason, Void } from '@/domain/ledger/entry'
import type { Aside } from '@/domain/ledger/aside'
import { voidedIds, type Slice } from '@/domain/ledger/ledger'
import { nextNeed, forecast, type NextNeed } from '@/domain/status/outlook'
import type { Preset } from '@/domain/plan/preset'
import type { IndicatorStatus } from '@/domain/status/indicatorStatus'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { executionRate } from '@/domain/number/rate'
import { yearOf } from '@/domain/time/day'
import type { Target } from '@/domain/plan/target'
import {
  explainNextNeed,
  explainSpent,
  explainStanding,
  explainAttainment,
  type Derivation,
} from './derivation'
import { indicatorWord, partText } from './partText'
import {
  amount,
  differenceAmount,
  figureBeside,
  MONEY_UNIT_NAME,
  plainNumber,
  planPercent,
  rateText,
  reportedText,
  signedAmount,
  targetText,
  type MoneyUnit,
} from './figures'
import { decisionContent } from './published/findingWord'
import type { Phrase } from './phrase'
import { FLAG_WORD, indicatorCell, type IndicatorCell } from './projectRows'
import {
  BAND_WORD,
  dayWord,
  DEVIATION_WORD,
  documentText,
  ENTRY_WORD,
  fullDay,
  FUND_SOURCES,
  FUND_SOURCE_WORD,
  LIGHT_WORD,
  LIKELIHOOD_WORD,
  STANDING_WORD,
  typedText,
} from './words'

/** The answer of a project's page in one sentence. */
export function projectHeadline(status: ProjectStatus, unit: MoneyUnit, preset: Preset): Phrase {
  const { standing, spent } = status
  const name = MONEY_UNIT_NAME[unit]
  const why = () => explainStanding(status, unit, preset)
  const start: Phrase = [{ text: `截至${dayWord(status.asOf)}` }]
  const lights = indicatorTail(status)
  if (spent === null) {
    const planned = 'due' in standing ? `，${dayWord(standing.due.day)}计划应支 ` : '，首个计划节点尚未到期'
    return [
      ...start,
      { text: `，支出未填报${planned}` },
      ...('planned' in standing
        ? [{ text: `${amount(standing.planned, unit)} ${name}`, tone: 'figure' as const, why }]
        : []),
      ...lights,
    ]
  }
  const opening: Phrase = [
    ...start,
    { text: '支出 ' },
    { text: `${amount(spent, unit)} ${name}`, tone: 'figure', why: () => explainSpent(status, unit) },
    ...(status.totalConflicts.length > 0 ? [{ text: '（累计有冲突，待核定）', tone: 'warn' as const }] : []),
    { text: '，执行率 ' },
    {
      text: rateText(status.rate, 2, 'due' in standing ? standing.due.percent : null),
      tone: 'figure',
      why: () => explainSpent(status, unit),
    },
  ]
  if (!('gap' in standing)) {
    const early: Phrase =
      standing.kind === 'over-budget'
        ? [{ text: '，' }, { text: '已超过全年预算数', tone: 'bad', why }]
        : [{ text: '，首个计划节点尚未到期' }]
    return [...opening, ...early, ...lights]
  }
  const behind = standing.gap.isNegative()
  const size = differenceAmount(standing.gap, unit)
  const points = standing.points
    ? `${figureBeside(standing.points.abs(), ZERO, 1)} 个百分点（${size} ${name}）`
    : `${size} ${name}`
  return [
    ...opening,
    { text: standing.gap.isZero() ? '，与计划 ' : behind ? '，低于计划 ' : '，高于计划 ' },
    { text: planPercent(standing.due.percent), why },
    ...(standing.gap.isZero()
      ? [{ text: ' 持平' }]
      : [
          { text: '，' },
          {
            text: `${behind ? '滞后' : '超出'} ${points}`,
            tone:
              standing.kind === 'over-budget' ||
              standing.kind === 'severely-behind' ||
              standing.kind === 'behind'
                ? ('bad' as const)
                : behind
                  ? ('warn' as const)
                  : ('good' as const),
            why,
          },
        ]),
    ...(standing.kind === 'over-budget' ? [{ text: '，已超全年预算', tone: 'bad' as const }] : []),
    ...lights,
  ]
}

function indicatorTail(status: ProjectStatus): Phrase {
  const count = (lights: readonly AttainmentLight[]) =>
    status.indicators.filter(({ light }) => lights.includes(light)).length
  const parts: [string, number][] = [
    ['达标', count(['met'])],
    ['未达标', count(['near', 'partial', 'far'])],
    ['未填报', count(['unreported'])],
    ['未到期', count(['not-due'])],
    ['不评判', count(['not-judged'])],
  ]
  const some = parts.filter(([, n]) => n > 0)
  const said = some.length === 1 ? [some[0]?.[0] ?? ''] : some.map(([word, n]) => `${word} ${n} 项`)
  return [
    { text: `；${status.indicators.length} 项指标${said.length === 1 ? '均' : ''}${said.join('、')}。` },
  ]
}

/** One indicator on the project's page: its bullet, its words, the days behind it. */
export interface IndicatorRow {
  readonly id: string
  readonly position: number
  readonly group: string
  readonly name: string
  readonly description: string
  readonly target: Target
  readonly targetText: string
  readonly light: AttainmentLight
  readonly word: string
  readonly gap: string
  readonly parts: readonly {
    readonly name: string
    readonly text: string
    readonly value: Decimal | null
    readonly light: AttainmentLight
    readonly word: string
    readonly when: string
  }[]
  readonly notes: readonly string[]
  readonly why: () => Derivation
}

/** The indicators of a project in the document's order. */
export function indicatorRows(status: ProjectStatus, preset: Preset): IndicatorRow[] {
  return status.indicators.map((own, index) => indicatorRow(own, index + 1, status, preset))
}

function indicatorRow(
  own: IndicatorStatus,
  position: number,
  owner: ProjectStatus,
  preset: Preset,
): IndicatorRow {
  const { indicator, target } = own
  const cell: IndicatorCell = indicatorCell(own, owner, preset)
  const deviation = own.parts.find((part) => part.entry?.deviation)?.entry?.deviation
  const said = own.parts
    .map((part) => part.entry)
    .find((entry) => entry?.fullYear?.trim() || entry?.likelihood)
  const judged =
    own.attainment.kind === 'missed' || (own.attainment.kind === 'met' && own.attainment.exceeded !== null)
  return {
    id: indicator.id,
    position,
    group: `${indicator.level1} · ${indicator.level2}`,
    name: indicator.level3,
    description: indicator.description,
    target,
    targetText: targetText(target),
    light: own.light,
    word: indicatorWord(own),
    gap: gapText(own),
    parts: own.parts.map((part) => ({
      name: part.measure ? `${typedText(part.measure.name)}${part.measure.judged ? '' : '（不评判）'}` : '',
      text: partText(part, own),
      value: part.reported?.kind === 'number' ? part.reported.value : null,
      light: part.light,
      word: own.parts.length === 1 ? indicatorWord(own) : LIGHT_WORD[part.light],
      when: part.entry
        ? `${dayWord(part.entry.effectiveOn)} · ${part.entry.author}${part.carried && own.parts.length > 1 ? ' · 沿用' : ''}`
        : '',
    })),
    notes: [
      ...(cell.flag
        ? [cell.flag === 'exceeded' && deviation ? '超额，已说明原因' : FLAG_WORD[cell.flag]]
        : []),
      ...(own.targetChange
        ? [`指标值经 ${documentText(own.targetChange.document)} 调整，原为 ${indicator.target.text}`]
        : []),
      ...(target.kind === 'threshold' && target.assumed ? ['指标值未印比较符，按“等于”处理'] : []),
      ...(deviation
        ? [`${DEVIATION_WORD[deviation.category]}：${deviation.text}`]
        : judged
          ? ['未说明原因']
          : []),
      ...(said?.fullYear?.trim() ? [`全年预计 ${said.fullYear}`] : []),
      ...(said?.likelihood ? [`完成目标：${LIKELIHOOD_WORD[said.likelihood]}`] : []),
    ],
    why: () => explainAttainment(own, preset),
  }
}

function gapText({ target, parts, attainment }: IndicatorStatus): string {
  const reported = parts.find((part) => part.attainment === attainment)?.reported
  if (target.kind !== 'threshold' || reported?.kind !== 'number') return ''
  const gap = reported.value.minus(target.value)
  if (gap.isZero()) return ''
  const places = Math.max(target.unit.kind === 'percent' ? 1 : 0, 0)
  const unit = target.unit.kind === 'percent' ? ' 个百分点' : ` ${target.unit.printed}`
  const size =
    target.unit.kind === 'percent'
      ? figureBeside(gap.abs(), ZERO, places)
      : reportedText(gap.abs(), { kind: 'qualitative', text: '' })
  return `${gap.isNegative() ? '低于' : '高于'}指标值 ${size}${unit}`
}

/** What the next checkpoint needs, as two bars and one number. */
export interface NeedText {
  readonly heading: string
  readonly left: string
  readonly days: string
  readonly bars: readonly { readonly label: string; readonly value: Decimal | null; readonly text: string }[]
  readonly forecast: string | null
  readonly why: () => Derivation
}

/** The next checkpoint's need in words; `null` when none is ahead. */
export function needText(status: ProjectStatus, unit: MoneyUnit): NeedText | null {
  const need: NextNeed | null = nextNeed(status.schedule, status.budget, status.spent, status.asOf)
  if (!need) return null
  const name = MONEY_UNIT_NAME[unit]
  const ahead = forecast(yearOf(status.asOf), status.spent, status.asOf)
  const share = executionRate(ahead, status.budget)
  return {
    heading: `到${dayWord(need.milestone.day)}（计划 ${planPercent(need.milestone.percent)}）`,
    left: need.left.isZero() ? '已达到，无需再支' : `还需支出 ${amount(need.left, unit)} ${name}`,
    days: `剩余 ${need.daysLeft} 天`,
    bars: [
      { label: '每月需支', value: need.perMonth, text: amount(need.perMonth, unit) },
      {
        label: '目前每月',
        value: need.soFarPerMonth,
        text: need.soFarPerMonth ? amount(need.soFarPerMonth, unit) : '未填报',
      },
    ],
    forecast: ahead
      ? `按目前进度直线外推，年底支出 ${amount(ahead, unit)} ${name}${share.kind === 'rate' ? `（预算的 ${rateText(share)}）` : ''}；仅为推算。`
      : null,
    why: () => explainNextNeed(status, need, unit),
  }
}

/** One line of the ledger behind a project's figures. */
export interface EntryLine {
  readonly id: string
  readonly day: string
  readonly kind: string
  readonly about: string
  readonly content: string
  readonly total: string
  readonly author: string
  readonly recorded: string
  readonly voided: string | null
  readonly aside: string | null
}

/** The entries of a project up to the day looked at, newest first; voided ones stay and say why. */
export function entryLines(
  status: ProjectStatus,
  slice: Slice,
  unit: MoneyUnit,
  knownAt: string | null = null,
  aside: readonly Aside[] = [],
): EntryLine[] {
  const voided = voidReasons(slice, knownAt, aside)
  const kept = asideReasons(aside)
  const totals = new Map(status.spending.map((line) => [line.entry.id, line.total]))
  const names = new Map(status.project.indicators.map((indicator) => [indicator.id, indicator.level3]))
  return slice
    .filter(
      (entry) =>
        (entry.kind !== 'void' || kept.has(entry.id)) &&
        entry.effectiveOn <= status.asOf &&
        (knownAt === null || entry.recordedAt <= knownAt),
    )
    .map((entry): EntryLine => {
      const total = totals.get(entry.id)
      return {
        id: entry.id,
        day: fullDay(entry.effectiveOn),
        kind: ENTRY_WORD[entry.kind],
        about: names.get(entry.subject) ?? '',
        content: entryContent(entry, unit),
        total: total ? amount(total, unit) : '',
        author: entry.author,
        recorded: recordedText(entry.recordedAt),
        voided: voided(entry.id),
        aside: kept.get(entry.id) ?? null,
      }
    })
    .reverse()
}

/** Why an entry is kept aside, in a clause. */
export function asideClause({ because }: Aside): string {
  switch (because.kind) {
    case 'closed': {
      const { kind, author, effectiveOn } = because.closing
      return kind === 'sign-off'
        ? `${effectiveOn.slice(0, 4)}年已由 ${author} 签认`
        : `${dayWord(effectiveOn)}已由 ${author} ${kind === 'lock' ? '锁定' : '通过'}`
    }
    case 'unknown':
      return '所指的记录不在本台账'
    case 'other-author':
      return `所指的记录由 ${because.author} 填报，他人不能作废`
    case 'decision':
      return `所指的是${ENTRY_WORD[because.named.kind]}，不能作废`
    case 'role':
      return '所注的角色不能写这类记录'
    case 'other-project':
      return `本项目由 ${because.manager} 填报`
  }
}

function untilWhen({ because }: Aside): string {
  if (because.kind === 'unknown') return '，收到该记录后再判定'
  if (because.kind !== 'closed') return ''
  return because.closing.kind === 'sign-off' ? '，重开本年后再计入' : '，退回或解锁后再计入'
}

/** Why entries are kept aside, by their ids. */
export function asideReasons(aside: readonly Aside[]): ReadonlyMap<string, string> {
  return new Map(aside.map((own) => [own.entry.id, `暂不计入：${asideClause(own)}${untilWhen(own)}`]))
}

/** Says of an entry why and by whom it was voided, as it was known at a moment; `null` of one that stands. A void that is kept aside takes nothing back. */
export function voidReasons(
  slice: Slice,
  knownAt: string | null,
  aside: readonly Aside[] = [],
): (entry: string) => string | null {
  const late = new Set(aside.map(({ entry }) => entry.id))
  const counting = late.size === 0 ? slice : slice.filter(({ id }) => !late.has(id))
  const voided = voidedIds(counting, knownAt)
  const standing = new Map(
    counting
      .filter((entry): entry is Void => entry.kind === 'void' && !voided.has(entry.id))
      .filter((entry) => knownAt === null || entry.recordedAt <= knownAt)
      .map((entry) => [entry.entry, entry]),
  )
  return (id) => {
    const by = voided.has(id) ? standing.get(id) : undefined
    return by ? `已作废：${by.reason}（${by.author}，${recordedText(by.recordedAt)}）` : null
  }
}

/** Made once: making one costs more than all the formatting of a screen. */
const RECORDED = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
})

/** A moment of recording as local date and time. */
export function recordedText(moment: string): string {
  return RECORDED.format(Date.parse(moment))
}

/** What an entry says, in words and figures. */
export function entryContent(entry: Entry, unit: MoneyUnit): string {
  const name = MONEY_UNIT_NAME[unit]
  switch (entry.kind) {
    case 'payment':
      return [
        `${signedAmount(entry.amount, unit)} ${name}`,
        entry.amount.isNegative() ? '退回' : '',
        entry.memo,
        entry.voucher && `凭证 ${entry.voucher}`,
      ]
        .filter(Boolean)
        .join('，')
    case 'spending-total':
      return [`累计 ${amount(entry.amount, unit)} ${name}`, entry.memo].filter(Boolean).join('，')
    case 'zero-spending':
      return ['零支出', entry.memo].filter(Boolean).join('，')
    case 'spending-estimate':
      return [`${amount(entry.amount, unit)} ${name}`, entry.memo].filter(Boolean).join('，')
    case 'budget-adjustment':
      return `${signedAmount(entry.amount, unit)} ${name}，${documentText(entry.document)}：${entry.reason}`
    case 'indicator-actual': {
      const value =
        entry.value.kind === 'text'
          ? typedText(entry.value.text)
          : `${BAND_WORD[entry.value.band]}${entry.value.percent ? ` ${plainNumber(entry.value.percent)}%` : ''}`
      return [
        value,
        entry.deviation ? `${DEVIATION_WORD[entry.deviation.category]}：${entry.deviation.text}` : '',
        entry.evidence.map((item) => `佐证 ${item.name}`).join('、'),
      ]
        .filter(Boolean)
        .join('，')
    }
    case 'measures':
      return entry.measures.map((measure) => typedText(measure.name)).join('；')
    case 'target-change':
      return entry.change.kind === 'target'
        ? `改为 ${typedText(entry.change.text)}，${documentText(entry.document)}：${entry.reason}`
        : `资金支出计划，${documentText(entry.document)}：${entry.reason}`
    case 'goal-progress':
      return `${BAND_WORD[entry.band]}，${entry.text}`
    case 'weights':
      return entry.document === '' ? entry.reason : `${documentText(entry.document)}：${entry.reason}`
    case 'scheme':
      return `${entry.scheme}，${documentText(entry.document)}：${entry.reason}`
    case 'spending-reason':
      return spendingReason(entry)
    case 'spending-by-source':
      return sourcesText(entry, unit)
    case 're-evaluation':
      return `${entry.rows.length} 行：${entry.rows.map(({ points }) => `${plainNumber(points)} 分`).join('、')}`
    case 'reopen':
    case 'settlement':
    case 'lock':
    case 'unlock':
    case 'score-adjustment':
    case 'void':
      return entry.reason
    case 'submit':
    case 'return':
    case 'accept':
      return entry.note
    case 'project-manager':
      return entry.manager
    case 'summary':
    case 'rectification':
    case 'rectification-result':
    case 'sign-off':
    case 'comment':
      return entry.text
    case 'wording':
      return entry.text === '' ? '恢复自动文字' : entry.text
    case 'check':
      return decisionContent(entry)
  }
}

/** Why spending is off its plan, and what comes next, by when and by whom. */
function spendingReason({ category, text, nextStep, by, who }: SpendingReason): string {
  return [
    `${DEVIATION_WORD[category]}：${text}`,
    nextStep && `下一步：${nextStep}`,
    by && `${fullDay(by)}前`,
    who && `责任人 ${who}`,
  ]
    .filter(Boolean)
    .join('，')
}

/** Money by source, as far as something is stated. */
function sourcesText({ sources }: SpendingBySource, unit: MoneyUnit): string {
  const said = FUND_SOURCES.flatMap((source) => {
    const { arrived, executed } = sources[source]
    const parts = [
      arrived && `到位 ${amount(arrived, unit)}`,
      executed && `执行 ${amount(executed, unit)}`,
    ].filter(Boolean)
    return parts.length > 0 ? `${FUND_SOURCE_WORD[source]}${parts.join('、')}` : []
  })
  return said.length > 0 ? `${said.join('；')}（${MONEY_UNIT_NAME[unit]}）` : '各来源均未填写'
}

/** The word and mark of a project for lists of projects. */
export function projectWord(status: ProjectStatus): string {
  return STANDING_WORD[status.standing.kind]
}
