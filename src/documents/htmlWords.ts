/** Text gathered as a browser would show it: runs of white space as one, blocks and <br> on lines of their own. */
export class Words {
  private readonly pieces: string[] = []
  private last = '\n'

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

  toString(): string {
    return this.pieces
      .join('')
      .replaceAll('\u00A0', ' ')
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .trim()
  }

  private put(piece: string): void {
    this.pieces.push(piece)
    this.last = piece.at(-1) ?? this.last
  }
}
