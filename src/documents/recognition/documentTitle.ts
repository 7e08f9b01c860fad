import { isDateLine, printedDay } from './printedDay'
import { type Paragraph, paragraphPlace } from './documentRows'
import { Leaf, NOT_STATED } from './traced'

const YEAR = /(20\d{2})\s*年/
const TITLE_WORD = /预算|绩效|公开|决算/
const LONGEST = 80
const LINES = 3

/** The title of a document: its first lines up to the one that says what it is; `null` when it begins with something else. */
export function documentTitle(paragraphs: readonly Paragraph[]): {
  readonly title: Leaf
  readonly year: Leaf<number | null>
  /** The lines the title takes, that are nothing else. */
  readonly lines: readonly Paragraph[]
} {
  const lines = paragraphs.slice(0, LINES)
  const last = lines.findIndex(({ text }) => isTitleLine(text) && YEAR.test(text) && TITLE_WORD.test(text))
  const above = lines.slice(0, last + 1)
  const first = above[0]
  if (!first || !above.every(({ text }) => isTitleLine(text)))
    return { title: NOT_STATED, year: NOT_STATED, lines: [] }
  const title = above.map(({ text }) => text).join('')
  return {
    title: new Leaf(title, paragraphPlace(first)),
    year: new Leaf(Number(YEAR.exec(title)?.[1]), paragraphPlace(first)),
    lines: above,
  }
}

function isTitleLine(text: string): boolean {
  return text.length <= LONGEST && !/[。；：:，]/.test(text)
}

/** The day a document was published: the last line that is a date and nothing else. */
export function publishedDay(paragraphs: readonly Paragraph[]): Leaf {
  const line = [...paragraphs].reverse().find(({ text }) => isDateLine(text))
  return line ? new Leaf(printedDay(line.text), paragraphPlace(line)) : NOT_STATED
}
