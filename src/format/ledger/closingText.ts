import type { Closing } from '@/domain/ledger/closing'
import { recordedText } from './recordedText'
import { dayWord } from '../words'

/** Says up to when entering is closed, why, and who can open it (domain.md §6). */
export function closingText(closing: Closing): string {
  const until = `${dayWord(closing.effectiveOn)}及以前的填报已关闭`
  const who = `${closing.author} 于 ${recordedText(closing.recordedAt)}`
  return closing.kind === 'lock'
    ? `${until}：${who} 锁定（${closing.reason}）。需要修改的，请分管领导解锁。`
    : `${until}：${who} 通过。需要修改的，请分管领导退回。`
}
