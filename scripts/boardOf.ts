import { decodeSample } from '@/documents/entries/sampleFile'
import { readLedgerFile, sameEntry } from '@/documents/exchange/ledgerFile'
import { decodePlan } from '@/documents/plan/planFile'
import { decodePlanIndex } from '@/documents/plan/planIndex'
import { demoPlan } from '@/domain/ledger/demo'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, type Ledger } from '@/domain/ledger/ledger'
import { partEarly } from '@/domain/ledger/recording'
import { frameOf } from '@/domain/plan/frame'
import type { Plan } from '@/domain/plan/plan'
import { HEBEI } from '@/domain/plan/preset'
import { clampToYear, defaultAsOf } from '@/domain/time/asOf'
import { parseDay, type Day } from '@/domain/time/day'
import { boardAnswer, type BoardAnswer } from '@/format/boardAnswer'
import { refusalLine } from '@/format/fileRefusalText'
import { planIssueText } from '@/format/published/planIssueText'
import { now, today } from '@/storage/clock'

/** A file as the command was given it: its bytes, or the sentence why there are none. */
export type GivenFile = { readonly name: string } & (
  { readonly bytes: Uint8Array } | { readonly unread: string }
)

/** What is asked of the board. */
export interface BoardQuestion {
  readonly plan: string | undefined
  readonly asOf: string | undefined
  readonly knownOn: string | undefined
  readonly demo: boolean
  readonly files: readonly GivenFile[]
}

/** Reads a text beside index.json; `null` where there is no such file. */
export type DataText = (name: string) => string | null

/** Answers what `npm run board` was asked (`unread`: something of it could not be read, or stands twice unlike), or says in a sentence why it cannot. */
export function boardOf(
  asked: BoardQuestion,
  dataText: DataText,
):
  | { readonly ok: true; readonly answer: BoardAnswer; readonly unread: boolean }
  | { readonly ok: false; readonly problem: string } {
  const wrongDay = [asked.asOf, asked.knownOn].find((text) => text !== undefined && parseDay(text) === null)
  if (wrongDay !== undefined)
    return { ok: false, problem: `“${wrongDay}”不是日期，请写成 2020-06-30 的样子。` }
  const { plan, problem, issues: planIssues } = openPlan(asked.plan, dataText)
  if (plan === null) return { ok: false, problem }
  const { ledger, waiting, issues } = openLedger(plan, asked, dataText)
  const asOf = asked.asOf as Day | undefined
  const knownOn = (asked.knownOn as Day | undefined) ?? null
  const standpoint = {
    asOf: asOf === undefined ? defaultAsOf(plan.year, today()) : clampToYear(plan.year, asOf),
    knownAt: knownOn === null ? null : endOfDayInChina(knownOn),
  }
  const answer = boardAnswer(plan, ledger, standpoint, HEBEI, {
    knownOn,
    issues: [...planIssues, ...issues],
  })
  const { knownAt } = standpoint
  const known = waiting.filter(({ recordedAt }) => knownAt === null || recordedAt <= knownAt)
  const aside = [...new Set([...answer.aside, ...known.map(({ id }) => id)])].sort()
  return { ok: true, answer: { ...answer, aside }, unread: planIssues.length + issues.length > 0 }
}

/** The last moment of a day at +08:00, whatever zone the machine is in. */
function endOfDayInChina(day: Day): string {
  return `${day}T15:59:59.999Z`
}

function openPlan(
  wanted: string | undefined,
  dataText: DataText,
): { plan: Plan | null; problem: string; issues: readonly string[] } {
  const missing = (problem: string) => ({ plan: null, problem, issues: [] })
  const index = dataText('index.json')
  if (index === null) return missing('public/data/index.json 打不开。')
  const { plans, issues } = decodePlanIndex(index)
  const known = plans.map(({ id }) => id).join('、')
  const entry = wanted === undefined ? plans[0] : plans.find(({ id }) => id === wanted)
  if (!entry) {
    const unread = issues.map((issue) => sentence(planIssueText(issue, 'index.json')))
    return missing(
      unread[0] ??
        (wanted === undefined ? 'index.json 中没有计划。' : `没有编号为 ${wanted} 的计划；现有：${known}。`),
    )
  }
  const text = dataText(entry.file)
  if (text === null) return missing(`计划文件打不开：public/data/${entry.file}。`)
  const decoded = decodePlan(text, entry.file)
  const told = decoded.issues
    .filter(({ severity }) => severity !== 'note')
    .map((issue) => sentence(planIssueText(issue, entry.file)))
  return { plan: decoded.plan, problem: told.join('\n'), issues: told }
}

function sentence({ where, what, mend }: ReturnType<typeof planIssueText>): string {
  return `${where}：${what}。${mend}`
}

/** What a file holds, by the name it was given under. */
interface Source {
  readonly name: string
  readonly entries: readonly Entry[]
}

function openLedger(
  plan: Plan,
  { demo, files }: BoardQuestion,
  dataText: DataText,
): { ledger: Ledger; waiting: readonly Entry[]; issues: string[] } {
  const id = demo ? demoPlan(plan.id) : plan.id
  const issues: string[] = []
  const sources: Source[] = []
  if (demo) {
    const name = `${plan.id}.demo.json`
    const sample = decodeSample(dataText(name) ?? '')
    if (sample.issues.length > 0) issues.push(`${name}：演示数据读不懂，没有采用。`)
    sources.push({ name, entries: sample.entries })
  }
  for (const file of files) {
    const read = entriesOf(file, id)
    if (read.ok) sources.push({ name: file.name, entries: read.entries })
    else issues.push(`${file.name}：${read.problem}`)
  }
  const { agreed, contested } = united(sources, id)
  const { due, early } = partEarly(agreed, now())
  return {
    ledger: addEntries(emptyLedger(id, frameOf(plan)), due).ledger,
    waiting: [...early, ...contested.flatMap(({ entries }) => entries)],
    issues: [...issues, ...contestedText(contested)],
  }
}

function entriesOf(
  file: GivenFile,
  plan: string,
):
  | { readonly ok: true; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly problem: string } {
  if ('unread' in file) return { ok: false, problem: file.unread }
  const reading = readLedgerFile(file.bytes, plan)
  return reading.ok ? reading : { ok: false, problem: refusalLine(reading.refusal) }
}

/** Entries of one id that do not say the same, and the files they stand in. */
interface Contested {
  readonly entries: readonly Entry[]
  readonly names: readonly string[]
}

/** The union of files (domain.md §6): what several hold alike once; of an id under which they say different things none counts, whatever file came first. */
function united(
  sources: readonly Source[],
  plan: string,
): { readonly agreed: readonly Entry[]; readonly contested: readonly Contested[] } {
  const found = new Map<string, { entry: Entry; name: string }[]>()
  for (const { name, entries } of sources)
    for (const entry of entries) {
      if (entry.plan !== plan) continue
      const same = found.get(entry.id)
      if (same) same.push({ entry, name })
      else found.set(entry.id, [{ entry, name }])
    }
  const agreed: Entry[] = []
  const contested: Contested[] = []
  for (const held of found.values()) {
    const [first, ...others] = held.map(({ entry }) => entry)
    if (!first) continue
    if (others.every((other) => sameEntry(first, other))) agreed.push(first)
    else
      contested.push({
        entries: [first, ...others],
        names: [...new Set(held.map(({ name }) => name))].sort(),
      })
  }
  return { agreed, contested }
}

/** A sentence for each set of files, however they were given. */
function contestedText(contested: readonly Contested[]): string[] {
  const groups = new Map<string, string[]>()
  for (const { entries, names } of contested) {
    const key = names.join('、')
    groups.set(key, [...(groups.get(key) ?? []), entries[0]?.id ?? ''])
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([names, ids]) =>
        `${names}：有 ${ids.length} 条记录编号相同而内容不同，都没有计入，请与填报人核对：${ids.sort().join('、')}。`,
    )
}
