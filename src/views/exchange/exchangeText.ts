import type { Incoming } from '@/domain/ledger/incoming'
import { conflictText, totalConflictText, type ConflictText } from '@/format/ledger/conflictText'
import { amount, MONEY_UNIT_NAME } from '@/format/figures'
import { asideClause } from '@/format/ledger/asideText'
import { entryContent } from '@/format/ledger/entryContent'
import { recordedText } from '@/format/ledger/recordedText'
import { ENTRY_WORD } from '@/format/words'

/** What a file would bring, for the preview. */
export interface IncomingText {
  readonly headline: string
  readonly changes: readonly string[]
  readonly kinds: string
  readonly aside: readonly string[]
  readonly early: readonly string[]
  readonly conflicts: readonly ConflictText[]
}

/** Says what taking a file would do, by project, with what would be kept aside and what would conflict. */
export function incomingText(found: Incoming): IncomingText {
  const counts = new Map<string, number>()
  for (const { kind } of found.fresh) counts.set(ENTRY_WORD[kind], (counts.get(ENTRY_WORD[kind]) ?? 0) + 1)
  const money = (value: Parameters<typeof amount>[0] | null) =>
    value === null ? '未填报' : `${amount(value, 'wan')} ${MONEY_UNIT_NAME.wan}`
  return {
    headline:
      found.fresh.length === 0
        ? `没有新的记录：文件中的 ${found.known} 条本机都有`
        : `新记录 ${found.fresh.length} 条，本机已有 ${found.known} 条`,
    kinds: [...counts].map(([word, count]) => `${word} ${count}`).join('，'),
    changes: found.changes.map(
      ({ project, fresh, spentBefore, spentAfter }) =>
        `${project.name}：${fresh} 条；全年累计支出 ${money(spentBefore)}${
          money(spentBefore) === money(spentAfter) ? '，不变' : ` → ${money(spentAfter)}`
        }`,
    ),
    aside: found.aside.map(
      (own) =>
        `${ENTRY_WORD[own.entry.kind]} ${entryContent(own.entry, 'wan')}（${own.entry.author}，${recordedText(own.entry.recordedAt)}）：${asideClause(own)}，并入后暂不计入`,
    ),
    early: found.early.map(
      (entry) =>
        `${ENTRY_WORD[entry.kind]} ${entryContent(entry, 'wan')}（${entry.author}）：注明写于 ${recordedText(entry.recordedAt)}，晚于本机时间`,
    ),
    conflicts: [
      ...found.totalConflicts.map(({ status, total }) => totalConflictText(status, total, 'wan')),
      ...found.conflicts.map(({ status, indicator }) => conflictText(status, indicator)),
    ],
  }
}
