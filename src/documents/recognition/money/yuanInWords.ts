import { Decimal } from '@/domain/number/decimal'

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇', '壹一', '贰二两', '叁三', '肆四', '伍五', '陆六', '柒七', '捌八', '玖九'].flatMap((names, digit) =>
    [...names].map((name) => [name, digit]),
  ),
)
const PLACES: Readonly<Record<string, number>> = { 拾: 10, 十: 10, 佰: 100, 百: 100, 仟: 1000, 千: 1000 }

/** The 元 that an amount in words comes to (壹佰贰拾万伍仟元整); `null` when the words are no such amount. */
export function yuanInWords(words: string): Decimal | null {
  const plain = words.replace(/^(?:人民币)?(?:大写)?[:：]?/, '').replace(/\s|[整正]$/g, '')
  const [, whole, jiao = '零', fen = '零'] =
    /^([^元圆角分]+)[元圆](?:零?([^元圆角分])角)?(?:零?([^元圆角分])分)?$/.exec(plain) ?? []
  const yuan = whole === undefined ? null : wholeNumber(whole)
  const [tenths, hundredths] = [DIGITS[jiao], DIGITS[fen]]
  if (yuan === null || tenths === undefined || hundredths === undefined) return null
  return new Decimal(yuan).plus(new Decimal(tenths * 10 + hundredths).div(100))
}

function wholeNumber(text: string): number | null {
  let [sum, part, digit] = [0, 0, 0]
  for (const sign of text) {
    const [figure, place] = [DIGITS[sign], PLACES[sign]]
    if (figure !== undefined) digit = figure
    else if (place !== undefined) [part, digit] = [part + (digit === 0 ? 1 : digit) * place, 0]
    else if (sign === '万') [part, digit] = [(part + digit) * 10_000, 0]
    else if (sign === '亿') [sum, part, digit] = [(sum + part + digit) * 100_000_000, 0, 0]
    else return null
    if (sign === '万') [sum, part] = [sum + part, 0]
  }
  return sum + part + digit
}
