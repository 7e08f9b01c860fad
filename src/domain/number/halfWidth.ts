/** Turns full-width ASCII forms (１２％＝，) and look-alike equals and minus signs into half-width, one character for one, so positions still match the print (DOMAIN.md §5). */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000\uFE66\u2550\u2212\u00A0]/g, (char) => {
    if (char === '\u3000' || char === '\u00A0') return ' '
    if (char === '\uFE66' || char === '\u2550') return '='
    if (char === '\u2212') return '-'
    return String.fromCharCode(char.charCodeAt(0) - 0xfee0)
  })
}
