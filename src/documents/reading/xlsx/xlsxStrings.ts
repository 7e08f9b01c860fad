import type { SaxesTagNS } from 'saxes'
import type { ReadingLimits } from '../readingLimits'
import { attributeOf, type XmlReader } from '../readXml'

/** One text of a workbook as its runs: struck or not, `null` where a run goes by its cell. */
export type CellText = readonly { readonly text: string; readonly struck: boolean | null }[]

/** The shared strings of a workbook by their index, rich text as its runs, readings of characters (rPh) left out (ECMA-376-1 §18.4). */
export class SharedStrings implements XmlReader {
  readonly list: CellText[] = []
  problem: 'too-large' | null = null
  private readonly gather = new StringGatherer()
  private characters = 0

  constructor(private readonly limits: ReadingLimits) {}

  open(tag: SaxesTagNS): void {
    if (tag.local === 'si') this.gather.start()
    this.gather.open(tag)
  }

  close(tag: SaxesTagNS): void {
    this.gather.close(tag.local)
    if (tag.local === 'si') this.list.push(this.gather.runs)
  }

  text(text: string): void {
    this.characters += text.length
    if (this.characters > this.limits.characters) this.problem = 'too-large'
    this.gather.text(text)
  }
}

/** Gathers one string item: its own text, or its runs with whether each is struck. */
export class StringGatherer {
  runs: { text: string; struck: boolean | null }[] = []
  private listening = false
  private reading = 0
  private struck: boolean | null = null

  start(): void {
    this.runs = []
    this.struck = null
  }

  open(tag: SaxesTagNS): void {
    const { local } = tag
    if (local === 'rPh') this.reading += 1
    else if (local === 'r') this.struck = null
    else if (local === 'rPr') this.struck = false
    else if (local === 'strike') this.struck = isOn(tag)
    if (local === 't') this.listening = this.reading === 0
  }

  close(local: string): void {
    if (local === 'rPh') this.reading -= 1
    if (local === 't') this.listening = false
  }

  text(text: string): void {
    if (!this.listening) return
    const last = this.runs.at(-1)
    if (last?.struck === this.struck) last.text += unescaped(text)
    else this.runs.push({ text: unescaped(text), struck: this.struck })
  }
}

/** Whether an element that switches something (strike) is on: it is unless it says otherwise. */
export function isOn(tag: SaxesTagNS): boolean {
  return !/^(?:0|false|off|none|noStrike)$/i.test(attributeOf(tag, 'val') ?? '1')
}

/** Control characters that XML cannot hold are written _xHHHH_ (ECMA-376-1 §22.9.2.19). */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
