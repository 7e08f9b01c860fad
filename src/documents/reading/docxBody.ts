import type { SaxesTagNS } from 'saxes'
import { laidOut, type WordCell, type WordRow } from './docxTable'
import { Budget, linesOf, type FlowItem } from './draftTable'
import { SKIPPED, UNDERSTOOD, COMPATIBILITY, isMath } from './docxNames'
import type { Numbering, ParagraphNumber } from './docxNumbering'
import { symbolText } from './docxSymbol'
import { WORD } from './packageParts'
import { attributeOf, type XmlReader } from './readXml'
import type { ReadingLimits } from './readingLimits'
import type { SetAside } from './sourceDocument'

interface Flow {
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

interface OpenTable {
  readonly grid: number[]
  readonly rows: WordRow[]
  row: WordRow | null
  cell: WordCell | null
}

type Field = 'instruction' | 'result'

const NOTHING = () => {}

/**
 * Reads the body of a WordprocessingML document (ECMA-376-1 §17) into lines and tables as the published page shows them:
 * tracked changes accepted, fields by their result, one branch of alternate content, text boxes after their paragraph;
 * notes, comments and bookmarks left out; hidden text set aside, for nobody who reads the page sees it (D).
 */
export class DocxBody implements XmlReader {
  readonly setAside: SetAside[] = []
  private readonly budget: Budget
  private readonly body = newFlow()
  private readonly flows: Flow[] = [this.body]
  private readonly tables: OpenTable[] = []
  private readonly closers: (() => void)[] = []
  private readonly fields: Field[] = []
  private skipping = 0
  private listening = false
  private hidden = false
  private within: 'paragraph' | 'row' | null = null
  private readonly branches: { chosen: boolean }[] = []
  private readonly prefixes = new Map<string, string>()
  private dissolved = 0

  constructor(
    private readonly numbering: Numbering,
    limits: ReadingLimits,
  ) {
    this.budget = new Budget(limits)
  }

  get problem() {
    return this.budget.problem
  }

  /** Everything read, once the part has ended. */
  get items(): readonly FlowItem[] {
    return this.body.items
  }

  open(tag: SaxesTagNS): void {
    if (this.skipping > 0) {
      this.skipping += 1
      return
    }
    const closer = this.start(tag)
    if (closer === null) this.skipping = 1
    else this.closers.push(closer)
  }

  close(): void {
    if (this.skipping > 0) {
      this.skipping -= 1
      return
    }
    this.closers.pop()?.()
  }

  text(text: string): void {
    if (this.listening && this.skipping === 0) this.say(text)
  }

  /** What an element does, and what its end does; `null` when it is passed over with all it holds. */
  private start(tag: SaxesTagNS): (() => void) | null {
    const { local, uri } = tag
    for (const prefix in tag.ns) this.prefixes.set(prefix, tag.ns[prefix] ?? '')
    if (WORD.has(uri)) return SKIPPED.has(local) ? null : this.word(local, tag)
    if (uri === COMPATIBILITY) return this.alternative(local, tag)
    if (local === 't' && isMath(uri)) return this.listen()
    return NOTHING
  }

  private word(local: string, tag: SaxesTagNS): (() => void) | null {
    switch (local) {
      case 't':
        return this.listen()
      case 'r':
        this.hidden = false
        return () => {
          this.hidden = false
        }
      case 'pStyle':
        this.number().style = attributeOf(tag, 'val')
        return NOTHING
      case 'numId':
        this.number().list = attributeOf(tag, 'val')
        return NOTHING
      case 'ilvl':
        this.number().level = number(attributeOf(tag, 'val'), 0)
        return NOTHING
      case 'p':
        return () => {
          this.endParagraph()
        }
      case 'tab':
      case 'ptab':
        this.say(' ')
        return NOTHING
      case 'pageBreakBefore':
        if (isOn(tag)) this.flow.breaks = true
        return NOTHING
      case 'sectPr':
        this.flow.breaks = true
        return null
      case 'br':
      case 'cr':
        if (attributeOf(tag, 'type') === 'page') this.flow.breaks = true
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
      case 'pPr':
        return this.inside('paragraph')
      case 'trPr':
        return this.inside('row')
      case 'fldChar':
        this.field(attributeOf(tag, 'fldCharType'))
        return NOTHING
      case 'del':
      case 'moveFrom':
        return this.deleted()
      case 'altChunk':
        this.setAside.push({ kind: 'embedded-file', where: null, text: '' })
        return null
      case 'txbxContent':
        return this.box()
      default:
        return this.tablePart(local, tag)
    }
  }

  private tablePart(local: string, tag: SaxesTagNS): (() => void) | null {
    if (local === 'tbl') return this.table()
    if (this.dissolved > 0) return NOTHING
    const table = this.tables.at(-1)
    switch (local) {
      case 'gridCol':
        table?.grid.push(number(attributeOf(tag, 'w'), 0) + (table.grid.at(-1) ?? 0))
        return NOTHING
      case 'tr':
        return this.row()
      case 'tc':
        return this.cell()
      case 'gridBefore':
        if (table?.row) table.row.before = this.span(tag, 0)
        return NOTHING
      case 'tblHeader':
        if (table?.row) table.row.heading = isOn(tag)
        return NOTHING
      case 'hidden':
        if (table?.row && !table.cell) table.row.hidden = isOn(tag)
        return NOTHING
      case 'gridSpan':
        if (table?.cell) table.cell.span = this.span(tag, 1)
        return NOTHING
      case 'vMerge':
        if (table?.cell) table.cell.vertical = attributeOf(tag, 'val') === 'restart' ? 'restart' : 'continue'
        return NOTHING
      case 'hMerge':
        if (table?.cell)
          table.cell.horizontal = attributeOf(tag, 'val') === 'restart' ? 'restart' : 'continue'
        return NOTHING
      case 'cellDel':
        if (table?.cell) table.cell.deleted = true
        return NOTHING
      case 'cellMerge':
        if (table?.cell) table.cell.vertical = attributeOf(tag, 'vMerge') === 'cont' ? 'continue' : 'restart'
        return NOTHING
      default:
        return NOTHING
    }
  }

  private get flow(): Flow {
    return this.flows.at(-1) ?? this.body
  }

  private listen(): () => void {
    this.listening = true
    return () => {
      this.listening = false
    }
  }

  private say(text: string): void {
    if (this.fields.includes('instruction')) return
    this.budget.text(text.length)
    if (this.hidden) {
      if (text.trim() !== '') this.setAside.push({ kind: 'hidden-text', where: null, text })
      return
    }
    this.flow.text += text
  }

  private inside(place: 'paragraph' | 'row'): () => void {
    const before = this.within
    this.within = place
    return () => {
      this.within = before
    }
  }

  /** A w:del or w:moveFrom: of a paragraph's mark, of a row, or around runs that are gone. */
  private deleted(): (() => void) | null {
    if (this.within === null) return null
    const row = this.tables.at(-1)?.row
    if (this.within === 'paragraph') this.flow.runsOn = true
    else if (row) row.deleted = true
    return NOTHING
  }

  /** A field that never came to its result ends with its paragraph, so a broken one hides nothing. */
  private endParagraph(): void {
    this.hidden = false
    for (const [index, field] of this.fields.entries()) {
      if (field === 'instruction') this.fields[index] = 'result'
    }
    const { flow } = this
    const before = flow.items.length
    if (flow.runsOn) flow.runsOn = false
    else this.flush()
    if (flow === this.body && before === flow.items.length)
      flow.items.push({ kind: 'gap', page: flow.breaks })
    flow.breaks = false
  }

  private number(): ParagraphNumber {
    this.flow.number ??= { style: null, list: null, level: null }
    return this.flow.number
  }

  private flush(): void {
    const { flow } = this
    if (flow.number) flow.text = this.numbering.next(flow.number) + flow.text
    flow.number = null
    for (const text of linesOf(flow.text)) flow.items.push({ kind: 'line', text })
    for (const item of flow.boxed) flow.items.push(item)
    flow.text = ''
    flow.boxed = []
  }

  private field(type: string | null): void {
    if (type === 'begin') this.fields.push('instruction')
    else if (type === 'end') this.fields.pop()
    else if (type === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = 'result'
  }

  /** Chooses the first branch whose extensions are understood, else the fallback, so a text box is read once. */
  private alternative(local: string, tag: SaxesTagNS): (() => void) | null {
    if (local === 'AlternateContent') {
      this.branches.push({ chosen: false })
      return () => {
        this.branches.pop()
      }
    }
    const branch = this.branches.at(-1)
    if (local !== 'Choice' && local !== 'Fallback') return NOTHING
    if (!branch || branch.chosen) return null
    const required = (attributeOf(tag, 'Requires') ?? '').split(/\s+/).filter((prefix) => prefix !== '')
    const understood = required.every((prefix) => UNDERSTOOD.has(this.prefixes.get(prefix) ?? ''))
    if (local === 'Choice' && !understood) return null
    branch.chosen = true
    return NOTHING
  }

  private box(): () => void {
    const around = this.flow
    const inside = newFlow()
    this.flows.push(inside)
    return () => {
      this.flush()
      this.flows.pop()
      for (const item of inside.items) around.boxed.push(item)
    }
  }

  private table(): () => void {
    if (this.dissolved > 0 || this.tables.length >= this.budget.limits.depth) {
      this.dissolved += 1
      return () => {
        this.dissolved -= 1
      }
    }
    this.flush()
    const table: OpenTable = { grid: [], rows: [], row: null, cell: null }
    this.tables.push(table)
    return () => {
      this.tables.pop()
      this.endTable(table)
    }
  }

  private endTable(table: OpenTable): void {
    const rows = table.rows.filter((row) => !row.hidden)
    for (const { hidden, cells } of table.rows) {
      if (!hidden) continue
      for (const cell of cells) {
        const text = cell.items.flatMap((item) => (item.kind === 'line' ? [item.text] : [])).join('\n')
        if (text !== '') this.setAside.push({ kind: 'hidden-row', where: null, text })
      }
    }
    if (rows.length === 0) return
    const { table: laid, columns, covered } = laidOut(rows, table.grid)
    this.budget.table(rows.length, columns)
    for (const text of covered) this.setAside.push({ kind: 'covered-text', where: null, text })
    this.flow.items.push({ kind: 'table', table: laid })
  }

  private row(): () => void {
    const table = this.tables.at(-1)
    if (!table || table.row) return NOTHING
    const row: WordRow = { before: 0, deleted: false, hidden: false, heading: false, cells: [] }
    table.row = row
    return () => {
      table.row = null
      if (row.deleted) return
      table.rows.push(row)
      if (table.rows.length > this.budget.limits.rows) this.budget.table(table.rows.length, 1)
    }
  }

  private cell(): () => void {
    const table = this.tables.at(-1)
    if (!table?.row || table.cell) return NOTHING
    const inside = newFlow()
    const cell: WordCell = { span: 1, vertical: null, horizontal: null, deleted: false, items: inside.items }
    const { row } = table
    table.cell = cell
    this.flows.push(inside)
    return () => {
      this.flush()
      this.flows.pop()
      table.cell = null
      if (!cell.deleted) row.cells.push(cell)
    }
  }

  private span(tag: SaxesTagNS, least: number): number {
    return Math.min(Math.max(number(attributeOf(tag, 'val'), least), least), this.budget.limits.columns + 1)
  }
}

function newFlow(): Flow {
  return { items: [], boxed: [], text: '', runsOn: false, breaks: false, number: null }
}

function isOn(tag: SaxesTagNS): boolean {
  const value = attributeOf(tag, 'val')
  return value === null || !/^(?:0|false|off)$/i.test(value)
}

function number(text: string | null, otherwise: number): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : otherwise
}
