import { linesOf, type FlowItem } from '../draftTable'
import type { Numbering, ParagraphNumber } from './docxNumbering'

/** Where text goes while a document is read: the body, a cell or a text box, with its open paragraph. */
export interface Flow {
  readonly items: FlowItem[]
  /** What text boxes anchored in the open paragraph hold; it follows the paragraph. */
  boxed: FlowItem[]
  text: string
  /** The mark of the open paragraph is deleted: the next one runs on from it. */
  runsOn: boolean
  /** The open paragraph ends a page or a section. */
  breaks: boolean
  /** What the open paragraph says of its number. */
  number: ParagraphNumber | null
}

/** The flows open inside each other, the body outermost. */
export class Flows {
  readonly body = newFlow()
  private readonly open: Flow[] = [this.body]

  constructor(private readonly numbering: Numbering) {}

  get top(): Flow {
    return this.open.at(-1) ?? this.body
  }

  /** What the open paragraph says of its number, to be written into. */
  number(): ParagraphNumber {
    const { top } = this
    top.number ??= { style: null, list: null, level: null }
    return top.number
  }

  push(): Flow {
    const flow = newFlow()
    this.open.push(flow)
    return flow
  }

  pop(): void {
    this.flush()
    if (this.open.length > 1) this.open.pop()
  }

  /** Ends the open paragraph; in the body a blank one leaves a gap, which may end a page. */
  endParagraph(): void {
    const { top } = this
    const before = top.items.length
    if (top.runsOn) top.runsOn = false
    else this.flush()
    if (top === this.body && before === top.items.length) top.items.push({ kind: 'gap', page: top.breaks })
    top.breaks = false
  }

  flush(): void {
    const { top } = this
    if (top.number) top.text = this.numbering.next(top.number) + top.text
    for (const text of linesOf(top.text)) top.items.push({ kind: 'line', text })
    for (const item of top.boxed) top.items.push(item)
    top.number = null
    top.text = ''
    top.boxed = []
  }
}

function newFlow(): Flow {
  return { items: [], boxed: [], text: '', runsOn: false, breaks: false, number: null }
}
