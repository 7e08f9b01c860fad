/** A piece of a number format: its digits, a percent sign, or a text shown as it is. */
export type FormatPart =
  | {
      readonly kind: 'digits'
      /** Places for digits before the point, and those always shown; places always and at most shown behind it. */
      readonly width: number
      readonly whole: number
      readonly least: number
      readonly most: number
      readonly grouped: boolean
      /** Commas behind the digits, each a division by 1,000. */
      readonly thousandths: number
    }
  | { readonly kind: 'percent' }
  | { readonly kind: 'text'; readonly text: string }

const DIGITS = /^[0#?,]*(?:\.[0#?]*)?(?:,*)/
const MOST_PLACES = 30

/**
 * Takes one section of a number format apart (ECMA-376-1 §18.8.31); `null` when it holds what is not understood. Several runs of digits are places of one
 * whole number with texts between them, as in `0"."0000` or `0!.0,`, by which 元 are shown as 万元.
 */
export function formatParts(code: string): FormatPart[] | null {
  const parts: FormatPart[] = []
  for (let at = 0; at < code.length;) {
    const run = DIGITS.exec(code.slice(at))?.[0] ?? ''
    if (run !== '') {
      const read = digitsIn(run)
      if (read === null) return null
      parts.push(read)
      at += run.length
      continue
    }
    const { part, length } = pieceAt(code, at)
    if (part === null) return null
    parts.push(part)
    at += length
  }
  return oneNumber(parts) ? parts : null
}

function oneNumber(parts: readonly FormatPart[]): boolean {
  const runs = parts.filter((part) => part.kind === 'digits')
  return (
    runs.length < 2 ||
    runs.every(
      ({ most, grouped, thousandths }, at) =>
        most === 0 && !grouped && (thousandths === 0 || at === runs.length - 1),
    )
  )
}

function digitsIn(run: string): FormatPart | null {
  if (!/[0#?]/.test(run)) return null
  const trailing = /,*$/.exec(run)?.[0].length ?? 0
  const [before = '', behind = ''] = run.slice(0, run.length - trailing).split('.')
  if (behind.length > MOST_PLACES) return null
  return {
    kind: 'digits',
    width: before.replaceAll(',', '').length,
    whole: before.replaceAll(/[^0]/g, '').length,
    least: behind.lastIndexOf('0') + 1,
    most: behind.length,
    grouped: before.includes(','),
    thousandths: trailing,
  }
}

const BRACKET = /^\[(?:\$([^\]-]*)(?:-[^\]]*)?|[A-Za-z]+\d*)\]/

function pieceAt(code: string, at: number): { readonly part: FormatPart | null; readonly length: number } {
  const char = code[at] ?? ''
  const text = (said: string, length: number) => ({ part: { kind: 'text' as const, text: said }, length })
  if (char === '%') return { part: { kind: 'percent' }, length: 1 }
  if (char === '\\' || char === '!') return text(code[at + 1] ?? '', 2)
  if (char === '_') return text(' ', 2)
  if (char === '*') return text('', 2)
  if (char === '"') {
    const end = code.indexOf('"', at + 1)
    return end < 0 ? { part: null, length: 1 } : text(code.slice(at + 1, end), end - at + 1)
  }
  if (char === '[') {
    const bracket = BRACKET.exec(code.slice(at))
    if (!bracket || /^\[dbnum/i.test(bracket[0])) return { part: null, length: 1 }
    return text(bracket[1] ?? '', bracket[0].length)
  }
  return /[A-Za-z/@?]/.test(char) ? { part: null, length: 1 } : text(char, 1)
}
