/** Follows complex fields (ECMA-376-1 §17.16.18): between begin and separate stands their code, then what they show. */
export class DocxFields {
  private readonly open: ('code' | 'result')[] = []

  /** Whether text here belongs to a field's code and is not shown. */
  get inCode(): boolean {
    return this.open.includes('code')
  }

  mark(type: string | null): void {
    if (type === 'begin') this.open.push('code')
    else if (type === 'end') this.open.pop()
    else if (type === 'separate' && this.open.length > 0) this.open[this.open.length - 1] = 'result'
  }

  /** A field that never came to its result ends with its paragraph, so a broken one hides nothing. */
  endParagraph(): void {
    for (const [index, state] of this.open.entries()) if (state === 'code') this.open[index] = 'result'
  }
}
