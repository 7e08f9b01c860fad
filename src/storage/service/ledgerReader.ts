import { PAGE, readAnswer, readError } from '@/documents/service/answers'
import type { Moment } from '@/domain/ledger/entry'
import type { KeptLedgers } from './keptLedgers'
import type { Line } from './line'

/** What came of reading a ledger to its end. */
export type Pulled = 'read' | 'away' | 'signed-out' | 'unknown-plan'

const MOST_READ = 2_000

/** Reads a plan's ledger from where this browser has it to its end, page by page; a ledger of another epoch begins anew. */
export async function readToEnd(
  kept: KeptLedgers,
  line: Line,
  { plan, now }: { readonly plan: string; readonly now: () => Moment },
): Promise<Pulled> {
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
      const begun = await kept.restart(plan, other, now())
      if (begun.kind === 'failed') return 'away'
      continue
    }
    const page = readAnswer(PAGE, answer.json)
    const taken = page && (await kept.take(page, after))
    if (taken?.kind !== 'done') return 'away'
    if (!page?.more) return 'read'
  }
}
