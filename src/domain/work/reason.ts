const LETTER = /\p{L}/gu

/** Whether a reason says something (domain.md §7): three letters or Chinese signs at least, not all the same; figures and punctuation alone say nothing (D). */
export function saysSomething(text: string): boolean {
  const letters = text.normalize('NFKC').match(LETTER) ?? []
  return letters.length >= 3 && new Set(letters).size > 1
}
