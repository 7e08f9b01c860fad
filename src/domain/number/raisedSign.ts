const LETTER = /\p{L}/u

/** Whether a raised or lowered sign would be read into the figure beside it (3² as 32): it has no letter and stands behind none, as that of m² does. */
export function marksFigure(sign: string, before: string): boolean {
  return sign.trim() !== '' && !LETTER.test(sign) && !LETTER.test(before.trim().slice(-1))
}

/** A sign that was left out, told behind what stands before it: ≥3〔2〕. */
export function markedFigure(sign: string, before: string): string {
  return `${before.slice(-CONTEXT)}〔${sign.trim()}〕`
}

const CONTEXT = 12
