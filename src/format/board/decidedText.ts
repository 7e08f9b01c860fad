import type { Day } from '@/domain/time/day'
import { NOT_YET } from '../service/awaitingText'
import { dayWord } from '../words'

const MOST_NAMED = 3

/** What was decided on one submission; `id` is that of the entry which says so. */
export interface Decided {
  readonly id: string
  readonly kind: 'accept' | 'return'
  readonly name: string
  readonly day: Day
}

/** One line of what came of decisions; only what is in force is said to be done. */
export interface DecidedLine {
  readonly came: 'in-force' | 'waiting' | 'refused'
  readonly text: string
}

/**
 * Says of decisions what came of them, a line for each outcome: 已通过：办公楼修缮 10月底 is said of what stands in the ledger (`inForce`, ids) and of nothing else.
 * What a shared service refused has its reason (`refused`, by id); whatever is neither is still on its way.
 */
export function decidedText(
  decided: readonly Decided[],
  inForce: Pick<ReadonlySet<string>, 'has'>,
  refused: ReadonlyMap<string, string>,
): readonly DecidedLine[] {
  const lines = new Map<string, { came: DecidedLine['came']; head: string; tail: string; own: Decided[] }>()
  for (const act of decided) {
    const word = act.kind === 'accept' ? '通过' : '退回'
    const why = refused.get(act.id)
    const line = inForce.has(act.id)
      ? { came: 'in-force' as const, head: `已${word}：`, tail: '' }
      : why === undefined
        ? { came: 'waiting' as const, head: `已办理，${NOT_YET}：${word} `, tail: '' }
        : { came: 'refused' as const, head: `没有${word}：`, tail: `。${why}` }
    const key = line.head + line.tail
    lines.set(key, { ...line, own: [...(lines.get(key)?.own ?? []), act] })
  }
  return [...lines.values()].map(({ came, head, tail, own }) => ({ came, text: head + named(own) + tail }))
}

function named(decided: readonly Decided[]): string {
  const first = decided.slice(0, MOST_NAMED).map(({ name, day }) => `${name} ${dayWord(day)}`)
  return first.join('、') + (decided.length > MOST_NAMED ? `等 ${decided.length} 件` : '')
}
