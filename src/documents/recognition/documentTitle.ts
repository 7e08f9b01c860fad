import type { SourcePlace } from '../outcome/recognitionIssue'
import { cellPlace, type Paragraph, paragraphPlace, type Row, textOf } from './documentRows'
import { isDateLine, printedDay } from './facts/printedDay'
import { isYearLabel, labelledYear, lineYear, titledProject, withFigures, YEARS } from './tableTitles'
import { Leaf, NOT_STATED } from './traced'

const YEAR = /(20\d{2})\s*年(?!\s*\d{1,2}\s*月)/
const OTHER_PAPER = /《[^《》]*》/g
const SETTLED = /决算/
const LIST_TITLE = /绩效目标(?:公开)?(?:一览|汇总|明细)表/
const TITLE_WORD = /预算|绩效|公开|决算/
const ATTACHMENT = /^附(?:件|表)?\s*\d{0,2}\s*[:：]?$/
const LONGEST = 80
const LINES = 3

interface Line {
  readonly item: Row | Paragraph
  readonly text: string
  readonly place: SourcePlace
}

/** The title of a document: its first lines, or first rows of one cell, up to the one that says what it is; `null` when it begins with something else. */
export function documentTitle(items: readonly (Row | Paragraph)[]): {
  readonly title: Leaf
  readonly year: Leaf<number | null>
  /** The lines the title takes, that are nothing else. */
  readonly lines: readonly (Row | Paragraph)[]
} {
  const labelled = yearAtLabel(items)
  const lines = firstLines(items)
  const last = lines.findIndex(
    ({ text }) => isTitleLine(text) && YEAR.test(ownWords(text)) && TITLE_WORD.test(text),
  )
  const taken = lines.slice(0, last + 1)
  const above = taken.filter(({ text }) => !ATTACHMENT.test(text))
  const first = above[0]
  if (!first || !above.every(({ text }) => isTitleLine(text))) {
    return { title: NOT_STATED, year: labelled ?? yearOfTables(items), lines: [] }
  }
  const title = above.map(({ text }) => text).join('')
  const printed = titleYear(title)
  const own = printed === null ? NOT_STATED : new Leaf(printed, first.place)
  const ofTables = printed === null || SETTLED.test(title) ? yearOfTables(items) : NOT_STATED
  return {
    title: new Leaf(title, first.place),
    year: labelled ?? (ofTables.value === null ? own : ofTables),
    lines: taken.map(({ item }) => item),
  }
}

/** The year that stands alone on a line or in a title of a table, where the document's own title has none. */
function yearOfTables(items: readonly (Row | Paragraph)[]): Leaf<number | null> {
  for (const item of items) {
    const line = onlyLine(item)
    if (line === null || line.text.length > LONGEST) continue
    const year = lineYear(line.text) ?? tableYear(line.text)
    if (year !== null) return new Leaf(year, line.place)
  }
  return NOT_STATED
}

/** The first year that stands at its label, in a line (预算年度：2025) or beside it in a row (年度 | 2025). */
function yearAtLabel(items: readonly (Row | Paragraph)[]): Leaf<number | null> | null {
  for (const item of items) {
    const line = onlyLine(item)
    const year = line === null ? null : labelledYear(line.text)
    if (line && year !== null) return new Leaf(year, line.place)
    if (item.kind === 'paragraph') continue
    const at = item.cells.findIndex((cell) => isYearLabel(textOf(cell)))
    const [beside, next] = item.cells.slice(at + 1)
    const text = at < 0 || !beside ? '' : withFigures(textOf(beside)).trim()
    const stated = /^(20\d{2})\s*年?度?$/.exec(text)?.[1]
    if (beside && stated !== undefined && !(next && /^20\d{2}/.test(textOf(next))))
      return new Leaf(Number(stated), cellPlace(item.table, beside))
  }
  return null
}

/** A title's words without the names of other papers that it quotes (《某省2019年绩效管理办法》), and with its years in figures. */
function ownWords(text: string): string {
  const rest = text.replace(OTHER_PAPER, '')
  return withFigures(rest.trim() === '' && text.includes('绩效目标') ? text : rest)
}

/** The year that a title prints, the one before 绩效目标 where it prints several; `null` for none and for a span of years. */
function titleYear(text: string): number | null {
  const plain = ownWords(text)
  if (YEARS.test(plain)) return null
  const before = plain.lastIndexOf('绩效目标')
  const all = [...plain.matchAll(new RegExp(YEAR, 'g'))]
  const found = before < 0 ? undefined : all.filter(({ index }) => index < before).at(-1)
  const year = (found ?? all[0])?.[1]
  return year === undefined ? null : Number(year)
}

/** The year that the title of a table prints. */
function tableYear(text: string): number | null {
  const isTitle = text.length <= LONGEST && (titledProject(text) !== null || LIST_TITLE.test(text))
  return isTitle ? titleYear(text) : null
}

/** Every year that a line states alone or the title of a table prints, with its place, for comparing them. */
export function lineYears(items: readonly (Row | Paragraph)[]): { year: number; place: SourcePlace }[] {
  return items.flatMap((item) => {
    const line = onlyLine(item)
    const year = line === null ? null : (lineYear(line.text) ?? tableYear(line.text))
    return line === null || year === null ? [] : [{ year, place: line.place }]
  })
}

/** The text of a paragraph, or of a row that holds one only. */
function onlyLine(item: Row | Paragraph): { readonly text: string; readonly place: SourcePlace } | null {
  if (item.kind === 'paragraph')
    return item.text === '' ? null : { text: item.text, place: paragraphPlace(item) }
  const [cell, another] = item.cells.filter((one) => textOf(one) !== '')
  return cell && !another ? { text: textOf(cell), place: cellPlace(item.table, cell) } : null
}

function firstLines(items: readonly (Row | Paragraph)[]): Line[] {
  const lines: Line[] = []
  for (const item of items) {
    if (lines.length === LINES) break
    if (item.kind === 'paragraph') {
      if (item.text !== '') lines.push({ item, text: item.text, place: paragraphPlace(item) })
      continue
    }
    const filled = item.cells.filter((cell) => textOf(cell) !== '')
    const [only] = filled
    if (filled.length > 1) break
    if (only) lines.push({ item, text: textOf(only), place: cellPlace(item.table, only) })
  }
  return lines
}

function isTitleLine(text: string): boolean {
  return text.length <= LONGEST && !/[。；：:，]/.test(text)
}

/** The day a document was published: the last line that is a date and nothing else. */
export function publishedDay(paragraphs: readonly Paragraph[]): Leaf {
  const line = [...paragraphs].reverse().find(({ text }) => isDateLine(text))
  return line ? new Leaf(printedDay(line.text), paragraphPlace(line)) : NOT_STATED
}
