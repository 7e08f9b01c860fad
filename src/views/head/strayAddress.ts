import { sortable } from '@/domain/status/sorting'
import { clampToYear } from '@/domain/time/asOf'
import { parseDay, yearOf, type Day } from '@/domain/time/day'
import { groupWord, listOf } from '@/format/board/shown'
import { ENTRY_WORD } from '@/format/ledger/entryWord'
import { monitorGroup } from '@/format/monitoring/monitorPage'
import { monitorShown } from '@/format/monitoring/monitorShown'
import { markWord } from '@/format/published/checksPage'
import { factCheckWord } from '@/format/published/departmentPage'
import { ROUND_WORD } from '@/format/roundText'
import { outcomeWord } from '@/format/scoring/rankingText'
import { fullDay } from '@/format/words'
import { PAPER_KINDS } from '@/format/papers/paperKinds'

/** What an address is judged against: the screen it opens, the plan's year and places, the day that stands and today; `entries` are the ids the ledger shows, `null` where they are not yet read. */
export interface AddressPage {
  readonly screen: string
  readonly year: number
  readonly standing: Day
  readonly today: Day
  readonly positions: readonly number[]
  readonly entries: ReadonlySet<string> | null
}

/** What of an address is not taken, each in one sentence with what stands instead; the query and the parameters as they should be. */
export interface Stray {
  readonly said: string
  readonly query: Readonly<Record<string, string | undefined>>
  readonly params: Readonly<Record<string, string>>
}

type Values = Readonly<Record<string, unknown>>
/** Why a value is not taken, what stands instead, and the value that does; `null` where it is taken. */
type Verdict = { readonly why: string; readonly stands: string; readonly instead?: string } | null
interface Rule {
  readonly name: string
  /** The screens whose address has it; every screen without. */
  readonly on?: readonly string[]
  readonly judge: (text: string, page: AddressPage, query: Values) => Verdict
}

const LISTS: Readonly<Record<string, (show: string) => boolean>> = {
  overview: (show) => listOf(show) !== null,
  project: (show) => groupWord(show) !== null,
  monitor: (show) => monitorGroup(show) !== null || monitorShown([], show) !== null,
  round: (show) => Object.hasOwn(ROUND_WORD, show),
  evaluation: (show) => outcomeWord(show) !== null,
  checks: (show) => markWord(show) !== null,
  department: (show) => factCheckWord(show) !== null,
  ledger: (show) => show === 'voided',
}
const SORTED = new Set(['overview', 'monitor'])
const ALL = '现列全部'

const RULES: Readonly<Record<string, Rule>> = {
  asOf: {
    name: '截至日',
    judge: (text, { year, standing }) => ofYear(text, year, `现为截至 ${fullDay(standing)}`, true),
  },
  vs: { name: '对比日', judge: (text, { year }) => ofYear(text, year, '没有作对比', false) },
  since: {
    name: '“自哪天以来”',
    judge: (text, { today }) => past(text, today, '从上次打开算起'),
  },
  knownOn: {
    name: '“按哪天所知”',
    judge: (text, { today }) => past(text, today, '现按目前所知'),
  },
  unit: {
    name: '金额单位',
    judge: (text) =>
      ['wan', 'yuan'].includes(text) ? null : { why: `${quoted(text)}不是万元或元`, stands: '现为万元' },
  },
  show: {
    name: '“只看”',
    judge: (text, { screen }) =>
      LISTS[screen]?.(text) ? null : { why: `${quoted(text)}不是本页的名单`, stands: ALL },
  },
  sort: {
    name: '排序',
    judge: (text, { screen }) =>
      SORTED.has(screen) && sortable(text)
        ? null
        : { why: `${quoted(text)}不是本页可以排序的列`, stands: '现按本页原有次序' },
  },
  project: {
    name: '项目',
    on: ['ledger'],
    judge: (text, { positions }) =>
      ['', '0', ...positions.map(String)].includes(text)
        ? null
        : { why: `${quoted(text)}不是本年绩效目标表中的序号`, stands: '现列全部项目' },
  },
  kind: {
    name: '类别',
    on: ['ledger'],
    judge: (text) =>
      text === '' || Object.hasOwn(ENTRY_WORD, text)
        ? null
        : { why: `${quoted(text)}不是台账的类别`, stands: '现列全部类别' },
  },
  behind: {
    name: '“计入哪项数”',
    on: ['ledger'],
    judge: (text, { positions }, query) => {
      if (text === '') return null
      if (text !== 'spending') return { why: `${quoted(text)}不是台账能列的数`, stands: ALL }
      const of = textOf(query.project)
      return positions.some((position) => String(position) === of)
        ? null
        : { why: '没有写明是哪个项目的累计支出', stands: ALL }
    },
  },
  entry: {
    name: '记录',
    on: ['ledger'],
    judge: (text, { entries }, query) => {
      if (entries === null || entries.has(text)) return null
      const known = parseDay(textOf(query.knownOn))
      const where = known ? `按 ${fullDay(known)}所知的台账` : '本台账'
      return { why: `${quoted(text)}不在${where}`, stands: ALL }
    },
  },
}

/** Judges an address whole: what it means nothing by is left out and said, of what it says twice the first counts. Unknown names mean nothing and are let be. */
export function strayAddress(query: Values, params: Values, page: AddressPage): Stray {
  const said: string[] = []
  const mended: Record<string, string | undefined> = {}
  for (const [key, { name, on, judge }] of Object.entries(RULES)) {
    if (query[key] === undefined || (on && !on.includes(page.screen))) continue
    const text = textOf(query[key])
    const verdict = judge(text, page, query)
    if (verdict) {
      mended[key] = verdict.instead
      said.push(`地址中的${name}${verdict.why}，没有采用，${verdict.stands}。`)
    } else if (Array.isArray(query[key])) {
      mended[key] = text
      if (new Set(query[key]).size > 1) said.push(`地址中的${name}不止一个，采用了第一个${quoted(text)}。`)
    }
  }
  const paper = page.screen === 'papers' && !PAPER_KINDS.some(({ id }) => id === params.kind)
  if (paper)
    said.push(
      `地址中的报表${quoted(textOf(params.kind))}不是年终报表之一，没有采用，现为${PAPER_KINDS[0].name}。`,
    )
  return { said: said.join(''), query: mended, params: paper ? { kind: PAPER_KINDS[0].id } : {} }
}

function textOf(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}

const LONGEST = 24

function quoted(text: string): string {
  const signs = [...text]
  return `“${signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : text}”`
}

function ofYear(text: string, year: number, stands: string, clamped: boolean): Verdict {
  const day = parseDay(text)
  if (day === null) return noDay(text, stands)
  return yearOf(day) === year
    ? null
    : {
        why: ` ${fullDay(day)}不在 ${year} 年内`,
        stands,
        ...(clamped ? { instead: clampToYear(year, day) } : {}),
      }
}

function past(text: string, today: Day, stands: string): Verdict {
  const day = parseDay(text)
  if (day === null) return noDay(text, stands)
  return day <= today ? null : { why: ` ${fullDay(day)}还没有到`, stands }
}

function noDay(text: string, stands: string): Verdict {
  return { why: `${quoted(text)}不是日历上的日期`, stands }
}
