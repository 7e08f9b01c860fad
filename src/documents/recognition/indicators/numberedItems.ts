import { visibleText } from '@/domain/number/visibleText'
import { parseQuantity, splitComparator } from '@/domain/plan/target'

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const IN_WORDS = '一二三四五六七八九十'
const MARK =
  /(^|[\s;；。,，、])(?:[(（](\d{1,2})[)）]|(\d{1,2})(?:[、)）]|[.．](?!\d))|([①-⑳])|指标\s?(?:(\d{1,2})|([一二三四五六七八九十]))(?:[:：、.．]|(?=\s)))\s*/g

/** The items that a cell numbers from 1 on (1.… 2.…, （1）…（2）…, ①…②…, 指标1：…指标2：…), without their numbers; `null` when it numbers fewer than two or skips one. */
export function numberedItems(text: string): readonly string[] | null {
  const marks = [...text.matchAll(MARK)]
  const [first] = marks
  if (!first || first.index + (first[1]?.length ?? 0) > 0 || marks.length < 2) return null
  if (!marks.every((mark, index) => numberOf(mark) === index + 1)) return null
  return marks.map((mark, index) =>
    text
      .slice(mark.index + mark[0].length, marks[index + 1]?.index)
      .replaceAll('\n', '')
      .replace(/[;；。,，、\s]+$/, ''),
  )
}

function numberOf([, , bracketed, plain, circled, named, inWords = '']: RegExpExecArray): number {
  if (circled !== undefined) return CIRCLED.indexOf(circled) + 1
  return Number(bracketed ?? plain ?? named ?? IN_WORDS.indexOf(inWords) + 1)
}

/** The lines of a cell that number so many items one a line, a figure straight behind the number too (1.89天); `null` when they are not that many. */
export function numberedLines(lines: readonly string[], count: number): readonly string[] | null {
  const items = filledLines(lines).map((text, index) => {
    const [whole, number] = /^(\d{1,2})[.．、]\s*/.exec(text) ?? []
    return whole !== undefined && Number(number) === index + 1 ? text.slice(whole.length) : null
  })
  const known = items.filter((item) => item !== null)
  return known.length === count && items.length === count ? known : null
}

/** The 指标值 that a cell prints one a line, each a quantity with its sign; `null` when it does not print several so. */
export function quantityLines(lines: readonly string[]): readonly string[] | null {
  const filled = filledLines(lines)
  return filled.length > 1 && filled.every(isSignedQuantity) ? filled : null
}

/** The lines of a cell that say something. */
export function filledLines(lines: readonly string[]): readonly string[] {
  return lines.map((text) => text.trim()).filter((text) => text !== '')
}

function isSignedQuantity(text: string): boolean {
  const signed = splitComparator(visibleText(text))
  return signed !== null && parseQuantity(signed.rest) !== null
}
