import type { Decimal } from '@/domain/number/decimal'

const PIECES =
  /"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|yyyy|yy|e|m{1,5}|d{1,4}|hh?|ss?(?:\.0+)?|AM\/PM|A\/P|上午\/下午|@|./giu
const LETTER = /^(?:y+|e|m+|d+|h+|s+(?:\.0+)?|AM\/PM|A\/P|上午\/下午)$/i

/** Whether a section of a number format shows a day or a time: it holds a letter of one outside quotes and brackets. */
export function isDateFormat(code: string): boolean {
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*./gu, '').replaceAll(/\[(?![hms]+\])[^\]]*\]/gi, '')
  return /[ymdhs]/i.test(bare.replaceAll(/general|E[+-]/gi, ''))
}

const DAY = 86_400
const LAST = 2_958_466
const EPOCH = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const LEAP_FAULT = 60

/**
 * Shows a serial number as the day or time its format says (ECMA-376-1 §18.17.4), in the system of 1900 with its day that never was, or of 1904.
 * `null` when the format asks for what is not understood (names of months and weekdays, elapsed hours, eras), or the number is no day.
 */
export function shownDate(serial: Decimal, code: string, from1904: boolean): string | null {
  if (serial.isNegative() || serial.gte(LAST)) return null
  const days = Number(serial.floor().toFixed())
  const seconds = Number(serial.minus(days).times(DAY).toDecimalPlaces(0).toFixed())
  const shift = !from1904 && days < LEAP_FAULT ? 1 : 0
  if (!from1904 && days === LEAP_FAULT) return null
  const at = new Date((from1904 ? EPOCH_1904 : EPOCH) + ((days + shift) * DAY + seconds) * 1000)
  const pieces = code.match(PIECES) ?? []
  const half = pieces.some((piece) => /^(?:AM\/PM|A\/P|上午\/下午)$/i.test(piece))
  let text = ''
  let before = ''
  for (const [index, piece] of pieces.entries()) {
    const letter = LETTER.test(piece)
    const said = letter
      ? letterOf(piece.toLowerCase(), at, half, isMinute(pieces, index, before))
      : literalOf(piece)
    if (said === null) return null
    text += said
    if (letter) before = piece.toLowerCase()
  }
  return text
}

/** An m stands for minutes behind an hour or before a second. */
function isMinute(pieces: readonly string[], index: number, before: string): boolean {
  const after = pieces.slice(index + 1).find((piece) => LETTER.test(piece)) ?? ''
  return before.startsWith('h') || after.toLowerCase().startsWith('s')
}

function letterOf(piece: string, at: Date, half: boolean, minute: boolean): string | null {
  const hour = at.getUTCHours()
  switch (piece) {
    case 'yyyy':
    case 'e':
      return String(at.getUTCFullYear())
    case 'yy':
      return padded(at.getUTCFullYear() % 100)
    case 'm':
      return String(minute ? at.getUTCMinutes() : at.getUTCMonth() + 1)
    case 'mm':
      return padded(minute ? at.getUTCMinutes() : at.getUTCMonth() + 1)
    case 'd':
      return String(at.getUTCDate())
    case 'dd':
      return padded(at.getUTCDate())
    case 'h':
    case 'hh': {
      const shown = half ? hour % 12 || 12 : hour
      return piece === 'h' ? String(shown) : padded(shown)
    }
    case 's':
      return String(at.getUTCSeconds())
    case 'ss':
      return padded(at.getUTCSeconds())
    case 'am/pm':
      return hour < 12 ? 'AM' : 'PM'
    case '上午/下午':
      return hour < 12 ? '上午' : '下午'
    default:
      return null
  }
}

function literalOf(piece: string): string | null {
  if (piece.startsWith('"')) return piece.slice(1, -1)
  if (piece.startsWith('\\')) return piece.slice(1)
  if (piece.startsWith('['))
    return /^\[(?:\$-|black|blue|cyan|green|magenta|red|white|yellow)/i.test(piece) ? '' : null
  if (piece.startsWith('_')) return ' '
  if (piece.startsWith('*') || piece === '@') return ''
  return /^[a-z0#?]$/i.test(piece) ? null : piece
}

function padded(value: number): string {
  return String(value).padStart(2, '0')
}
