import { countingAmong, countingSlice } from '../ledger/aside'
import { writeEntries } from '../ledger/draft'
import type { Entry } from '../ledger/entry'
import { fittingSlice } from '../ledger/fitting'
import { departmentKey, voidedIds, type Ledger } from '../ledger/ledger'
import { NOTHING, sumMoney, type Money } from '../number/money'
import type { Project } from '../plan/plan'
import { projectMoney } from '../status/projectStatus'
import type { SpendingLine } from '../status/spending'
import { managerOf } from '../work/manager'
import { lastDayOfYear, yearOf, type Day } from '../time/day'
import { paymentDraft } from './paymentDraft'

/** A line as it would be taken. */
export interface TakenLine {
  readonly project: string
  readonly day: Day
  readonly amount: Money
  readonly voucher: string
  readonly memo: string
}

/** How much of a stated total its payments explain, with the lines taken; `surplus` where they come to more than it. */
export interface Explained {
  readonly day: Day
  readonly stated: Money
  readonly before: Money
  readonly after: Money
  readonly surplus: boolean
}

/** What the taken lines do to one project at the year's end: its total before and after, its budget, and the stated totals they explain (domain.md §6). */
export interface ListEffect {
  readonly project: Project
  readonly count: number
  readonly before: Money | null
  readonly after: Money
  readonly budget: Money
  readonly over: boolean
  /** The first day whose total falls below 0 with the lines, `null` where none does that did not before. */
  readonly negative: Day | null
  readonly explained: readonly Explained[]
}

/** The effect of taken lines on the projects they name, folded as it will be once they are entered: what lies under a stated total adds nothing. */
export function listEffects(
  projects: readonly Project[],
  ledger: Ledger,
  taken: readonly TakenLine[],
  recordedAt: string,
): ListEffect[] {
  const byProject = new Map<string, TakenLine[]>()
  for (const line of taken) {
    const own = byProject.get(line.project)
    if (own) own.push(line)
    else byProject.set(line.project, [line])
  }
  return projects.flatMap((project) => {
    const lines = byProject.get(project.id)
    return lines ? [effectOn(project, ledger, lines, recordedAt)] : []
  })
}

function effectOn(
  project: Project,
  ledger: Ledger,
  lines: readonly TakenLine[],
  recordedAt: string,
): ListEffect {
  const held = fittingSlice(ledger, project.id)
  let serial = 0
  const fresh = writeEntries(
    lines.flatMap((line) => paymentDraft({ ...line, project }) ?? []),
    {
      plan: ledger.plan,
      author: managerOf(project.id, held) ?? '',
      role: null,
      account: null,
      recordedAt,
      nextId: () => `taken-${(serial += 1)}`,
    },
  )
  const year = yearOf(lines[0]?.day ?? ('1970-01-01' as Day))
  const standpoint = { asOf: lastDayOfYear(year), knownAt: null }
  const before = projectMoney(project, countingSlice(ledger, project.id), standpoint)
  const joined = countingAmong(
    project.id,
    [...held, ...fresh],
    fittingSlice(ledger, departmentKey(project.id)),
  )
  const after = projectMoney(project, joined, standpoint)
  const total = after.spent ?? NOTHING
  return {
    project,
    count: lines.length,
    before: before.spent,
    after: total,
    budget: after.budget,
    over: total.gt(after.budget),
    negative: before.folded.lines.some(belowZero)
      ? null
      : (after.folded.lines.find(belowZero)?.entry.effectiveOn ?? null),
    explained: explainedBy(countingSlice(ledger, project.id), lines),
  }
}

const belowZero = ({ total }: SpendingLine) => total.lt(0)

/** Every stated total of a project, in the order of its days, with what its payments come to before and with the lines. */
function explainedBy(slice: readonly Entry[], lines: readonly TakenLine[]): Explained[] {
  const voided = voidedIds(slice, null)
  const standing = slice.filter(({ id }) => !voided.has(id))
  const statements = new Map<Day, Money>()
  for (const entry of standing) {
    if (entry.kind === 'spending-total') statements.set(entry.effectiveOn, entry.amount)
    if (entry.kind === 'payment' && entry.stated) statements.set(entry.effectiveOn, entry.stated)
  }
  const payments = standing.flatMap((entry) => (entry.kind === 'payment' ? entry : []))
  return [...statements]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([day, stated]) => {
      const under = lines.filter((line) => line.day <= day)
      if (under.length === 0) return []
      const before = sumMoney(
        payments.filter(({ effectiveOn }) => effectiveOn <= day).map(({ amount }) => amount),
      )
      const after = sumMoney([before, ...under.map(({ amount }) => amount)])
      return [{ day, stated, before, after, surplus: after.gt(stated) }]
    })
}
