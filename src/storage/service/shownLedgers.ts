import type { LedgerListener } from '../ledgerStorage'
import { readRecords } from '../records'
import type { KeptLedgers } from './keptLedgers'
import { awaitingIn, changeTo, lateIn, placesOf, type Shown } from './outbox'

/** Who shows a plan's ledger, and what he has been given; `shown` is `null` until it was loaded. */
export interface Showing {
  readonly plan: string
  readonly listener: LedgerListener
  shown: Shown | null
  last: Promise<void>
}

/** The ledgers that are shown on this page, each told of what it does not have yet; the tellings of one follow each other. */
export function shownLedgers(kept: KeptLedgers) {
  const all = new Set<Showing>()

  async function show(showing: Showing): Promise<void> {
    if (showing.shown === null) return
    const { epoch, position } = showing.shown
    const held = await kept.since(showing.plan, epoch, position)
    if (held.kind === 'failed') return showing.listener.lost(held.failure)
    if (held.value === null || !all.has(showing)) return
    const { gone, standing, unread, shown } = changeTo(showing.shown, held.value)
    showing.shown = shown
    showing.listener.placed(placesOf(held.value.rows), epoch !== shown.epoch)
    showing.listener.awaits(awaitingIn(held.value.steps))
    showing.listener.late(lateIn(held.value.rows))
    const { damaged } = readRecords(
      unread.map((record) => ({ id: record.id, record })),
      'real',
    )
    const news = { entries: standing, damaged }
    if (gone.length > 0) showing.listener.revised(gone, news)
    else if (standing.length + damaged.length > 0) showing.listener.arrived(news)
  }

  return {
    all,
    plans: (): string[] => [...new Set([...all].map(({ plan }) => plan))],
    refresh: (plan: string): void => {
      for (const showing of all)
        if (showing.plan === plan) showing.last = showing.last.then(() => show(showing))
    },
  }
}
