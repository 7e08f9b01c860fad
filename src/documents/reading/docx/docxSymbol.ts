const SYMBOL_FONT: Readonly<Record<number, string>> = {
  0xa3: '≤',
  0xb3: '≥',
  0xb9: '≠',
  0xb1: '±',
  0xb4: '×',
  0xb8: '÷',
  0xb0: '°',
  0xb7: '•',
  0xbb: '≈',
  0xa5: '∞',
}
const CHECK_FONT: Readonly<Record<number, string>> = {
  0x6f: '□',
  0xa8: '□',
  0x71: '□',
  0xfc: '✓',
  0xfe: '☑',
  0xfd: '☒',
  0xa3: '□',
  0x52: '☑',
  0x53: '☒',
}

/**
 * The character of a w:sym (ECMA-376-1 §17.3.3.30): comparators of the font Symbol, boxes and ticks of Wingdings, and what is plain in both.
 * One not known stays the private character it is, so that it is seen and can be asked about.
 */
export function symbolText(font: string, code: string): string {
  if (!/^[0-9a-f]{1,4}$/i.test(code)) return ''
  const value = Number.parseInt(code, 16)
  const own = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value
  if (/^symbol$/i.test(font)) {
    const plain = own >= 0x20 && own <= 0x3f
    return SYMBOL_FONT[own] ?? String.fromCharCode(plain ? own : value)
  }
  return (/^wingdings/i.test(font) ? CHECK_FONT[own] : undefined) ?? String.fromCharCode(value)
}
