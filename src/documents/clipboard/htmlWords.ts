/** Text gathered as a browser would show it: runs of white space as one, blocks and <br> on lines of their own. */
export class Words {
  private readonly pieces: string[] = []
  private last = '\n'
  private readonly asides: { readonly from: number; readonly to: number }[] = []

  add(text: string): void {
    const run = text.replace(/[ \t\r\n\f]+/g, ' ')
    const piece = this.last === ' ' || this.last === '\n' ? run.replace(/^ /, '') : run
    if (piece !== '') this.put(piece)
  }

  breakLine(): void {
    this.put('\n')
  }

  endBlock(): void {
    if (this.last !== '\n') this.put('\n')
  }

  /** Adds what belongs to the whole text but not to `own()`: the words of a table inside a cell. */
  aside(write: () => void): void {
    const from = this.pieces.length
    write()
    this.asides.push({ from, to: this.pieces.length })
  }

  /** The last words so far, for what stands before a sign. */
  get tail(): string {
    return this.pieces.slice(-2).join('')
  }

  /** How far the text has come, for `between`. */
  get length(): number {
    return this.pieces.length
  }

  /** The text from one length to another. */
  between(from: number, to: number): string {
    return trimmed(this.pieces.slice(from, to))
  }

  toString(): string {
    return trimmed(this.pieces)
  }

  /** The text without what was added aside, a line break in its place. */
  own(): string {
    if (this.asides.length === 0) return this.toString()
    const pieces: string[] = []
    let at = 0
    for (const { from, to } of this.asides) {
      for (const piece of this.pieces.slice(at, from)) pieces.push(piece)
      pieces.push('\n')
      at = to
    }
    return trimmed([...pieces, ...this.pieces.slice(at)])
  }

  private put(piece: string): void {
    this.pieces.push(piece)
    this.last = piece.at(-1) ?? this.last
  }
}

function trimmed(pieces: readonly string[]): string {
  return pieces
    .join('')
    .replaceAll('\u00A0', ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
}
