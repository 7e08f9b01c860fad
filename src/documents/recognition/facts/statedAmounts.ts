import { toHalfWidth } from '@/domain/number/halfWidth'

/** One amount a sentence states: the words before it, the figure as printed, its unit, and where it stands. */
export interface StatedAmount {
  readonly label: string
  readonly figure: string
  readonly unit: '万元' | '元' | '亿元'
  readonly begins: number
  readonly ends: number
}

const AMOUNT = /(?<![\d.,])\d[\d,]{0,15}(?:\.\d{1,6})?\s*(万元|亿元|元)/g
const DELIMITER = /[,。;:、()!?“”"'<>《》]/
const LONGEST_LABEL = 40

/** Finds the amounts of a sentence with the words that name each, back to the last comma, bracket or amount. */
export function statedAmounts(text: string): StatedAmount[] {
  const plain = toHalfWidth(text)
  let last = 0
  return [...plain.matchAll(AMOUNT)].map((match) => {
    let from = match.index
    const floor = Math.max(last, match.index - LONGEST_LABEL)
    while (from > floor && !DELIMITER.test(plain[from - 1] ?? '')) from -= 1
    last = match.index + match[0].length
    return {
      label: text.slice(from, match.index).trim(),
      figure: match[0].slice(0, -(match[1] ?? '').length).trim(),
      unit: (match[1] ?? '万元') as StatedAmount['unit'],
      begins: match.index,
      ends: last,
    }
  })
}
