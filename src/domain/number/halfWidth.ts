const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '\u3000': ' ',
    '\u00A0': ' ',
    '\u2550': '=',
    '\u2212': '-',
    '\u066A': '%',
    '\uFE50': ',',
    '\uFE51': '、',
    '\uFE52': '.',
    '\uFE54': ';',
    '\uFE55': ':',
    '\uFE56': '?',
    '\uFE57': '!',
    '\uFE58': '—',
    '\uFE59': '(',
    '\uFE5A': ')',
    '\uFE5B': '{',
    '\uFE5C': '}',
    '\uFE5D': '〔',
    '\uFE5E': '〕',
    '\uFE5F': '#',
    '\uFE60': '&',
    '\uFE61': '*',
    '\uFE62': '+',
    '\uFE63': '-',
    '\uFE64': '<',
    '\uFE65': '>',
    '\uFE66': '=',
    '\uFE68': '\\',
    '\uFE69': '$',
    '\uFE6A': '%',
    '\uFE6B': '@',
  }),
)

/** Turns full-width and small forms (１２％＝，﹪﹦﹥) and look-alike equals, minus and percent signs into half-width, one character for one, so positions still match the print (domain.md §5). */
export function toHalfWidth(text: string): string {
  return text.replace(
    /[\uFF01-\uFF5E\uFE50-\uFE6B\u3000\u2550\u2212\u00A0\u066A]/g,
    (char) =>
      LOOK_ALIKES.get(char) ?? (char >= '\uFF01' ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char),
  )
}
