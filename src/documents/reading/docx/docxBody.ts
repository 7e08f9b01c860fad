import type { SaxesTagNS } from 'saxes'
import { AlternateContent, COMPATIBILITY } from './alternateContent'
import { DocxFields } from './docxFields'
import { Flows } from './docxFlow'
import { isMath, SKIPPED } from './docxNames'
import type { Numbering } from './docxNumbering'
import { symbolText } from './docxSymbol'
import { DocxTables } from './docxTables'
import { isOn, NOTHING, wholeNumber, type Closer } from './docxValue'
import { Budget, type FlowItem } from '../draftTable'
import { WORD } from '../archive/packageParts'
import { attributeOf, type XmlReader } from '../readXml'
import type { ReadingLimits } from '../readingLimits'
import type { SetAside } from '../sourceDocument'

const PICTURES: ReadonlySet<string> = new Set(['drawing', 'pict', 'imagedata'])

/**
 * Reads the body of a WordprocessingML document (ECMA-376-1 §17) into lines and tables as the published page shows them:
 * tracked changes accepted, fields by their result, one branch of alternate content, text boxes after their paragraph;
 * notes, comments and bookmarks left out; hidden text set aside, for nobody who reads the page sees it (D).
 */
export class DocxBody implements XmlReader {
  readonly setAside: SetAside[] = []
  private readonly budget: Budget
  private readonly flows: Flows
  private readonly tables: DocxTables
  private readonly fields = new DocxFields()
  private readonly alternatives = new AlternateContent()
  private readonly closers: (() => void)[] = []
  private skipping = 0
  private listening = false
  private hidden = false
  /** Whether a picture is shown anywhere. */
  pictures = false
  private within: 'paragraph' | 'row' | null = null

  constructor(numbering: Numbering, limits: ReadingLimits) {
    this.budget = new Budget(limits)
    this.flows = new Flows(numbering)
    this.tables = new DocxTables(this.flows, this.budget, this.setAside)
  }

  get problem() {
    return this.budget.problem
  }

  /** Everything read, once the part has ended. */
  get items(): readonly FlowItem[] {
    return this.flows.body.items
  }

  open(tag: SaxesTagNS): void {
    if (this.skipping > 0) {
      this.skipping += 1
      return
    }
    if (PICTURES.has(tag.local)) this.pictures = true
    const closer = this.start(tag)
    if (closer === null) this.skipping = 1
    else this.closers.push(closer)
  }

  close(): void {
    if (this.skipping > 0) this.skipping -= 1
    else this.closers.pop()?.()
  }

  text(text: string): void {
    if (this.listening && this.skipping === 0) this.say(text)
  }

  private start(tag: SaxesTagNS): Closer {
    const { local, uri } = tag
    this.alternatives.learn(tag)
    if (WORD.has(uri)) return SKIPPED.has(local) ? null : this.word(local, tag)
    if (uri === COMPATIBILITY) return this.alternatives.start(tag)
    return local === 't' && isMath(uri) ? this.listen() : NOTHING
  }

  private word(local: string, tag: SaxesTagNS): Closer {
    switch (local) {
      case 't':
        return this.listen()
      case 'r':
        this.hidden = false
        return this.endRun
      case 'p':
        return this.endParagraph
      case 'pPr':
        return this.inside('paragraph')
      case 'trPr':
        return this.inside('row')
      case 'del':
      case 'moveFrom':
        return this.deleted()
      case 'txbxContent':
        return this.box()
      case 'sectPr':
        this.flows.top.breaks = true
        return null
      case 'altChunk':
        this.setAside.push({ kind: 'embedded-file', where: null, text: '' })
        return null
      default:
        return this.sign(local, tag) ?? this.tables.start(local, tag)
    }
  }

  /** An element that is a character, or says something of the run or paragraph it stands in; `null` when it is none. */
  private sign(local: string, tag: SaxesTagNS): Closer {
    switch (local) {
      case 'tab':
      case 'ptab':
        this.say(' ')
        return NOTHING
      case 'br':
      case 'cr':
        if (attributeOf(tag, 'type') === 'page') this.flows.top.breaks = true
        this.say('\n')
        return NOTHING
      case 'noBreakHyphen':
        this.say('-')
        return NOTHING
      case 'sym':
        this.say(symbolText(attributeOf(tag, 'font') ?? '', attributeOf(tag, 'char') ?? ''))
        return NOTHING
      case 'vanish':
        if (this.within === null) this.hidden = isOn(tag)
        return NOTHING
      case 'fldChar':
        this.fields.mark(attributeOf(tag, 'fldCharType'))
        return NOTHING
      case 'pageBreakBefore':
        if (isOn(tag)) this.flows.top.breaks = true
        return NOTHING
      case 'pStyle':
        this.flows.number().style = attributeOf(tag, 'val')
        return NOTHING
      case 'numId':
        this.flows.number().list = attributeOf(tag, 'val')
        return NOTHING
      case 'ilvl':
        this.flows.number().level = wholeNumber(attributeOf(tag, 'val'), 0)
        return NOTHING
      default:
        return null
    }
  }

  private listen(): Closer {
    this.listening = true
    return this.endListening
  }

  private readonly endListening = (): void => {
    this.listening = false
  }

  private readonly endRun = (): void => {
    this.hidden = false
  }

  private readonly endParagraph = (): void => {
    this.hidden = false
    this.fields.endParagraph()
    this.flows.endParagraph()
  }

  private say(text: string): void {
    if (this.fields.inCode) return
    this.budget.text(text.length)
    if (!this.hidden) this.flows.top.text += text
    else if (text.trim() !== '') this.setAside.push({ kind: 'hidden-text', where: null, text })
  }

  private inside(place: 'paragraph' | 'row'): Closer {
    const before = this.within
    this.within = place
    return () => {
      this.within = before
    }
  }

  /** A w:del or w:moveFrom: of a paragraph's mark, of a row, or around runs that are gone. */
  private deleted(): Closer {
    if (this.within === null) return null
    const { row } = this.tables
    if (this.within === 'paragraph') this.flows.top.runsOn = true
    else if (row) row.deleted = true
    return NOTHING
  }

  private box(): Closer {
    const around = this.flows.top
    const { items } = this.flows.push()
    return () => {
      this.flows.pop()
      for (const item of items) around.boxed.push(item)
    }
  }
}
