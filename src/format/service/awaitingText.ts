import type { Entry } from '@/domain/ledger/entry'
import type { Ledger } from '@/domain/ledger/ledger'
import type { Plan } from '@/domain/plan/plan'
import { ENTRY_WORD } from '../ledger/entryWord'
import { entryLine } from './entryLine'

/** Said of an act that lies here and takes effect only when the service has written it. */
export const NOT_YET = '待同步，尚未生效'

/** Says at its place that an act waits for the service; empty where none does. */
export function awaitingWord(act: Pick<Entry, 'kind'> | null): string {
  return act === null ? '' : `${ENTRY_WORD[act.kind]}${NOT_YET}`
}

/** What waits for the service, all of it: how many acts, which, and what happens next. */
export function awaitingText(
  acts: readonly Entry[],
  plan: Plan | null,
  ledger: Ledger,
  state: 'synced' | 'sending' | 'away' | 'full' | 'signed-out',
): { readonly head: string; readonly next: string; readonly lines: readonly string[] } {
  return {
    head: `${acts.length} 项办理已保存到本机，${NOT_YET}`,
    next: `服务器写入后才算数，他人现在看不到，各处数字和状态都未变。${NEXT[state]}`,
    lines: acts.map((act) => entryLine(act, plan, ledger)),
  }
}

const NEXT = {
  synced: '正在送出。',
  sending: '正在送出。',
  away: '现在未连上服务器，连上后自动送出；其间他人有新的填报的，服务器不会照办，会请您看过再定。',
  full: '服务器磁盘已满，腾出空间后自动送出。',
  'signed-out': '登录已结束，重新登录后自动送出。',
} as const
