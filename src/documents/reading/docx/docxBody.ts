import type { SaxesTagNS } from 'saxes'
import { markedFigure, marksFigure } from '@/domain/number/raisedSign'
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

/** How a run shows its text unless it says otherwise. */
const PLAIN = { hidden: false, struck: false, raised: false }
const PICTURES: ReadonlySet<string> = new Set(['drawing', 'pict', 'imagedata'])

/**
 * Reads the body of a WordprocessingML document (ECMA-376-1 §17) into lines and tables as the published page shows them:
 * tracked changes accepted, fields by their result, one branch of alternate content, text boxes after their paragraph;
 * notes, comments and bookmarks left out; set aside are hidden text, for nobody who reads the page sees it, struck text, and a raised sign at a figure (D).
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
  private run = { ...PLAIN }
  /** What the deletion that is being skipped held. */
  private gone: string | null = null
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
    if (this.skipping === 0) this.closers.pop()?.()
    else {
      this.skipping -= 1
      if (this.skipping === 0) this.tellGone()
    }
  }

  text(text: string): void {
    if (this.skipping > 0) {
      if (this.gone !== null) this.gone += text
    } else if (this.listening) this.say(text)
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
        this.run = { ...PLAIN }
        return this.endRun
      case 'p':
        return this.endParagraph
      case 'pPr':
        return this.inside('paragraph')
      case 'trPr':
        return this.inside('row')
      case 'del':
        if (this.within === null) this.gone = ''
        return this.deleted()
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
        if (this.within === null) this.run.hidden = isOn(tag)
        return NOTHING
      case 'strike':
      case 'dstrike':
        if (this.within === null) this.run.struck ||= isOn(tag)
        return NOTHING
      case 'vertAlign':
        if (this.within === null) this.run.raised = /^su[pb]/.test(attributeOf(tag, 'val') ?? '')
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
    this.run = { ...PLAIN }
  }

  private readonly endParagraph = (): void => {
    this.run = { ...PLAIN }
    this.fields.endParagraph()
    this.flows.endParagraph()
  }

  private say(text: string): void {
    if (this.fields.inCode) return
    this.budget.text(text.length)
    const { top } = this.flows
    const { hidden, struck, raised } = this.run
    if (hidden) this.aside('hidden-text', text)
    else if (struck) this.aside('struck-text', text)
    else if (raised && marksFigure(text, top.text)) this.aside('raised-sign', markedFigure(text, top.text))
    else top.text += text
  }

  private aside(kind: SetAside['kind'], text: string): void {
    if (text.trim() !== '') this.setAside.push({ kind, where: null, text })
  }

  private tellGone(): void {
    if (this.gone !== null) this.aside('struck-text', this.gone)
    this.gone = null
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
