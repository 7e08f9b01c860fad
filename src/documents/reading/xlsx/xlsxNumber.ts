import { Decimal } from '@/domain/number/decimal'
import { isDateFormat, shownDate } from './xlsxDate'
import { formatParts, type FormatPart } from './xlsxFormat'

/** What a cell shows, and the number behind it where it shows a rounded one. */
export interface ShownNumber {
  readonly text: string
  readonly full: string | null
}

const SIGNIFICANT = 15
const NUMBER = /^-?(?:\d{1,40}(?:\.\d{0,400})?|\.\d{1,400})(?:e[+-]?\d{1,3})?$/i
const LONGEST = 60

/**
 * Shows a stored number as its format does (ECMA-376-1 §18.8.31): places, 千分位, percent, texts, signs, dates. Spreadsheets keep 15 digits, so more are noise.
 * A negative number that its format tells by its colour alone (0.00;[Red]0.00) is shown with its sign: a text has no colour.
 * A format that is not understood (fractions, Chinese numerals, exponents) shows the number as it is stored, never a guess;
 * a point with no place behind it (80. under 0.##) is left out.
 */
export function shownNumber(stored: string, format: string, from1904: boolean): ShownNumber {
  if (!NUMBER.test(stored)) return { text: stored, full: null }
  const value = new Decimal(stored).toSignificantDigits(SIGNIFICANT)
  const plain = value.toFixed().length > LONGEST ? value.toString() : value.toFixed()
  const section = sectionOf(format, value)
  if (section === null) return { text: plain, full: null }
  if (isDateFormat(section.code)) {
    const date = shownDate(value, section.code, from1904)
    return { text: date ?? plain, full: null }
  }
  const parts = formatParts(section.code)
  if (parts === null || plain.length > LONGEST) return { text: plain, full: null }
  const shown = withFormat(section.signed ? value : value.abs(), parts)
  const lost = !section.signed && !SIGNED.test(shown.text)
  return {
    text: lost && /[1-9]/.test(shown.text) ? `-${shown.text.trimStart()}` : shown.text,
    full: shown.full === null ? null : value.toFixed(),
  }
}

/** What says in a shown text that its number is below 0. */
const SIGNED = /[-−–－(（负▲△]/

/** The section for a value's sign (positive; negative; zero); `null` for General and for formats with conditions of their own. */
function sectionOf(
  format: string,
  value: Decimal,
): { readonly code: string; readonly signed: boolean } | null {
  if (/\[[<>=]/.test(format)) return null
  const sections = splitSections(format)
  const [positive = '', negative, zero] = sections
  const code =
    value.isZero() && zero !== undefined
      ? zero
      : value.isNegative() && !value.isZero() && negative !== undefined
        ? negative
        : positive
  if (/^(?:\[[^\]]*\])*(?:general|g\/通用格式)$/i.test(code)) return null
  return { code, signed: negative === undefined || code !== negative || !value.isNegative() }
}

function splitSections(format: string): string[] {
  const sections: string[] = []
  let from = 0
  let quoted = false
  for (let at = 0; at < format.length; at += 1) {
    const char = format[at]
    if (char === '"') quoted = !quoted
    else if (char === '\\' && !quoted) at += 1
    else if (char === ';' && !quoted) {
      sections.push(format.slice(from, at))
      from = at + 1
    }
  }
  return [...sections, format.slice(from)]
}

function withFormat(value: Decimal, parts: readonly FormatPart[]): ShownNumber {
  const percents = parts.filter(({ kind }) => kind === 'percent').length
  const runs = parts.filter((part) => part.kind === 'digits')
  const digits = runs.at(-1)
  const scaled = new Decimal(`1e${2 * percents}`).times(value)
  if (!digits) {
    const said = parts.map((part) => ('text' in part ? part.text : '%')).join('')
    return { text: said, full: said === '' && value.isZero() ? null : value.toFixed() }
  }
  const divided = scaled.div(new Decimal(`1e${3 * digits.thousandths}`))
  const rounded = divided.toDecimalPlaces(digits.most, Decimal.ROUND_HALF_UP)
  const among = runs.length > 1 ? amongRuns(rounded.abs(), runs) : null
  const text = parts
    .map((part) => {
      if (part.kind === 'digits') return among ? among.get(part) : digitsOf(rounded.abs(), part)
      return part.kind === 'percent' ? '%' : part.text
    })
    .join('')
  const sign = rounded.isNegative() && !rounded.isZero() ? '-' : ''
  return {
    text: `${sign}${text}`,
    full: rounded.eq(divided) && digits.thousandths === 0 && !among ? null : value.toFixed(),
  }
}

/** The digits of a whole number over the runs of a format, from the last to the first, which takes all that is left. */
function amongRuns(
  value: Decimal,
  runs: readonly (FormatPart & { kind: 'digits' })[],
): Map<FormatPart, string> {
  let left = value.toFixed(0).padStart(
    runs.reduce((sum, { whole }) => sum + whole, 0),
    '0',
  )
  const shown = new Map<FormatPart, string>()
  for (const run of runs.slice(1).reverse()) {
    shown.set(run, left.slice(-run.width))
    left = left.slice(0, -run.width)
  }
  const [first] = runs
  return first ? shown.set(first, left) : shown
}

function digitsOf(value: Decimal, { whole, least, most, grouped }: FormatPart & { kind: 'digits' }): string {
  const [integer = '0', decimals = ''] = value.toFixed(most).split('.')
  const shown = integer === '0' && whole === 0 ? '' : integer.padStart(whole, '0')
  const kept = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, '')
  const places = kept === '' && least === 0 ? '' : `.${kept}`
  return `${grouped ? shown.replace(/\B(?=(?:\d{3})+$)/g, ',') : shown}${places}`
}
