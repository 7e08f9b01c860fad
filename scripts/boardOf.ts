import { decodeSample } from '@/documents/entries/sampleFile'
import { readLedgerFile, sameEntry } from '@/documents/exchange/ledgerFile'
import { decodePlan } from '@/documents/plan/planFile'
import { decodePlanIndex } from '@/documents/plan/planIndex'
import { demoPlan } from '@/domain/ledger/demo'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, allEntries, emptyLedger, type Ledger } from '@/domain/ledger/ledger'
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

/** Answers what `npm run board` was asked, or says in a sentence why it cannot. */
export function boardOf(
  asked: BoardQuestion,
  dataText: DataText,
): { readonly ok: true; readonly answer: BoardAnswer } | { readonly ok: false; readonly problem: string } {
  const wrongDay = [asked.asOf, asked.knownOn].find((text) => text !== undefined && parseDay(text) === null)
  if (wrongDay !== undefined)
    return { ok: false, problem: `“${wrongDay}”不是日期，请写成 2020-06-30 的样子。` }
  const { plan, problem, issues: planIssues } = openPlan(asked.plan, dataText)
  if (plan === null) return { ok: false, problem }
  const { ledger, early, issues } = openLedger(plan, asked, dataText)
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
  const waiting = early.filter(({ recordedAt }) => knownAt === null || recordedAt <= knownAt)
  return { ok: true, answer: { ...answer, aside: [...answer.aside, ...waiting.map(({ id }) => id)] } }
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

function openLedger(
  plan: Plan,
  { demo, files }: BoardQuestion,
  dataText: DataText,
): { ledger: Ledger; early: readonly Entry[]; issues: string[] } {
  const id = demo ? demoPlan(plan.id) : plan.id
  const issues: string[] = []
  let ledger = emptyLedger(id)
  if (demo) {
    const name = `${plan.id}.demo.json`
    const sample = decodeSample(dataText(name) ?? '')
    if (sample.issues.length > 0) issues.push(`${name}：演示数据读不懂，没有采用。`)
    ledger = addEntries(ledger, sample.entries).ledger
  }
  for (const file of files) {
    const read = entriesOf(file, id, ledger)
    if (read.ok) ledger = addEntries(ledger, read.entries).ledger
    else issues.push(`${file.name}：${read.problem}`)
  }
  const parted = partEarly(allEntries(ledger), now())
  return {
    ledger: addEntries(emptyLedger(id, frameOf(plan)), parted.due).ledger,
    early: parted.early,
    issues,
  }
}

function entriesOf(
  file: GivenFile,
  plan: string,
  ledger: Ledger,
):
  | { readonly ok: true; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly problem: string } {
  if ('unread' in file) return { ok: false, problem: file.unread }
  const reading = readLedgerFile(file.bytes, plan)
  if (!reading.ok) return { ok: false, problem: refusalLine(reading.refusal) }
  const held = new Map(allEntries(ledger).map((entry) => [entry.id, entry]))
  const differing = reading.entries.filter((entry) => {
    const other = held.get(entry.id)
    return other !== undefined && !sameEntry(entry, other)
  })
  if (differing.length === 0) return { ok: true, entries: reading.entries }
  return {
    ok: false,
    problem: `有 ${differing.length} 条记录与前面的文件编号相同而内容不同，整份未采用：${differing[0]?.id}。`,
  }
}
