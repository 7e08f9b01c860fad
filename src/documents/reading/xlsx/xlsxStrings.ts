import type { SaxesTagNS } from 'saxes'
import type { ReadingLimits } from '../readingLimits'
import type { XmlReader } from '../readXml'

/** The shared strings of a workbook by their index, rich text put together, readings of characters (rPh) left out (ECMA-376-1 §18.4). */
export class SharedStrings implements XmlReader {
  readonly list: string[] = []
  problem: 'too-large' | null = null
  private readonly gather = new StringGatherer()
  private characters = 0

  constructor(private readonly limits: ReadingLimits) {}

  open(tag: SaxesTagNS): void {
    if (tag.local === 'si') this.gather.start()
    this.gather.open(tag.local)
  }

  close(tag: SaxesTagNS): void {
    this.gather.close(tag.local)
    if (tag.local === 'si') this.list.push(this.gather.value)
  }

  text(text: string): void {
    this.characters += text.length
    if (this.characters > this.limits.characters) this.problem = 'too-large'
    this.gather.text(text)
  }
}

/** Gathers the text of one string item: its own, or that of its runs. */
export class StringGatherer {
  value = ''
  private listening = false
  private reading = 0

  start(): void {
    this.value = ''
  }

  open(local: string): void {
    if (local === 'rPh') this.reading += 1
    if (local === 't') this.listening = this.reading === 0
  }

  close(local: string): void {
    if (local === 'rPh') this.reading -= 1
    if (local === 't') this.listening = false
  }

  text(text: string): void {
    if (this.listening) this.value += unescaped(text)
  }
}

/** Control characters that XML cannot hold are written _xHHHH_ (ECMA-376-1 §22.9.2.19). */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
