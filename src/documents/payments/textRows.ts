import { formulaEnd, formulaText } from '../reading/formulaText'

const SEPARATORS = [',', '\t', ';', '|', '，', '；', '^', '~'] as const
const SAMPLE = 60
const TALLEST_CELL = 20

/** The rows of a text table as texts, whatever parts its cells: a comma, tab, semicolon, bar or wide blanks. Rows are counted as a spreadsheet counts them, blank ones too. */
export function parseRows(text: string): string[][] {
  const body = text.replaceAll(/\r\n?/g, '\n')
  const told = /^sep=(.)\n/i.exec(body)
  const separator = told?.[1] ?? separatorOf(body)
  if (separator === null)
    return body.split('\n').map((line) =>
      line
        .trim()
        .split(/\s{2,}|\t/)
        .map(formulaText),
    )
  return new CsvReader(body, separator).rows()
}

/** The separator that stands equally often in most of the first lines. */
function separatorOf(body: string): string | null {
  const lines = body
    .split('\n', SAMPLE)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replaceAll(/"[^"]*"/g, '""'))
  let best: string | null = null
  let most = 0
  for (const separator of SEPARATORS) {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const own = line.split(separator).length - 1
      if (own > 0) counts.set(own, (counts.get(own) ?? 0) + 1)
    }
    const alike = Math.max(0, ...[...counts].map(([own, times]) => times * Math.min(own, 4)))
    if (alike > most) {
      most = alike
      best = separator
    }
  }
  return best
}

class CsvReader {
  private at = 0
  /** The end of the line in which a quote is never closed: what fails for one cell of it fails for each that follows. */
  private hopelessUntil = 0

  constructor(
    private readonly text: string,
    private readonly separator: string,
  ) {}

  rows(): string[][] {
    const rows: string[][] = []
    while (this.at < this.text.length) rows.push(this.row())
    return rows
  }

  private row(): string[] {
    const cells: string[] = []
    for (;;) {
      cells.push(formulaText(this.cell()))
      const end = this.text[this.at]
      this.at += 1
      if (end !== this.separator) return cells
    }
  }

  private cell(): string {
    if (this.text[this.at] === '"') {
      const quoted = this.quoted(this.at < this.hopelessUntil)
      if (quoted !== null) return quoted
      if (this.at >= this.hopelessUntil) this.hopelessUntil = this.lineEnd()
    }
    const from = this.at
    this.at = formulaEnd(this.text, from) ?? from
    while (this.at < this.text.length) {
      const char = this.text[this.at]
      if (char === this.separator || char === '\n') break
      this.at += 1
    }
    return this.text.slice(from, this.at)
  }

  private lineEnd(): number {
    const end = this.text.indexOf('\n', this.at)
    return end < 0 ? this.text.length : end
  }

  /** A quoted cell ends at a quote before a separator or the line's end; one that is never closed is read as it stands, so that it swallows no lines. In a `hopeless` line only the quotes it begins with can close it. */
  private quoted(hopeless: boolean): string | null {
    let lines = 0
    for (let at = this.at + 1; at < this.text.length; at += 1) {
      const char = this.text[at]
      if (char === '\n') lines += 1
      if (lines > TALLEST_CELL || (hopeless && char !== '"')) return null
      if (char !== '"') continue
      if (this.text[at + 1] === '"') {
        at += 1
        continue
      }
      let after = at + 1
      while (this.text[after] === ' ') after += 1
      const next = this.text[after]
      if (next !== undefined && next !== '\n' && next !== this.separator) {
        if (lines > 0) return null
        continue
      }
      const cell = this.text.slice(this.at + 1, at).replaceAll('""', '"')
      this.at = after
      return cell
    }
    return null
  }
}
