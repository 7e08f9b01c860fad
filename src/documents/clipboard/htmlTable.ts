import { markedFigure, marksFigure } from '@/domain/number/raisedSign'
import { FormField } from './htmlFields'
import { type Look, StyleRules } from './htmlStyle'
import { attributesOf, htmlTokens, type HtmlToken } from './htmlTokens'
import { Words } from './htmlWords'

/** A cell as written: its text, how far it reaches, the number a spreadsheet noted behind it, and tables inside it. */
export interface HtmlCell {
  readonly text: string
  /** The text without that of the tables inside. */
  readonly own: string
  readonly rowSpan: number
  readonly columnSpan: number
  /** The span only lets text overflow (mso-ignore:colspan): the cells beside it exist and are empty. */
  readonly overflow: boolean
  readonly hidden: boolean
  readonly number: string | null
  /** Whether its text is struck through, all of it. */
  readonly struck: boolean
  readonly tables: readonly HtmlTable[]
}

export interface HtmlRow {
  readonly cells: readonly HtmlCell[]
  readonly hidden: boolean
}

export interface HtmlTable {
  readonly rows: readonly HtmlRow[]
  readonly hiddenColumns: ReadonlySet<number>
}

interface OpenCell {
  readonly words: Words
  readonly attributes: ReadonlyMap<string, string>
  readonly hidden: boolean
  /** Why its text is no value: struck through, or not to be seen though its place is kept. */
  aside: HtmlAside['kind'] | null
  /** Whether that is for its size, which an element inside may undo. */
  small: boolean
  readonly tables: HtmlTable[]
  pictures: string | null
  /** Whether some of its text is struck through. */
  struck: boolean
}

/** A hidden or struck element that is passed over; `told` is what it says, where that is to be told, and as what. */
interface Skipped {
  readonly name: string
  depth: number
  tables: number
  readonly inCell: boolean
  told: { readonly kind: HtmlAside['kind']; text: string } | null
}

interface OpenTable {
  /** How far the text outside tables had come when it began. */
  begins: number
  readonly rows: { cells: HtmlCell[]; hidden: boolean }[]
  readonly hiddenColumns: Set<number>
  columnIndex: number
  groupHidden: boolean
  row: { cells: HtmlCell[]; hidden: boolean; aside: HtmlAside['kind'] | null } | null
  cell: OpenCell | null
}

const DEEPEST = 8
const WIDEST_SPAN = 1000
const TALLEST_SPAN = 65_534
const MOST_COLUMNS = 16_384
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])
const BLOCK = new Set(
  'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section ul'.split(
    ' ',
  ),
)
/** The row without a height that Excel and Word append to state the widths of the columns. */
const NO_HEIGHT = /(?:^|\s)height=["']?0(?![\d.])/i
const TABLE_PARTS = new Set([
  'table',
  'tr',
  'td',
  'th',
  'tbody',
  'thead',
  'tfoot',
  'col',
  'colgroup',
  'caption',
])

/** A table of a page and the text outside tables that comes before it. */
export interface HtmlBlock {
  readonly before: string
  readonly table: HtmlTable
}

/** What a page holds and its reader must not take for words or figures: struck or hidden text, a raised sign at a figure, a picture in place of a text. */
export interface HtmlAside {
  readonly kind: 'struck-text' | 'hidden-text' | 'raised-sign' | 'picture'
  readonly text: string
}

/** Reads the tables of an HTML clipboard in their order, nested ones inside their cells, and the text outside any; never throws. */
export function readHtmlTables(html: string): { tables: readonly HtmlTable[]; text: string } {
  const { tables, outside } = readAll(html, Number.POSITIVE_INFINITY)
  return { tables: tables.map(({ table }) => table), text: outside.toString() }
}

/** Reads a page as a whole: each table with the text before it, the text behind the last, and what was set aside; `null` when it holds more than `most` cells. Never throws. */
export function readHtmlBlocks(
  html: string,
  most: number,
): { blocks: readonly HtmlBlock[]; behind: string; asides: readonly HtmlAside[] } | null {
  const { tables, outside, cells, asides } = readAll(html, most, true)
  if (cells > most) return null
  let from = 0
  const blocks = tables.map(({ table, at }) => {
    const before = outside.between(from, at)
    from = at
    return { before, table }
  })
  return { blocks, behind: outside.between(from, outside.length), asides }
}

interface AllRead {
  readonly tables: readonly { readonly table: HtmlTable; readonly at: number }[]
  readonly outside: Words
  readonly cells: number
  readonly asides: readonly HtmlAside[]
}

function readAll(html: string, most: number, page = false): AllRead {
  const reader = new Reader(html.includes('office:excel'), page ? new StyleRules(html) : null)
  for (const token of htmlTokens(html)) {
    reader.take(token)
    if (reader.cells > most) break
  }
  return reader.finish()
}

class Reader {
  private readonly tables: { table: HtmlTable; at: number }[] = []
  private readonly outside = new Words()
  private readonly open: OpenTable[] = []
  private skipped: Skipped | null = null
  private raised = 0
  private readonly asides: HtmlAside[] = []
  private field: FormField | null = null
  private tooDeep = 0
  cells = 0

  /** Of a page struck and hidden text and raised signs are set aside by its style sheets, and the fields of forms have their values; a clipboard keeps what it says. */
  constructor(
    private readonly spreadsheet: boolean,
    private readonly rules: StyleRules | null,
  ) {}

  take(token: HtmlToken): void {
    if (this.skipped && !this.leaves(token)) return
    if (this.field && this.inField(token)) return
    if (token.kind === 'text') this.say(token.text)
    else if (token.kind === 'open') this.start(token.name, token.attributes, token.closed)
    else this.end(token.name)
  }

  finish(): AllRead {
    this.endSkipped()
    while (this.open.length > 0) this.closeTable()
    return { tables: this.tables, outside: this.outside, cells: this.cells, asides: this.asides }
  }

  private say(text: string): void {
    const words = this.words()
    if (this.raised > 0 && marksFigure(text, words.tail))
      this.asides.push({ kind: 'raised-sign', text: markedFigure(text, words.tail) })
    else words.add(text)
  }

  private endSkipped(): void {
    const told = this.skipped?.told
    const cell = this.top()?.cell
    if (told?.kind === 'struck-text' && cell) cell.struck ||= told.text.trim() !== ''
    if (told) this.setAside(told.kind, told.text)
    this.skipped = null
  }

  private setAside(kind: HtmlAside['kind'], text: string): void {
    const said = text.replace(/\s+/g, ' ').trim()
    if (said !== '') this.asides.push({ kind, text: said })
  }

  /** Follows a select or textarea to its end, where its value is said; says whether the token was its own. */
  private inField(token: HtmlToken): boolean {
    const { field } = this
    if (field === null) return false
    const inside = field.take(token)
    if (field.ended) {
      this.field = null
      for (const [index, line] of field.value.split('\n').entries()) {
        if (index > 0) this.words().breakLine()
        this.words().add(line)
      }
    }
    return inside
  }

  private top(): OpenTable | null {
    return this.open.at(-1) ?? null
  }

  private words(): Words {
    return this.top()?.cell?.words ?? this.outside
  }

  /** Follows a hidden element to its end; a cell's end ends what was left open inside it. Says whether the token counts again. */
  private leaves(token: HtmlToken): boolean {
    const { skipped } = this
    if (!skipped) return false
    if (token.kind === 'text') {
      if (skipped.told) skipped.told.text += token.text
      return false
    }
    if (skipped.told?.kind === 'struck-text' && !skipped.inCell && token.name === 'table') {
      this.endSkipped()
      return true
    }
    if (
      skipped.inCell &&
      skipped.tables === 0 &&
      TABLE_PARTS.has(token.name) &&
      !(token.kind === 'open' && token.name === 'table')
    ) {
      this.endSkipped()
      return true
    }
    const step = token.kind === 'open' ? 1 : -1
    if (token.name === 'table') skipped.tables += step
    if (token.name === skipped.name && !(token.kind === 'open' && token.closed)) skipped.depth += step
    if (skipped.depth === 0) this.endSkipped()
    return false
  }

  private start(name: string, attributes: string, closed: boolean): void {
    if (TABLE_PARTS.has(name)) {
      this.startTablePart(name, attributes)
      return
    }
    if (name === 'br') this.words().breakLine()
    else if (BLOCK.has(name)) this.words().endBlock()
    const found = attributesOf(attributes)
    const look = this.look(name, found)
    if (this.rules) this.startOfPage(name, found, look)
    if (closed || VOID.has(name) || this.field) return
    if (isNote(attributes)) this.skip(name, null)
    else if (this.unseen(look, attributes))
      this.skip(name, this.rules && this.top()?.cell ? 'hidden-text' : null)
    else if (name === 'del' || (this.rules && (isStruck(name) || look.struck === true)))
      this.skip(name, this.rules ? 'struck-text' : null)
    else if (this.rules && RAISED.has(name)) this.raised += 1
    else if (name === 'textarea' && !this.rules) this.skip(name, null)
  }

  /** What only a page has: the values of form fields, pictures, sizes of text set again inside a cell that has none. */
  private startOfPage(name: string, found: ReadonlyMap<string, string>, look: Look): void {
    const cell = this.top()?.cell
    if (cell?.small && look.small === false) cell.aside = null
    if (look.gone || look.unseen) return
    if (name === 'img' && cell) cell.pictures = `${cell.pictures ?? ''}${found.get('alt') ?? ''}`
    const field = FormField.of(name, found)
    if (field?.ended) this.words().add(field.value)
    else if (field) this.field = field
  }

  private look(name: string, found: ReadonlyMap<string, string>): Look {
    const look = (this.rules ?? NO_RULES).of(name, found)
    return found.has('hidden') ? { ...look, gone: true } : look
  }

  private skip(name: string, told: HtmlAside['kind'] | null): void {
    this.skipped = {
      name,
      depth: 1,
      tables: name === 'table' ? 1 : 0,
      inCell: this.top()?.cell != null && name !== 'table',
      told: told === null ? null : { kind: told, text: '' },
    }
  }

  /** A spreadsheet hides the clipped end of a long text in a span, which is still the cell's text; everyone else hides what is not. */
  private unseen({ gone, unseen, small }: Look, attributes: string): boolean {
    if (!gone && !unseen && !(this.rules && small)) return false
    return !this.spreadsheet || /mso-hide\s*:\s*all/i.test(attributes)
  }

  private startTablePart(name: string, attributes: string): void {
    if (name === 'table') this.openTable(attributes)
    else if (this.tooDeep > 0) this.words().add(' ')
    else if (name === 'tr') this.openRow(attributes)
    else if (name === 'td' || name === 'th') this.openCell(attributes)
    else if (name === 'col') this.column(attributes)
    else if (name !== 'colgroup') {
      this.closeRow()
      const table = this.top()
      if (table && name !== 'caption') table.groupHidden = this.isHidden(name, attributes)
    }
  }

  private end(name: string): void {
    if (name === 'table') this.endTable()
    else if (this.tooDeep > 0 && TABLE_PARTS.has(name)) this.words().add(' ')
    else if (name === 'td' || name === 'th') this.closeCell()
    else if (name === 'tr') this.closeRow()
    else if (name === 'tbody' || name === 'thead' || name === 'tfoot') {
      this.closeRow()
      const table = this.top()
      if (table) table.groupHidden = false
    } else if (BLOCK.has(name)) this.words().endBlock()
    else if (RAISED.has(name)) this.raised = Math.max(0, this.raised - 1)
  }

  private openTable(attributes: string): void {
    if (this.isHidden('table', attributes)) {
      this.skip('table', this.rules ? 'hidden-text' : null)
      return
    }
    const parent = this.top()
    if (parent && !parent.cell) this.closeTable()
    if (this.open.length >= DEEPEST) {
      this.tooDeep += 1
      return
    }
    this.top()?.cell?.words.endBlock()
    if (this.open.length === 0) this.outside.endBlock()
    this.open.push({
      begins: this.outside.length,
      rows: [],
      hiddenColumns: new Set(),
      columnIndex: 0,
      groupHidden: false,
      row: null,
      cell: null,
    })
  }

  private endTable(): void {
    if (this.tooDeep > 0) this.tooDeep -= 1
    else if (this.open.length > 0) this.closeTable()
  }

  private closeTable(): void {
    this.closeRow()
    const table = this.open.pop()
    if (!table) return
    const cell = this.top()?.cell
    if (!cell) {
      this.tables.push({ table, at: table.begins })
      return
    }
    cell.tables.push(table)
    cell.words.aside(() => {
      for (const row of table.rows) {
        if (row.hidden) continue
        cell.words.endBlock()
        for (const inner of row.cells) if (!inner.hidden) cell.words.add(`${inner.text} `)
      }
      cell.words.endBlock()
    })
  }

  private openRow(attributes: string): void {
    if (this.open.length === 0) this.openTable('')
    this.closeRow()
    const table = this.top()
    if (!table) return
    if (table.rows.length === 0 && this.open.length === 1) this.beginBehindCaption(table)
    const look = this.look('tr', attributesOf(attributes))
    table.row = {
      cells: [],
      hidden: table.groupHidden || isGone(look) || NO_HEIGHT.test(attributes),
      aside: this.rules && look.struck ? 'struck-text' : null,
    }
    table.rows.push(table.row)
  }

  /** The caption of a table is text before it. */
  private beginBehindCaption(table: OpenTable): void {
    this.outside.endBlock()
    table.begins = this.outside.length
  }

  private openCell(attributes: string): void {
    if (!this.top()?.row) this.openRow('')
    this.closeCell()
    const table = this.top()
    if (!table) return
    const found = attributesOf(attributes)
    const look = this.look('td', found)
    const kept = this.rules !== null && look.gone !== true
    const unseen = kept && (look.unseen === true || look.small === true)
    table.cell = {
      words: new Words(),
      attributes: found,
      hidden: kept ? false : isGone(look),
      aside: unseen ? 'hidden-text' : this.rules && look.struck ? 'struck-text' : (table.row?.aside ?? null),
      small: unseen && look.unseen !== true,
      tables: [],
      pictures: null,
      struck: false,
    }
  }

  private isHidden(name: string, attributes: string): boolean {
    return attributes !== '' && isGone(this.look(name, attributesOf(attributes)))
  }

  private closeRow(): void {
    this.closeCell()
    const table = this.top()
    if (table) table.row = null
  }

  private closeCell(): void {
    const table = this.top()
    const cell = table?.cell
    if (!table || !cell) return
    table.cell = null
    this.raised = 0
    this.cells += 1
    const style = cell.attributes.get('style') ?? ''
    const said = cell.words.toString()
    const text = cell.aside === null ? said : ''
    if (cell.aside !== null) this.setAside(cell.aside, said)
    if (said === '' && cell.pictures !== null) this.setAside('picture', cell.pictures)
    table.row?.cells.push({
      text,
      own: cell.tables.length === 0 || text === '' ? text : cell.words.own(),
      rowSpan: span(cell.attributes.get('rowspan'), TALLEST_SPAN, TALLEST_SPAN),
      columnSpan: span(cell.attributes.get('colspan'), WIDEST_SPAN, 1),
      overflow: overflows(style),
      hidden: cell.hidden,
      number: cell.attributes.get('x:num') || null,
      struck: text === '' && (cell.struck || (cell.aside === 'struck-text' && said !== '')),
      tables: cell.tables,
    })
  }

  private column(attributes: string): void {
    const table = this.top()
    if (!table || table.rows.length > 0) return
    const found = attributesOf(attributes)
    const isHidden = isGone(this.look('col', found))
    const width = span(found.get('span'), WIDEST_SPAN, 1)
    for (let index = 0; index < width && table.columnIndex < MOST_COLUMNS; index += 1) {
      if (isHidden) table.hiddenColumns.add(table.columnIndex)
      table.columnIndex += 1
    }
  }
}

/** `mso-ignore: colspan`: the span only lets the text run over the cells beside it. */
function overflows(style: string): boolean {
  if (!/mso-ignore/i.test(style)) return false
  return style.split(';').some((part) => /^\s*mso-ignore\s*:/i.test(part) && /colspan/i.test(part))
}

function span(text: string | undefined, most: number, zero: number): number {
  const value = Number.parseInt(text ?? '1', 10)
  if (value === 0) return zero
  return value > 0 ? Math.min(value, most) : 1
}

const RAISED = new Set(['sup', 'sub'])

function isStruck(name: string): boolean {
  return name === 's' || name === 'strike'
}

const NOTE =
  /mso-element\s*:\s*(?:footnote|endnote|comment)-list|mso-(?:foot|end)note-id|\bMso(?:Comment|Footnote|Endnote)Reference\b/i

/** The notes and comments Word adds to a copied text, and the marks that lead to them. */
function isNote(attributes: string): boolean {
  return attributes.length > 0 && NOTE.test(attributes)
}

function isGone({ gone, unseen }: Look): boolean {
  return gone === true || unseen === true
}

/** What a clipboard goes by: the look that an element states itself. */
const NO_RULES = new StyleRules('')
