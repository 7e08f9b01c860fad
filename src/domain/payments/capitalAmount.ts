import { Decimal } from '../number/decimal'
import { money, type Money } from '../number/money'

const DIGIT = new Map([...'零壹贰叁肆伍陆柒捌玖'].map((char, value) => [char, value]))
const PLAIN = new Map([...'〇一二三四五六七八九'].map((char, value) => [char, value]))
const SCALE: Readonly<Record<string, number>> = { 拾: 10, 十: 10, 佰: 100, 百: 100, 仟: 1000, 千: 1000 }
const AMOUNT =
  /[零壹贰叁肆伍陆柒捌玖〇一二三四五六七八九拾十][零壹贰叁肆伍陆柒捌玖〇一二三四五六七八九拾十佰百仟千万亿]*[元圆](?:整|正|零?[壹贰叁肆伍陆柒捌玖一二三四五六七八九]角)?(?:整|正|零?[壹贰叁肆伍陆柒捌玖一二三四五六七八九]分)?/

/** The amount in words inside a text (伍佰万元整, 壹佰元伍角贰分), in 元; `null` where there is none. */
export function capitalAmount(text: string): Money | null {
  const found = AMOUNT.exec(text)?.[0]
  if (found === undefined) return null
  const [whole = '', rest = ''] = found.split(/[元圆]/)
  const tenths = digitBefore(rest, '角')
  const cents = digitBefore(rest, '分')
  return money(wholeOf(whole).plus(new Decimal(tenths).div(10)).plus(new Decimal(cents).div(100)))
}

function digitBefore(text: string, unit: string): number {
  const at = text.indexOf(unit)
  return at < 1 ? 0 : (valueOf(text[at - 1] ?? '') ?? 0)
}

function valueOf(char: string): number | undefined {
  return DIGIT.get(char) ?? PLAIN.get(char)
}

function wholeOf(text: string): Decimal {
  let total = new Decimal(0)
  let section = 0
  let digit = 0
  for (const char of text) {
    const value = valueOf(char)
    if (value !== undefined) digit = value
    else if (char === '亿' || char === '万') {
      const part = new Decimal(section + digit)
      total = char === '亿' ? total.plus(part).times(100_000_000) : total.plus(part.times(10_000))
      section = 0
      digit = 0
    } else {
      section += (digit === 0 && section === 0 ? 1 : digit) * (SCALE[char] ?? 0)
      digit = 0
    }
  }
  return total.plus(section + digit)
}
