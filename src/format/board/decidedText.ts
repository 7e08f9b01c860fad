import type { Day } from '@/domain/time/day'
import { dayWord } from '../words'

const MOST_NAMED = 3

/** What was decided on what was submitted, in one line: 已通过：办公楼修缮 10月底. */
export function decidedText(
  kind: 'accept' | 'return',
  decided: readonly { readonly name: string; readonly day: Day }[],
): string {
  const named = decided.slice(0, MOST_NAMED).map(({ name, day }) => `${name} ${dayWord(day)}`)
  const all = decided.length > MOST_NAMED ? `等 ${decided.length} 件` : ''
  return `${kind === 'accept' ? '已通过' : '已退回'}：${named.join('、')}${all}`
}
