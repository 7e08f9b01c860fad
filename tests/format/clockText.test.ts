import { expect, it } from 'vitest'
import { clockText, noticeText } from '@/format/storageText'

it.each([
  [0, null],
  [121_000, '慢 3 分钟'],
  [119 * 60_000, '慢 119 分钟'],
  [120 * 60_000, '慢 2 小时'],
  [47 * 3_600_000, '慢 47 小时'],
  [48 * 3_600_000, '慢 2 天'],
  [4000 * 86_400_000, '慢 4000 天'],
])('a clock %d ms behind the ledger is said', (behind, said) => {
  const notice = clockText(behind)
  if (said === null) expect(notice).toBe(null)
  else expect(notice && noticeText(notice)).toContain(`本机时钟比台账中最新的记录${said}`)
})
