import { parseDecimal, type Decimal } from '../number/decimal'
import { visibleText } from '../number/visibleText'

/** Reads a 分值 as a table prints it: full-width digits, 分 or % behind it; `null` for a blank or anything else. */
export function printedWeight(text: string | null | undefined): Decimal | null {
  return parseDecimal(visibleText(text ?? '').replace(/\s*[分%]$/, ''))
}
