import type { Entry, Moment } from '@/domain/ledger/entry'
import { framed } from '@/domain/ledger/fitting'
import { addEntries, sliceKey, type Ledger } from '@/domain/ledger/ledger'
import { isDecisive, standsAlone, watchedBy } from '@/domain/ledger/ruling'
import type { Clock } from '../clock'
import type { Database, Tx } from '../database/database'
import { isAway } from '../database/retry'
import { bringsAll, judgeSending, judgeStep, slicesAbout, slicesOf } from './judge'
import { inOrder, outOfOrder, seenBy } from './order'
import type { Step, StepOutcome, StepRefusal, StoredRow } from './outcome'
import type { HeldPlan, PlanShelf } from './plans'
import type { SliceReader } from './slices'
import { canonicalText, digestOf } from './stored'

/** How many entries one transaction takes at most; what waits beyond them is the next one's. */
const MOST = 1_000
/** How much of the news is told with a refusal. */
const NEWS = 50

interface Waiting {
  readonly step: Step
  readonly resolve: (outcome: StepOutcome) => void
  readonly reject: (error: unknown) => void
}

/** A row that this transaction will write. */
interface Fresh extends StoredRow {
  readonly slice: string
  readonly kind: string
  readonly digest: string
}

interface Round {
  readonly tx: Tx
  readonly plan: string
  readonly epoch: string
  readonly held: HeldPlan
  readonly now: Moment
  /** The rows of the steps' entries that are there, those of this round among them. */
  readonly here: Map<string, StoredRow & { readonly digest: string }>
  readonly elsewhere: ReadonlySet<string>
  readonly fresh: Fresh[]
  readonly slices: SliceReader
  /** Entries of the round's earlier steps, for the judgement of the later ones. */
  readonly pending: Entry[]
  readonly last: number
}

/**
 * Appends steps to ledgers. What waits for a plan is taken by one transaction that holds the plan's head: positions are its next numbers, so they have no gaps and rise in the
 * order of commits. A step is judged inside, on what is then there (domain.md §6, §9), and taken whole or not at all.
 */
export function appender(
  db: Database,
  plans: PlanShelf,
  slices: SliceReader,
  clock: Clock,
  told: (plan: string, head: number, epoch: string) => void,
) {
  const queues = new Map<string, Waiting[]>()
  const running = new Set<string>()

  async function run(plan: string): Promise<void> {
    running.add(plan)
    for (let batch = take(plan); batch.length > 0; batch = take(plan)) await settle(plan, batch)
    running.delete(plan)
  }

  function take(plan: string): Waiting[] {
    const queue = queues.get(plan) ?? []
    let [count, entries] = [0, 0]
    while (count < queue.length && (count === 0 || entries < MOST)) {
      entries += queue[count]?.step.entries.length ?? 0
      count += 1
    }
    return queue.splice(0, count)
  }

  async function settle(plan: string, batch: readonly Waiting[]): Promise<void> {
    try {
      const steps = batch.map(({ step }) => step)
      const outcomes = await db.transaction((tx) => appendAll(tx, plan, steps, plans, slices, clock.now()))
      const last = outcomes.at(-1)
      if (last && outcomes.some((outcome) => outcome.ok && outcome.added > 0)) {
        const epoch = outcomes.find((outcome) => outcome.ok)?.epoch ?? ''
        told(plan, last.head, epoch)
      }
      outcomes.forEach((outcome, index) => batch[index]?.resolve(outcome))
    } catch (error) {
      if (batch.length === 1 || isAway(error)) for (const { reject } of batch) reject(error)
      else for (const one of batch) await settle(plan, [one])
    }
  }

  return {
    /** Appends a step, or says why not; rejects only when the database cannot be reached. */
    append(plan: string, step: Step): Promise<StepOutcome> {
      return new Promise((resolve, reject) => {
        const queue = queues.get(plan) ?? []
        queue.push({ step, resolve, reject })
        queues.set(plan, queue)
        if (!running.has(plan)) void run(plan)
      })
    },
    /** How many steps wait now. */
    waiting: () => [...queues.values()].reduce((sum, queue) => sum + queue.length, 0),
  }
}

/** Appends steps to ledgers. */
export type Appender = ReturnType<typeof appender>

async function appendAll(
  tx: Tx,
  plan: string,
  steps: readonly Step[],
  plans: PlanShelf,
  slices: SliceReader,
  now: Moment,
): Promise<StepOutcome[]> {
  const head = await tx
    .selectFrom('ledger_head')
    .select(['last', 'epoch'])
    .where('plan', '=', plan)
    .forUpdate()
    .executeTakeFirst()
  const held = head && (await plans.held(tx, plan))
  if (!head || !held) return steps.map(() => refused(0, { kind: 'unknown-plan' }))
  const round: Round = {
    tx,
    plan,
    epoch: head.epoch,
    held,
    now,
    ...(await knownOf(tx, plan, steps)),
    fresh: [],
    slices,
    pending: [],
    last: head.last,
  }
  const outcomes: StepOutcome[] = []
  for (const step of steps) outcomes.push(await appendOne(round, step))
  await write(round)
  return outcomes
}

async function knownOf(tx: Tx, plan: string, steps: readonly Step[]) {
  const ids = [...new Set(steps.flatMap(({ entries }) => entries.map(({ id }) => id)))]
  const here = new Map<string, StoredRow & { digest: string }>()
  if (ids.length === 0) return { here, elsewhere: new Set<string>() }
  const places = await tx.selectFrom('entry_id').selectAll().where('id', 'in', ids).execute()
  const own = places.flatMap((place) => (place.plan === plan ? place.id : []))
  const rows =
    own.length === 0
      ? []
      : await tx
          .selectFrom('entry')
          .select(['position', 'id', 'received_at', 'via', 'account', 'body', 'digest'])
          .where('plan', '=', plan)
          .where('id', 'in', own)
          .execute()
  for (const { received_at: receivedAt, ...row } of rows) here.set(row.id, { ...row, receivedAt })
  return { here, elsewhere: new Set(places.flatMap((place) => (place.plan === plan ? [] : place.id))) }
}

function refused(head: number, refusal: StepRefusal): StepOutcome {
  return { ok: false, head, refusal }
}

async function appendOne(round: Round, step: Step): Promise<StepOutcome> {
  const { held, now, last, fresh, here } = round
  const head = () => last + fresh.length
  if (step.epoch !== round.epoch) return refused(head(), { kind: 'epoch', epoch: round.epoch })
  const sending = judgeSending(step, held, now)
  if (sending) return refused(head(), sending)
  const sent = step.entries.map((entry) => {
    const text = canonicalText(entry)
    return { entry, text, digest: digestOf(text) }
  })
  const differing = sent.filter(({ entry, digest }) => {
    const own = here.get(entry.id)
    return own ? own.digest !== digest && digestOf(own.body) !== digest : round.elsewhere.has(entry.id)
  })
  if (differing.length > 0)
    return refused(head(), { kind: 'differing', ids: differing.map(({ entry }) => entry.id) })
  const news = sent.filter(({ entry }) => !here.has(entry.id))
  const entries = news.map(({ entry }) => entry)
  const written =
    entries.length === 0 || bringsAll(step)
      ? { ok: true as const, entries }
      : await judged(round, step, entries)
  if (!written.ok) return refused(head(), written.refusal)
  written.entries.forEach((entry, index) => {
    const { subject, kind, id } = entry
    const said = news[index]
    const row: Fresh = {
      position: head() + 1,
      id,
      slice: sliceKey(subject),
      kind,
      body: said?.entry === entry ? said.text : canonicalText(entry),
      digest: said?.digest ?? '',
      account: step.sender.id,
      receivedAt: now,
      via: step.via,
    }
    fresh.push(row)
    here.set(id, row)
  })
  round.pending.push(...written.entries)
  return {
    ok: true,
    head: head(),
    epoch: round.epoch,
    added: entries.length,
    known: step.entries.length - entries.length,
    rows: step.entries.flatMap(({ id }) => here.get(id) ?? []),
  }
}

async function judged(round: Round, step: Step, entries: readonly Entry[]) {
  const moved = await movedSince(round, step, entries)
  if (moved) return { ok: false as const, refusal: moved }
  const { tx, plan, epoch, held, now, last } = round
  const there = await round.slices.read(tx, { plan, last, epoch }, slicesOf(entries, held))
  const ledger: Ledger = framed(beside(there, round, entries), held.plan)
  if (step.via !== 'own' || !outOfOrder(entries, ledger, now))
    return judgeStep({ sender: step.sender, entries }, ledger, held, now)
  const seen = await seenBy(tx, plan, step.basedOn, slicesAbout(entries))
  const ordered = inOrder(entries, { ledger, seen, now })
  return judgeStep({ sender: step.sender, entries: ordered }, ledger, held, now)
}

/** What a step is judged on: what is there with what this round took before it, which figures alone do not need, so that fifty of them are judged on one ledger. */
function beside(there: Ledger, { pending, now }: Round, entries: readonly Entry[]): Ledger {
  const alone =
    [...pending, ...entries].every(standsAlone) && entries.every(({ recordedAt }) => recordedAt <= now)
  return alone ? there : addEntries(there, pending).ledger
}

/** What others wrote in the slices a decisive act decides on, since its author read them; a position that is not there yet was read by nobody. */
async function movedSince(
  { tx, plan, fresh, last }: Round,
  { basedOn, sender, via }: Step,
  entries: readonly Entry[],
): Promise<StepRefusal | null> {
  const decisive = via === 'own' ? entries.filter(({ kind }) => isDecisive(kind)) : []
  if (decisive.length === 0) return null
  const head = last + fresh.length
  if (basedOn > head)
    return {
      kind: 'moved',
      index: entries.findIndex((entry) => entry === decisive[0]),
      since: head,
      news: [],
    }
  const watched = decisive.map(watchedBy)
  const keys = watched.includes(null) ? null : [...new Set(watched.flatMap((own) => own ?? []))]
  const stored = await tx
    .selectFrom('entry')
    .select(['position', 'id', 'slice', 'received_at', 'via', 'account', 'body'])
    .where('plan', '=', plan)
    .where('position', '>', basedOn)
    .where('account', '<>', sender.id)
    .$if(keys !== null, (query) => query.where('slice', 'in', keys ?? []))
    .orderBy('position')
    .limit(NEWS)
    .execute()
  const news = [
    ...stored.map(({ received_at: receivedAt, ...row }) => ({ ...row, receivedAt })),
    ...fresh.filter(({ account, slice }) => account !== sender.id && (keys === null || keys.includes(slice))),
  ]
  if (news.length === 0) return null
  const at = decisive.find((_, index) => news.some(({ slice }) => watched[index]?.includes(slice) ?? true))
  return {
    kind: 'moved',
    index: Math.max(
      0,
      entries.findIndex((entry) => entry === at),
    ),
    since: basedOn,
    news: news.slice(0, NEWS),
  }
}

async function write({ tx, plan, fresh, last }: Round): Promise<void> {
  if (fresh.length === 0) return
  await tx
    .insertInto('entry_id')
    .values(fresh.map(({ id }) => ({ id, plan })))
    .execute()
  await tx
    .insertInto('entry')
    .values(fresh.map(({ receivedAt, ...row }) => ({ ...row, plan, received_at: receivedAt })) as never)
    .execute()
  await tx
    .updateTable('ledger_head')
    .set({ last: last + fresh.length })
    .where('plan', '=', plan)
    .execute()
}
