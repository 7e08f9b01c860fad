import { dayOf } from '@/domain/number/cellText'
import { toHalfWidth } from '@/domain/number/halfWidth'

const ARABIC = /(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?/
const CHINESE =
  /([〇○Ｏ零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/
const LONGEST_LINE = 30
const DIGITS = '〇一二三四五六七八九'

/** The day that a text prints (2020年2月12日, 二〇二〇年二月十二日) as `YYYY-MM-DD`; `null` when it prints none. */
export function printedDay(text: string): string | null {
  const plain = toHalfWidth(text)
  const found = ARABIC.exec(plain)
  if (found) return dayOf(Number(found[1]), Number(found[2]), Number(found[3]))
  const [, year = '', month = '', date = ''] = CHINESE.exec(text) ?? []
  if (year === '') return null
  const digits = [...year].map((digit) => Math.max(0, DIGITS.indexOf(digit))).join('')
  return dayOf(Number(digits), counted(month), counted(date))
}

/** Reads 十二, 二十, 三十一. */
function counted(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens ?? '')) : 0
  return ten * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}

/** Whether a text prints a day and nothing else but a word for it: the date below a document. */
export function isDateLine(text: string): boolean {
  if (text.trim().length > LONGEST_LINE) return false
  const rest = toHalfWidth(text)
    .replace(ARABIC, '')
    .replace(CHINESE, '')
    .replace(/(?:公开|发布|公布|公示)?(?:日期|时间)[:：]?/, '')
  return rest.trim() === '' && printedDay(text) !== null
}
