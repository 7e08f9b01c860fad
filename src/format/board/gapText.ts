import type { GapPart } from '@/domain/status/gapParts'
import type { Decimal } from '@/domain/number/decimal'
import { sumMoney, toWan, type Money } from '@/domain/number/money'
import type { Standing } from '@/domain/status/standing'
import { amount, signedAmount, type MoneyUnit } from '../figures'
import { STANDING_WORD } from '../words'

/** One step of 缺口分解: whose (`position` leads there; `null` of several together), what it adds in the unit shown, and the figures beside it. */
export interface GapStep {
  readonly key: string
  readonly name: string
  readonly position: number | null
  readonly value: Decimal
  readonly tone: 'short' | 'over' | 'unreported'
  readonly state: Standing['kind'] | null
  readonly now: string
  readonly earlier: string | null
  readonly said: string
}

/** How many projects stand by themselves; the rest of a longer list is one step. */
const OWN_STEPS = 8

/** 缺口分解 step by step from the plan to the actual (domain.md §4): shortfalls first; `before` are the parts of the day compared with. */
export function gapSteps(
  parts: readonly GapPart[],
  before: readonly GapPart[] | null,
  unit: MoneyUnit,
): GapStep[] {
  const old = new Map(before?.map((part) => [part.status.project.id, part]))
  const own = parts.length > OWN_STEPS + 1 ? chosen(parts) : [...parts]
  const rest = parts.filter((part) => !own.includes(part))
  const steps = own.map((part): GapStep => {
    const { project, standing } = part.status
    const now = partText(part, unit)
    const was = old.get(project.id)
    return {
      key: project.id,
      name: project.name,
      position: project.position,
      value: shownValue(part.amount, unit),
      tone: part.kind === 'unreported' ? 'unreported' : part.amount.isNegative() ? 'short' : 'over',
      state: standing.kind,
      now,
      earlier: before && (was ? partText(was, unit) : '—'),
      said: `${project.name}：${part.kind === 'unreported' ? '' : '实支减应支 '}${now}，${STANDING_WORD[standing.kind]}`,
    }
  })
  if (rest.length === 0) return steps
  const others = restStep(rest, old, before !== null, unit)
  const place = steps.findIndex(({ value }) => value.gt(others.value))
  return place === -1 ? [...steps, others] : [...steps.slice(0, place), others, ...steps.slice(place)]
}

function shownValue(value: Money, unit: MoneyUnit): Decimal {
  return unit === 'wan' ? toWan(value) : value
}

function chosen(parts: readonly GapPart[]): GapPart[] {
  const largest = new Set([...parts].sort((a, b) => b.amount.abs().cmp(a.amount.abs())).slice(0, OWN_STEPS))
  return parts.filter((part) => largest.has(part))
}

/** Together what is too many to stand alone: what nobody reported is counted in its name, and has no figure where nothing else is in it. */
function restStep(
  rest: readonly GapPart[],
  old: ReadonlyMap<string, GapPart>,
  compared: boolean,
  unit: MoneyUnit,
): GapStep {
  const sum = sumMoney(rest.map((part) => part.amount))
  const silent = rest.filter(isUnreported).length
  const mixed = silent > 0 && silent < rest.length
  const name = `其余 ${rest.length} 个项目${mixed ? `（${silent} 个未填报）` : ''}`
  const now = sumText(rest, unit)
  const then = rest.flatMap(({ status }) => old.get(status.project.id) ?? [])
  return {
    key: 'rest',
    name,
    position: null,
    value: shownValue(sum, unit),
    tone: silent === rest.length ? 'unreported' : sum.isNegative() ? 'short' : 'over',
    state: null,
    now,
    earlier: compared ? (then.length > 0 ? sumText(then, unit) : '—') : null,
    said: `${name}：${silent === rest.length ? '' : '实支减应支合计 '}${now}`,
  }
}

const isUnreported = ({ kind }: GapPart) => kind === 'unreported'

function sumText(parts: readonly GapPart[], unit: MoneyUnit): string {
  return parts.every(isUnreported) ? '未填报' : signedAmount(sumMoney(parts.map((part) => part.amount)), unit)
}

function partText(part: GapPart, unit: MoneyUnit): string {
  return sumText([part], unit)
}

/** The amounts at both ends of 缺口分解, the plan and what was spent; 未填报 where nothing was. */
export function endText(value: Money | null, unit: MoneyUnit): string {
  return value === null ? '未填报' : amount(value, unit)
}
