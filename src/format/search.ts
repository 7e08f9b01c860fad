import type { Entry } from '@/domain/ledger/entry'
import { sliceKey, type Ledger } from '@/domain/ledger/ledger'
import { Decimal } from '@/domain/number/decimal'
import type { Plan } from '@/domain/plan/plan'
import type { Day } from '@/domain/time/day'
import { contextOf, placeless } from './ledger/ledgerPage'
import { entryContent } from './ledger/entryContent'
import type { MoneyUnit } from './figures'
import { ENTRY_WORD } from './ledger/entryWord'
import { fullDay } from './words'

/** One thing that was found, and where it is: a project, one of its indicators (`indicator`, from 1), or an entry by its id; a `position` of `null` is the department's. */
export interface Found {
  readonly kind: 'project' | 'indicator' | 'entry'
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly position: number | null
  readonly indicator: number | null
  /** The day an entry is about. */
  readonly on: Day | null
}

/** What a search found: the best of every kind, and how many there are in all. */
export interface SearchResult {
  readonly found: readonly Found[]
  readonly entries: number
  readonly others: number
}

const WAN = 10_000

/** Words as one types them: width, case, spaces and 千分位 make no difference. */
export function plainWords(text: string): string[] {
  return plain(text).split(' ').filter(Boolean)
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/\s+/g, ' ')
}

/** Everything an entry says, as one text: words, names, document and voucher numbers, amounts in 元 and 万元. */
function saidIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Decimal)
    return `${value.toFixed()} ${value.div(WAN).toFixed()} ${value.div(WAN).toFixed(2)}`
  if (Array.isArray(value)) return value.map(saidIn).join(' ')
  if (value === null || typeof value !== 'object') return ''
  return Object.entries(value)
    .filter(([key]) => !SILENT.has(key))
    .map(([, own]) => saidIn(own))
    .join(' ')
}

const SILENT: ReadonlySet<string> = new Set([
  'id',
  'plan',
  'subject',
  'kind',
  'recordedAt',
  'account',
  'role',
  'covers',
  'sha256',
  'measure',
  'entry',
  'seen',
  'kept',
])

/** A search over one plan and its ledger: made once, asked as often as one types. Every word must be found; an entry must have one of them itself. */
export function searcher(
  plan: Plan,
  ledger: Ledger,
  knownAt: string | null,
  unit: MoneyUnit,
): (typed: string, most: number) => SearchResult {
  const projects = plan.projects.map((project) => ({
    project,
    name: plain(project.name),
    text: plain(`${project.name} ${project.code} ${project.purpose} ${saidIn(project.budget)}`),
    indicators: project.indicators.map((indicator, index) => ({
      indicator,
      place: index + 1,
      name: plain(indicator.level3),
      text: plain(`${indicator.level3} ${indicator.description} ${indicator.level2} ${project.name}`),
    })),
  }))
  const about = new Map<string, string>()
  for (const { project, name, indicators } of projects) {
    about.set(project.id, name)
    for (const { indicator, name: own } of indicators) about.set(indicator.id, `${name} ${own}`)
  }
  let entries: { readonly entry: Entry; readonly own: string; readonly text: string }[] | null = null
  const read = () =>
    (entries ??= [...ledger.slices]
      .flatMap(([, slice]) => slice)
      .filter(({ recordedAt }) => knownAt === null || recordedAt <= knownAt)
      .sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))
      .map((entry) => {
        const own = plain(`${ENTRY_WORD[entry.kind]} ${saidIn(entry)}`)
        return { entry, own, text: `${own} ${about.get(entry.subject) ?? ''}` }
      }))

  return (typed, most) => {
    const words = plainWords(typed)
    if (words.length === 0) return { found: [], entries: 0, others: 0 }
    const all = (text: string) => words.every((word) => text.includes(word))
    const named = (name: string) => words.some((word) => name.includes(word))
    const own = projects
      .filter(({ text }) => all(text))
      .sort((a, b) => Number(named(b.name)) - Number(named(a.name)))
      .map(({ project }): Found => ({
        kind: 'project',
        id: project.id,
        title: project.name,
        detail: project.code,
        position: project.position,
        indicator: null,
        on: null,
      }))
    const indicators = projects.flatMap(({ project, indicators: rows }) =>
      rows
        .filter(
          ({ text, name }) => all(text) && named(`${name} ${plain(text.replace(plain(project.name), ''))}`),
        )
        .map(({ indicator, place }): Found => ({
          kind: 'indicator',
          id: indicator.id,
          title: indicator.level3,
          detail: `${project.name} · 指标 ${indicator.target.text}`,
          position: project.position,
          indicator: place,
          on: null,
        })),
    )
    const hits = read().filter(
      ({ own: said, text }) => all(text) && words.some((word) => said.includes(word)),
    )
    return {
      found: [
        ...own.slice(0, most),
        ...indicators.slice(0, most),
        ...hits.slice(0, most).map(({ entry }) => entryFound(plan, ledger, entry, unit)),
      ],
      entries: hits.length,
      others: own.length + indicators.length,
    }
  }
}

function entryFound(plan: Plan, ledger: Ledger, entry: Entry, unit: MoneyUnit): Found {
  const key = sliceKey(entry.subject)
  const project = plan.projects.find(({ id }) => id === key)
  const indicator = project?.indicators.find(({ id }) => id === entry.subject)?.level3
  return {
    kind: 'entry',
    id: entry.id,
    title: `${ENTRY_WORD[entry.kind]} ${entryContent(entry, unit, contextOf(plan, ledger, key))}`,
    detail: [
      project?.name ?? placeless(plan, entry.subject),
      indicator,
      fullDay(entry.effectiveOn),
      entry.author,
    ]
      .filter(Boolean)
      .join(' · '),
    position: project?.position ?? null,
    indicator: null,
    on: entry.effectiveOn,
  }
}
