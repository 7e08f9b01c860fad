/** Follows complex fields (ECMA-376-1 §17.16.18): between begin and separate stands their code, then what they show. */
export class DocxFields {
  private readonly open: ('code' | 'result')[] = []
  private codes = 0
  private settled = 0

  /** Whether text here belongs to a field's code and is not shown. */
  get inCode(): boolean {
    return this.codes > 0
  }

  mark(type: string | null): void {
    if (type === 'begin') {
      this.open.push('code')
      this.codes += 1
    } else if (type === 'end') {
      if (this.open.pop() === 'code') this.codes -= 1
      this.settled = Math.min(this.settled, this.open.length)
    } else if (type === 'separate') this.show(this.open.length - 1)
  }

  /** A field that never came to its result ends with its paragraph, so a broken one hides nothing. */
  endParagraph(): void {
    for (let at = this.settled; at < this.open.length; at += 1) this.show(at)
    this.settled = this.open.length
  }

  private show(at: number): void {
    if (this.open[at] !== 'code') return
    this.open[at] = 'result'
    this.codes -= 1
  }
}
