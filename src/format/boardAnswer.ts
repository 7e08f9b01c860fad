import { keptAside } from '@/domain/ledger/aside'
import type { IndicatorActual } from '@/domain/ledger/entry'
import type { Ledger, Standpoint } from '@/domain/ledger/ledger'
import { Decimal } from '@/domain/number/decimal'
import type { Rate } from '@/domain/number/rate'
import type { Plan } from '@/domain/plan/plan'
import type { Preset } from '@/domain/plan/preset'
import type { AttainmentLight } from '@/domain/status/attainment'
import { rememberingFold } from '@/domain/status/board'
import type { DepartmentStatus } from '@/domain/status/departmentStatus'
import type { IndicatorStatus, MeasureStatus, Rival } from '@/domain/status/indicatorStatus'
import { valueConflicts, type ProjectStatus } from '@/domain/status/projectStatus'
import type { SpendingLine } from '@/domain/status/spending'
import type { Day } from '@/domain/time/day'
import { percentsText, splitText } from './ledger/ruleText'
import { BAND_WORD, fullDay } from './words'

type Light = 'met' | 'near' | 'low' | 'far' | 'unreported' | 'not-due' | 'not-judged'

interface Spending {
  readonly budget: string
  readonly spent: string | null
  readonly rate: string | null
  readonly planned: string | null
  readonly gapPoints: string | null
  readonly state: ProjectStatus['standing']['kind']
}

interface IndicatorAnswer {
  readonly id: string
  readonly target: string
  readonly value: string | null
  readonly light: Light
  readonly parts?: readonly { readonly name: string; readonly value: string | null; readonly light: Light }[]
}

/** What `npm run board` prints: amounts in 元 as exact decimal texts, rates and gaps in percent half up to 6 places, `null` where there is none. */
export interface BoardAnswer {
  readonly plan: string
  readonly asOf: Day
  readonly knownOn: Day | null
  readonly department: Spending
  readonly projects: readonly (Spending & {
    readonly id: string
    readonly name: string
    readonly indicators: readonly IndicatorAnswer[]
  })[]
  readonly conflicts: readonly {
    readonly subject: string
    readonly day: Day
    readonly values: readonly { readonly author: string; readonly text: string }[]
  }[]
  readonly aside: readonly string[]
  readonly issues: readonly string[]
}

/** Folds a plan and its ledger and says the board as one JSON value, by the functions the screens use (domain.md §4–6). `issues` are sentences about what could not be read; those about a zero over money are added. */
export function boardAnswer(
  plan: Plan,
  ledger: Ledger,
  standpoint: Standpoint,
  preset: Preset,
  { knownOn, issues }: { readonly knownOn: Day | null; readonly issues: readonly string[] },
): BoardAnswer {
  const department = rememberingFold()(plan, ledger, standpoint, preset)
  return {
    plan: plan.id,
    asOf: standpoint.asOf,
    knownOn,
    department: spendingOf(department),
    projects: department.projects.map((status) => ({
      id: status.project.id,
      name: status.project.name,
      ...spendingOf(status),
      indicators: status.indicators.map((indicator) => indicatorAnswer(indicator)),
    })),
    conflicts: department.projects.flatMap((status) => [
      ...totalConflictsOf(status),
      ...valueConflicts(status).map(({ indicator, conflict: { day, rivals } }) => ({
        subject: indicator?.indicator.id ?? status.project.id,
        day,
        values: rivals.map((entry) => ({ author: entry.author, text: rivalSaid(entry) })),
      })),
    ]),
    aside: [...ledger.slices.keys()]
      .sort()
      .flatMap((slice) => keptAside(ledger, slice, standpoint.knownAt).map(({ entry }) => entry.id)),
    issues: [...issues, ...department.projects.flatMap(zerosOverMoney)],
  }
}

/** A total of 0 that arrived over money that counts before it (the gate refuses one): it stands as it was stated, and is said. */
function zerosOverMoney({ project, spending, silentZeros }: ProjectStatus): string[] {
  const isAbove = ({ entry, total }: SpendingLine) =>
    total.gt(0) || (entry.kind === 'payment' && entry.amount.gt(0))
  const stated = spending.flatMap((line, at) =>
    line.stated && line.total.isZero() && spending.slice(0, at).some(isAbove) ? line.entry : [],
  )
  return [...stated, ...silentZeros].map(
    ({ effectiveOn }) =>
      `${project.name}：截至${fullDay(effectiveOn)}报的是零支出，而此前（含当日）已有大于 0 的支出，请与填报人核对。`,
  )
}

function spendingOf({
  budget,
  spent,
  rate,
  standing,
}: Pick<DepartmentStatus | ProjectStatus, 'budget' | 'spent' | 'rate' | 'standing'>): Spending {
  return {
    budget: budget.toFixed(),
    spent: spent?.toFixed() ?? null,
    rate: rateOf(rate),
    planned: 'planned' in standing ? standing.planned.toFixed() : null,
    gapPoints: 'points' in standing ? sixPlaces(standing.points) : null,
    state: standing.kind,
  }
}

function rateOf(rate: Rate): string | null {
  return rate.kind === 'rate' ? sixPlaces(rate.percent) : null
}

function sixPlaces(value: Decimal | null): string | null {
  return value?.toDecimalPlaces(6, Decimal.ROUND_HALF_UP).toFixed() ?? null
}

function indicatorAnswer({ indicator, target, light, parts }: IndicatorStatus): IndicatorAnswer {
  const [only] = parts
  const whole = only?.measure === null
  return {
    id: indicator.id,
    target: target.text,
    value: whole ? valueOf(only) : null,
    light: lightOf(light),
    ...(whole
      ? {}
      : {
          parts: parts.map((part) => ({
            name: part.measure?.name ?? '',
            value: valueOf(part),
            light: lightOf(part.light),
          })),
        }),
  }
}

function lightOf(light: AttainmentLight): Light {
  return light === 'partial' ? 'low' : light
}

function valueOf({ entry }: MeasureStatus): string | null {
  return entry === null ? null : saidBy(entry)
}

function saidBy({ value }: IndicatorActual): string {
  if (value.kind === 'text') return value.text
  const points = value.percent === null ? '' : ` ${value.percent.toFixed()}%`
  return `${BAND_WORD[value.band]}${points}`
}

function totalConflictsOf({ project, totalConflicts }: ProjectStatus): BoardAnswer['conflicts'] {
  return totalConflicts.map(({ day, rivals }) => ({
    subject: project.id,
    day,
    values: rivals.map(({ entry, total }) => ({ author: entry.author, text: total.toFixed() })),
  }))
}

function rivalSaid(rival: Rival): string {
  if (rival.kind === 'indicator-actual') return saidBy(rival)
  if (rival.kind === 'measures') return splitText(rival.measures)
  return rival.change.kind === 'target' ? rival.change.text : percentsText(rival.change.percents)
}
