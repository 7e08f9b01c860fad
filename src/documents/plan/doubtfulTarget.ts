import { visibleText } from '@/domain/number/visibleText'
import { parseTarget } from '@/domain/plan/target'

const SIGN = String.raw`[<>=≥≤≧≦⩾⩽≈≠≮≯~±]`
const WORD = '左右|上下|以上|以下|以内|之间|不[低高少多大小超]|大于|小于|低于|高于|少于|多于|超过|等于'
const SIGN_FIRST = new RegExp(`^${SIGN}`)
/** A mark before a number that neither opens a sentence (（1）…, “…”, 《…》) nor is a letter or digit: `≈95`, `≮95`, `*95`. */
const MARKED_NUMBER = /^[^\p{L}\p{N}\p{Ps}\p{Pi}\s"']+\s*\d/u
/** A number at the start, alone or behind a comparison, and what follows it. */
const FIRST_NUMBER = new RegExp(`^(?:${WORD})?于?\\s*-?\\d[\\d,]*(?:\\.\\d+)?`)
/** What makes the number an item's (1、 2.) or a date's. */
const ITEM_OR_DATE = /^(?:[\d、.)]|年\d|月)/
const COMPARISON = new RegExp(`${SIGN}|(?:${WORD})于?过?\\s*\\d`)
const CONDITION_IN_UNIT = new RegExp(`${SIGN}|${WORD}|并且|而且|同时|且|或`)

/** Whether a 指标值 compares in a way that the grammar of domain.md §5 does not know (`≈95百分比`, `≥95百分比且≤99百分比`): judging it by the part that can be read would be a guess. Plain words are qualitative, never doubtful. */
export function isDoubtfulTarget(text: string): boolean {
  const target = parseTarget(text)
  if (target.kind === 'threshold' || target.kind === 'range') {
    return target.unit.kind === 'other' && CONDITION_IN_UNIT.test(target.unit.printed)
  }
  if (target.kind === 'date') return false
  const plain = visibleText(text)
  return SIGN_FIRST.test(plain) || MARKED_NUMBER.test(plain) || comparesAgain(plain)
}

/** Whether a comparison follows a first number on its line. */
function comparesAgain(plain: string): boolean {
  const first = FIRST_NUMBER.exec(plain)
  if (!first) return false
  const rest = plain.slice(first[0].length)
  return !ITEM_OR_DATE.test(rest) && COMPARISON.test(rest.split('\n', 1)[0] ?? '')
}
