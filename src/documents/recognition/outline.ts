import { type Paragraph, type Row } from './documentRows'

type Item = Row | Paragraph

/** What stands under one heading of the first rank (一、二、…); the heading without its number, `null` above the first. */
export interface Section {
  readonly heading: Paragraph | null
  readonly name: string | null
  readonly items: readonly Item[]
}

const TOP = /^[一二三四五六七八九十]{1,3}、\s*(\S.*)$/
const LONGEST_HEADING = 60

/** Parts a document at its headings of the first rank, in reading order. */
export function sectionsOf(items: readonly Item[]): Section[] {
  const sections: { heading: Paragraph | null; name: string | null; items: Item[] }[] = [
    { heading: null, name: null, items: [] },
  ]
  for (const item of items) {
    const name =
      item.kind === 'paragraph' && item.text.length <= LONGEST_HEADING ? TOP.exec(item.text)?.[1] : undefined
    if (name !== undefined && item.kind === 'paragraph' && !/[。；;]$/.test(name)) {
      sections.push({ heading: item, name: name.replace(/[:：]$/, '').trim(), items: [] })
    } else sections.at(-1)?.items.push(item)
  }
  return sections
}

/** The paragraphs among items. */
export function paragraphsOf(items: readonly Item[]): Paragraph[] {
  return items.filter((item) => item.kind === 'paragraph')
}

/** The rows of tables among items. */
export function rowsOf(items: readonly Item[]): Row[] {
  return items.filter((item) => item.kind === 'row')
}
