import { encodeHandover } from '@/documents/exchange/handover'
import { PAGE, readAnswer, readError, readRefusal, TAKEN, type Me } from '@/documents/service/answers'
import type { Entry, Moment } from '@/domain/ledger/entry'
import type { Appended, LedgerListener, StorageFailure } from '../ledgerStorage'
import { entryText } from '../records'
import type { Tabs } from '../tabs'
import type { KeptLedgers } from './keptLedgers'
import type { Line } from './line'
import { changeTo, counts, nextToSend, settlementOf, type QueuedStep, type Shown } from './outbox'

/** How this browser stands to the service: everything is there, something is being sent, the line is away, or one has to sign in again. */
export interface SyncState {
  readonly state: 'synced' | 'sending' | 'away' | 'signed-out'
  /** The ids of what waits to be sent. */
  readonly waiting: ReadonlySet<string>
  /** Steps that the service refused, in the order in which they were written. */
  readonly refused: readonly QueuedStep[]
  /** When everything was last known to be in the service. */
  readonly syncedAt: Moment | null
}

/** Who shows a plan's ledger, and what he has been given; `shown` is `null` until it was loaded. */
export interface Showing {
  readonly plan: string
  readonly listener: LedgerListener
  shown: Shown | null
  last: Promise<void>
}

interface Outside {
  readonly kept: KeptLedgers
  readonly line: Line
  readonly me: Me
  readonly now: () => Moment
  readonly later: (ms: number, act: () => void) => void
  readonly tabs: (hear: (plan: string | null) => void) => Tabs
}

/** What came of reading a ledger to its end. */
type Pulled = 'read' | 'away' | 'signed-out' | 'unknown-plan'

const RETRY = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000]
const MOST_READ = 2_000

/** Keeps this browser and the service in step: sends what waits in order, one step at a time, and reads what others wrote. */
export type ServiceSync = ReturnType<typeof serviceSync>

export function serviceSync({ kept, line, me, now, later, tabs: openTabs }: Outside) {
  const showings = new Set<Showing>()
  const watchers = new Set<(state: SyncState) => void>()
  const pulls = new Map<string, Promise<Pulled>>()
  const read = new Set<string>()
  let reach: 'well' | 'away' | 'signed-out' = 'well'
  let syncedAt: Moment | null = null
  let tries = 0
  let sending: Promise<void> | null = null
  let again = false
  let retrying = false
  const tabs = openTabs((plan) => {
    for (const own of plan === null ? plansShown() : [plan]) refresh(own)
    void tell()
  })

  function plansShown(): string[] {
    return [...new Set([...showings].map(({ plan }) => plan))]
  }

  function stands(outcome: typeof reach): void {
    if (outcome !== 'away') tries = 0
    reach = outcome
    if (outcome === 'away') retry()
  }

  function retry(): void {
    if (retrying) return
    retrying = true
    later(RETRY[Math.min(tries, RETRY.length - 1)] ?? 0, () => {
      retrying = false
      tries += 1
      if (reach === 'away') void catchUp()
    })
  }

  async function tell(): Promise<void> {
    const held = await kept.steps()
    if (held.kind === 'failed') return
    const waiting = held.value.filter(counts)
    if (waiting.length === 0 && reach === 'well' && read.size > 0) syncedAt = now()
    const state: SyncState = {
      state: reach === 'well' ? (waiting.length > 0 ? 'sending' : 'synced') : reach,
      waiting: new Set(waiting.flatMap(({ records }) => records.map(({ id }) => id))),
      refused: held.value.filter((step) => !counts(step)),
      syncedAt,
    }
    watchers.forEach((told) => told(state))
  }

  async function show(showing: Showing): Promise<void> {
    if (showing.shown === null) return
    const { epoch, position } = showing.shown
    const held = await kept.since(showing.plan, epoch, position)
    if (held.kind === 'failed') return showing.listener.lost(held.failure)
    if (held.value === null || !showings.has(showing)) return
    const { gone, standing, unread, shown } = changeTo(showing.shown, held.value)
    showing.shown = shown
    const news = {
      entries: standing,
      damaged: unread.map((record) => ({ id: record.id, record, issues: [] })),
    }
    if (gone.length > 0) showing.listener.revised(gone, news)
    else if (standing.length + unread.length > 0) showing.listener.arrived(news)
  }

  function refresh(plan: string): void {
    for (const showing of showings)
      if (showing.plan === plan) showing.last = showing.last.then(() => show(showing))
  }

  async function changed(plan: string): Promise<void> {
    refresh(plan)
    tabs.tell({ plan, ids: [] })
    await tell()
  }

  async function readOn(plan: string): Promise<Pulled> {
    for (;;) {
      const at = await kept.cursor(plan)
      if (at.kind === 'failed') return 'away'
      const after = at.value?.position ?? 0
      const epoch = at.value ? `&epoch=${encodeURIComponent(at.value.epoch)}` : ''
      const path = `plans/${encodeURIComponent(plan)}/entries?after=${after}&limit=${MOST_READ}${epoch}`
      const answer = await line('GET', path)
      if (answer.kind === 'away' || answer.kind === 'signed-out') return answer.kind
      if (answer.kind === 'no') {
        const other = readError(answer.json)?.epoch
        if (answer.error !== 'epoch' || typeof other !== 'string') return 'unknown-plan'
        await kept.restart(plan, other, me.account.id, now())
        await changed(plan)
        continue
      }
      const page = readAnswer(PAGE, answer.json)
      if (!page) return 'away'
      const taken = await kept.take(page, after)
      if (taken.kind === 'failed') return 'away'
      if (!page.more) return 'read'
    }
  }

  /** Reads a plan's ledger to its end; readings of one plan follow each other. */
  function pull(plan: string): Promise<Pulled> {
    const before = pulls.get(plan) ?? Promise.resolve('read' as Pulled)
    const mine = before
      .then(() => readOn(plan))
      .then(async (outcome) => {
        if (outcome === 'read') read.add(plan)
        stands(outcome === 'away' || outcome === 'signed-out' ? outcome : 'well')
        await changed(plan)
        return outcome
      })
    pulls.set(plan, mine)
    return mine
  }

  /** Sends the first step that waits; returns whether there may be more to send. */
  async function sendFirst(): Promise<boolean> {
    const held = await kept.steps()
    const step = held.kind === 'done' ? nextToSend(held.value) : null
    if (!step) return false
    const { plan, seq, basedOn, records: entries } = step
    const cursor = await kept.cursor(plan)
    if (cursor.kind === 'failed') return false
    if (cursor.value === null) return (await pull(plan)) === 'read'
    const { epoch } = cursor.value
    const path = `plans/${encodeURIComponent(plan)}/entries`
    const settlement = settlementOf(await line('POST', path, { epoch, basedOn, entries }))
    if (settlement.kind === 'wait') {
      stands(settlement.because)
      return false
    }
    stands('well')
    if (settlement.kind === 'anew') return (await pull(plan)) === 'read'
    const noted =
      settlement.kind === 'refuse'
        ? await kept.mark(seq, { refusal: settlement.refusal })
        : await kept.confirm(step, epoch, settlement.rows)
    if (noted.kind === 'failed') return false
    await changed(plan)
    await pull(plan)
    return reach === 'well'
  }

  /** Sends everything that waits, in order; a call while it runs makes it look once more. */
  function send(): Promise<void> {
    again = true
    sending ??= (async () => {
      while (again) {
        again = false
        while (await sendFirst());
      }
      sending = null
      await tell()
    })()
    return sending
  }

  /** Reads every ledger that is shown, and sends what waits: after a silence, a return, a new sign-in. */
  async function catchUp(): Promise<void> {
    const outcomes = await Promise.all(plansShown().map(pull))
    if (outcomes.length === 0) stands('well')
    if (outcomes.every((outcome) => outcome !== 'away' && outcome !== 'signed-out')) await send()
  }

  async function bring(plan: string, entries: readonly Entry[]): Promise<Appended> {
    if ((await pull(plan)) !== 'read') return failed({ kind: 'service', because: 'away' })
    const cursor = await kept.cursor(plan)
    if (cursor.kind === 'failed') return cursor
    const head = { plan, department: '', year: 0, project: null, author: me.account.name, writtenAt: now() }
    const answer = await line('POST', `plans/${encodeURIComponent(plan)}/handover`, {
      epoch: cursor.value?.epoch ?? '',
      file: encodeHandover(head, entries),
    })
    if (answer.kind === 'away' || answer.kind === 'signed-out')
      return failed({ kind: 'service', because: answer.kind })
    if (answer.kind === 'no') return failed({ kind: 'service', because: readRefusal(answer.json) })
    await pull(plan)
    const rows = readAnswer(TAKEN, answer.json)?.entries ?? []
    return { kind: 'saved', added: rows.map(({ id }) => id), at: now() }
  }

  return {
    pull,
    send,
    catchUp,
    bring,
    tell,
    /** Queues a step of this account; it is durable here when it resolves, and sent after that. */
    queue: async (plan: string, entries: readonly Entry[], showing: Showing | null): Promise<Appended> => {
      const at = now()
      const written = await kept.queue(plan, entries, at)
      if (written.kind === 'failed') return written
      if (written.value.kind === 'failed') return written.value
      kept.kept()
      const added = new Set(written.value.ids)
      if (showing?.shown) {
        const fresh = entries
          .filter(({ id }) => added.has(id))
          .map((entry) => [entry.id, entryText(entry)] as const)
        showing.shown = { ...showing.shown, waiting: new Map([...showing.shown.waiting, ...fresh]) }
      }
      later(0, () => void changed(plan).then(send))
      return { kind: 'saved', added: [...added], at }
    },
    /** Hears of the service that a ledger has moved. */
    heard: async (plan: string, head: number, epoch: string): Promise<void> => {
      const cursor = await kept.cursor(plan)
      const at = cursor.kind === 'done' ? cursor.value : null
      const known = at && at.epoch === epoch && at.position >= head
      if (!known && (read.has(plan) || plansShown().includes(plan))) await pull(plan)
      else if (reach !== 'well') stands('well')
      await send()
    },
    /** The line broke, or the session ended, as the stream tells. */
    broke: (how: 'away' | 'signed-out'): void => {
      stands(how)
      void tell()
    },
    showings,
    watch: (told: (state: SyncState) => void): (() => void) => {
      watchers.add(told)
      void tell()
      return () => void watchers.delete(told)
    },
    /** Sends a refused step once more, as it was written. */
    sendAgain: async (seq: number): Promise<void> => {
      await kept.mark(seq, { refusal: null, aside: false })
      await catchUp()
      plansShown().forEach(refresh)
    },
    /** Notes that somebody has seen a refused step: it stays, and is no longer counted out. */
    putAside: async (seq: number): Promise<void> => {
      await kept.mark(seq, { aside: true })
      tabs.tell({ plan: '', ids: [] })
      await tell()
    },
    close: () => tabs.close(),
  }
}

function failed(failure: StorageFailure): Appended {
  return { kind: 'failed', failure }
}
