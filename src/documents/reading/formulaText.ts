const TEXT_FORMULA = /^=\s*"((?:[^"]|"")*)"\s*$/

/** The text that a cell such as `="0012"` stands for, as a spreadsheet shows it: systems write it so that zeros and dates are left alone. Any other text is as it is. */
export function formulaText(text: string): string {
  return text.startsWith('=') ? (TEXT_FORMULA.exec(text)?.[1]?.replaceAll('""', '"') ?? text) : text
}

/** Where the text formula that begins at a place of a text ends, behind its last quote: a separator inside is its own. `null` where none begins or it is not closed in its line. */
export function formulaEnd(text: string, from: number): number | null {
  if (text[from] !== '=') return null
  FORMULA.lastIndex = from
  return FORMULA.test(text) ? FORMULA.lastIndex : null
}

const FORMULA = /= *"(?:[^"\r\n]|"")*" *(?=[,;|\t\r\n，；^~]|$)/y
