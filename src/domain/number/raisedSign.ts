const LETTER = /\p{L}/u
const HAN = /\p{Script=Han}/u

/** The mark of a note, whatever it stands behind: [1], （注2）, 注1. */
const NOTE = /^(?:[([（〔【]\s*注?\s*[\d一-十①-⑳]{1,3}\s*[)\]）〕】]|注\s*[\d一-十①-⑳]{1,3})$/u

/** A unit of length, which a raised 2 or 3 makes one of area or space. */
const LENGTH = /[米里尺寸]$/

/** Whether a raised or lowered sign would be read into what stands beside it (3² as 32, 120件¹): it is the mark of a note, or has no letter and stands behind no Latin one, as that of m² does, nor makes 米 into 米². */
export function marksFigure(sign: string, before: string): boolean {
  const [plain, last] = [sign.trim(), before.trim().slice(-1)]
  if (plain === '') return false
  if (NOTE.test(plain)) return true
  if (LETTER.test(plain) || (LENGTH.test(last) && /^[23]$/.test(plain))) return false
  return !LETTER.test(last) || HAN.test(last)
}

/** A sign that was left out, told behind what stands before it: ≥3〔2〕. */
export function markedFigure(sign: string, before: string): string {
  return `${before.slice(-CONTEXT)}〔${sign.trim()}〕`
}

const CONTEXT = 12
