import type { IndicatorStatus } from '@/domain/status/indicatorStatus'
import type { AttainmentLight } from '@/domain/status/attainment'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import type { Standing } from '@/domain/status/standing'
import { targetText } from '../figures'
import { indicatorWord } from '../partText'
import { indicatorValue } from '../project/projectRows'
import { DEVIATION_WORD, STANDING_WORD } from '../words'

/** One indicator of a list that a count opened. */
export interface ShownIndicator {
  readonly id: string
  readonly project: string
  readonly position: number
  /** Its place in the project; `null` for what is said of the project's money. */
  readonly indicator: number | null
  readonly name: string
  readonly value: string
  readonly target: string
  readonly light: AttainmentLight | null
  readonly word: string
  readonly reason: string
}

/** A count that opens what it counts: `show` as it stands in the address. */
export interface Chip {
  readonly show: string | null
  readonly word: string
  readonly count: number
  readonly state: Standing['kind'] | AttainmentLight | null
}

const MISSED: readonly AttainmentLight[] = ['far', 'partial', 'near']
const GROUPS: Readonly<
  Record<string, { readonly word: string; readonly has: (own: IndicatorStatus) => boolean }>
> = {
  missed: { word: '未达标', has: ({ light }) => MISSED.includes(light) },
  open: { word: '未填报', has: ({ light }) => light === 'unreported' },
  carried: { word: '沿用', has: ({ carried }) => carried },
  met: { word: '达标', has: ({ light }) => light === 'met' },
  undue: { word: '未到期', has: ({ light }) => light === 'not-due' },
  unjudged: { word: '不评判', has: ({ light }) => light === 'not-judged' },
}
const CARRIED = '-carried'
const ORDER: readonly Standing['kind'][] = [
  'over-budget',
  'severely-behind',
  'behind',
  'slightly-behind',
  'unreported',
  'ahead',
  'on-plan',
  'not-due',
]

/** A group of indicators by its name in the address, `-carried` for those of it that still have an earlier checkpoint's value; `null` where the name is none. */
export function indicatorGroup(
  show: string | null,
): { readonly word: string; readonly has: (own: IndicatorStatus) => boolean } | null {
  if (show === null) return null
  const name = show.endsWith(CARRIED) ? show.slice(0, -CARRIED.length) : show
  const group = Object.hasOwn(GROUPS, name) ? GROUPS[name] : undefined
  if (!group) return null
  return show.endsWith(CARRIED)
    ? { word: `${group.word}、沿用`, has: (own) => own.carried && group.has(own) }
    : group
}

/** The word of a group of indicators; `null` where a name in the address is none. */
export function groupWord(show: string | null): string | null {
  return indicatorGroup(show)?.word ?? null
}

const PROJECT_GROUPS: Readonly<Record<string, string>> = {
  ...STANDING_WORD,
  silent: '未填报支出',
  contested: '累计支出有冲突',
}

/** What a name in the address lists on 总览, projects or indicators, and by which word; `null` where it is none. */
export function listOf(show: string): { readonly of: '项目' | '指标'; readonly word: string } | null {
  const indicators = groupWord(show)
  if (indicators !== null) return { of: '指标', word: indicators }
  const word = Object.hasOwn(PROJECT_GROUPS, show) ? PROJECT_GROUPS[show] : undefined
  return word === undefined ? null : { of: '项目', word }
}

/** The indicators of a group by the one rule of order: the weight of the light, then the project's budget, then the document's order. */
export function shownIndicators(projects: readonly ProjectStatus[], show: string): ShownIndicator[] {
  const group = indicatorGroup(show)
  if (!group) return []
  return projects
    .flatMap((status) => status.indicators.map((own, index) => ({ status, own, index })))
    .filter(({ own }) => group.has(own))
    .sort((a, b) => weight(a.own.light) - weight(b.own.light) || b.status.budget.cmp(a.status.budget))
    .map(({ status, own, index }) => shownIndicator(status, own, index))
}

/** One indicator as a line of such a list, by its place in its project; `reason` is why it deviates unless something else is to be said. */
export function shownIndicator(
  { project }: ProjectStatus,
  own: IndicatorStatus,
  index: number,
  reason: string = deviationText(own),
): ShownIndicator {
  return {
    id: own.indicator.id,
    project: project.name,
    position: project.position,
    indicator: index + 1,
    name: own.indicator.level3,
    value: indicatorValue(own),
    target: targetText(own.target),
    light: own.light,
    word: indicatorWord(own),
    reason,
  }
}

function deviationText(own: IndicatorStatus): string {
  const deviation = own.parts.find(({ entry }) => entry?.deviation)?.entry?.deviation
  if (deviation) return `${DEVIATION_WORD[deviation.category]}：${deviation.text}`
  return MISSED.includes(own.light) ? '未说明原因' : ''
}

function weight(light: AttainmentLight): number {
  return MISSED.includes(light) ? MISSED.indexOf(light) : MISSED.length
}

/** The chips over the table: projects by how they stand, indicators by group; what counts none is left out. */
export function chipsOf(projects: readonly ProjectStatus[]): {
  readonly projects: readonly Chip[]
  readonly indicators: readonly Chip[]
} {
  const all = projects.flatMap(({ indicators }) => indicators)
  return {
    projects: [
      { show: null, word: '全部', count: projects.length, state: null },
      ...ORDER.map((kind) => ({
        show: kind,
        word: STANDING_WORD[kind],
        count: projects.filter(({ standing }) => standing.kind === kind).length,
        state: kind,
      })).filter(({ count }) => count > 0),
    ],
    indicators: Object.entries(GROUPS)
      .map(([show, { word, has }]) => ({ show, word, count: all.filter(has).length, state: null }))
      .filter(({ count }) => count > 0),
  }
}
