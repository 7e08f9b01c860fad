import { encodeHandover } from '@/documents/exchange/handover'
import { readAnswer, readRefusal, TAKEN, type Me } from '@/documents/service/answers'
import type { Entry, Moment } from '@/domain/ledger/entry'
import type { Appended, StorageFailure } from '../ledgerStorage'
import { entryText } from '../records'
import type { Tabs } from '../tabs'
import type { KeptLedgers } from './keptLedgers'
import { readToEnd, type Pulled } from './ledgerReader'
import type { Line } from './line'
import { readTo, settlementOf, wantsRight, type QueuedStep } from './outbox'
import { groundOf, onlyNews } from './restored'
import { shownLedgers, type Showing } from './shownLedgers'
import { standing } from './standing'

interface Outside {
  readonly kept: KeptLedgers
  readonly line: Line
  readonly me: Me
  readonly now: () => Moment
  readonly later: (ms: number, act: () => void) => void
  readonly tabs: (hear: (plan: string | null) => void) => Tabs
  /** A step was refused for want of a right, or a ledger is not to be seen: what was granted may have changed. */
  readonly rightsDoubted: () => void
}

/** Keeps this browser and the service in step: sends what waits in order, one step at a time, and reads what others wrote. */
export type ServiceSync = ReturnType<typeof serviceSync>

export function serviceSync(outside: Outside) {
  const { kept, now, later } = outside
  const ledgers = shownLedgers(kept)
  const stands = standing(kept, now, later, () => void catchUp())
  const tabs = outside.tabs((plan) => {
    for (const own of plan === null ? ledgers.plans() : [plan]) ledgers.refresh(own)
    void stands.tell()
  })
  const { read, pull } = reading(outside, stands, changed)
  const send = sending(outside, stands, pull, changed)

  async function changed(plan: string): Promise<void> {
    ledgers.refresh(plan)
    tabs.tell({ plan, ids: [] })
    await stands.tell()
  }

  /** Reads every ledger that is shown, and sends what waits: after a silence, a return, a new sign-in. */
  async function catchUp(): Promise<void> {
    const outcomes = await Promise.all(ledgers.plans().map(pull))
    if (outcomes.length === 0) stands.is('well')
    if (outcomes.every((outcome) => outcome !== 'away' && outcome !== 'signed-out')) await send()
  }

  return {
    pull,
    send,
    catchUp,
    bring: (plan: string, entries: readonly Entry[]) => bring(outside, pull, plan, entries),
    tell: stands.tell,
    watch: stands.watch,
    showings: ledgers.all,
    /** Queues a step of this account; it is durable here when it resolves, and sent after that. */
    queue: async (plan: string, entries: readonly Entry[], showing: Showing | null): Promise<Appended> => {
      const at = now()
      const written = await kept.queue(plan, entries, at)
      if (written.kind === 'failed') return written
      if (written.value.kind === 'failed') return written.value
      kept.kept()
      const added = new Set(written.value.ids)
      const { awaits } = written.value
      if (showing?.shown && !awaits) {
        const fresh = entries
          .filter(({ id }) => added.has(id))
          .map((own) => [own.id, entryText(own)] as const)
        showing.shown = { ...showing.shown, waiting: new Map([...showing.shown.waiting, ...fresh]) }
      }
      later(0, () => void changed(plan).then(send))
      return { kind: 'saved', added: [...added], at, awaits }
    },
    /** Hears of the service that a ledger has moved. */
    heard: async (plan: string, head: number, epoch: string): Promise<void> => {
      const cursor = await kept.cursor(plan)
      const at = cursor.kind === 'done' ? cursor.value : null
      const known = at && at.epoch === epoch && at.position >= head
      if (!known && (read.has(plan) || ledgers.plans().includes(plan))) await pull(plan)
      else if (!stands.isWell()) stands.is('well')
      await send()
    },
    /** The session ended, as the stream tells. */
    signedOut: (): void => {
      stands.is('signed-out')
      void stands.tell()
    },
    /** Sends a refused step once more, as it was written; of one refused for news the news count as read, no more. */
    sendAgain: async (seq: number): Promise<void> => {
      const held = await kept.steps()
      const step = held.kind === 'done' ? held.value.find((own) => own.seq === seq) : undefined
      if (!step) return
      await kept.mark(seq, { refusal: null, aside: false, basedOn: readTo(step) })
      ledgers.plans().forEach(ledgers.refresh)
      await catchUp()
    },
    /** Notes that somebody has seen a refused step: it stays, and is no longer counted out. */
    putAside: async (seq: number): Promise<void> => {
      await kept.mark(seq, { aside: true })
      tabs.tell({ plan: '', ids: [] })
      await stands.tell()
    },
    /** Notes that somebody has seen that the service was restored from a backup. */
    restoreSeen: async (): Promise<void> => {
      await kept.restoreSeen()
      tabs.tell({ plan: '', ids: [] })
      await stands.tell()
    },
    close: () => tabs.close(),
  }
}

type Standing = ReturnType<typeof standing>
type Changed = (plan: string) => Promise<void>
type Pull = (plan: string) => Promise<Pulled>

/** Reads plans' ledgers to their ends; the readings of one plan follow each other. */
function reading({ kept, line, now, rightsDoubted }: Outside, stands: Standing, changed: Changed) {
  const pulls = new Map<string, Promise<Pulled>>()
  const read = new Set<string>()
  return {
    read,
    pull: (plan: string): Promise<Pulled> => {
      const before = pulls.get(plan) ?? Promise.resolve('read' as Pulled)
      const mine = before
        .then(() => readToEnd(kept, line, { plan, now }))
        .then(async (outcome) => {
          if (outcome === 'read') read.add(plan)
          if (outcome === 'unknown-plan') rightsDoubted()
          stands.is(outcome === 'away' || outcome === 'signed-out' ? outcome : 'well', outcome === 'read')
          await changed(plan)
          return outcome
        })
      pulls.set(plan, mine)
      return mine
    },
  }
}

/** Sends everything that waits, in order; a call while it runs makes it look once more. */
function sending({ kept, line, me, rightsDoubted }: Outside, stands: Standing, pull: Pull, changed: Changed) {
  let running: Promise<void> | null = null
  let again = false

  /** The position a step is based on, in the ledger as it was read last; of one queued anew after a restore it has to be found. */
  async function ground(step: QueuedStep, epoch: string): Promise<number> {
    if (!step.knew) return step.basedOn
    const held = await kept.since(step.plan, epoch, step.basedOn)
    const rows = held.kind === 'done' ? (held.value?.rows ?? []) : []
    return groundOf(step, rows, me.account.id)
  }

  /** Sends the first step that waits; returns whether there may be more to send. */
  async function sendFirst(): Promise<boolean> {
    const next = await kept.next()
    if (next.kind === 'failed' || next.value === null) return false
    const { step, cursor } = next.value
    const { plan, seq, records: entries } = step
    if (cursor === null) return (await pull(plan)) === 'read'
    const { epoch } = cursor
    const basedOn = await ground(step, epoch)
    const path = `plans/${encodeURIComponent(plan)}/entries`
    const settlement = settlementOf(await line('POST', path, { epoch, basedOn, entries }))
    if (settlement.kind === 'wait') {
      stands.is(settlement.because)
      return false
    }
    stands.is('well')
    if (settlement.kind === 'anew') return (await pull(plan)) === 'read'
    if (settlement.kind === 'refuse' && onlyNews(step, settlement.refusal) === null) {
      if ((await pull(plan)) !== 'read') return false
      if ((await ground(step, epoch)) > basedOn) return true
    }
    const noted =
      settlement.kind === 'refuse'
        ? await kept.refuse(seq, onlyNews(step, settlement.refusal) ?? settlement.refusal)
        : await kept.confirm(step, epoch, settlement.rows)
    if (noted.kind === 'failed') return false
    if (settlement.kind === 'refuse' && wantsRight(settlement.refusal)) rightsDoubted()
    await changed(plan)
    await pull(plan)
    return stands.isWell()
  }

  return (): Promise<void> => {
    again = true
    running ??= (async () => {
      while (again) {
        again = false
        while (await sendFirst());
      }
      running = null
      await stands.tell()
    })()
    return running
  }
}

/** Brings entries that others wrote, or this account before it was one, by the door for hand-overs; needs the line. */
async function bring(
  { kept, line, me, now }: Outside,
  pull: Pull,
  plan: string,
  entries: readonly Entry[],
): Promise<Appended> {
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

function failed(failure: StorageFailure): Appended {
  return { kind: 'failed', failure }
}
