import { type Paragraph, type Row, textOf } from '../documentRows'
import type { Section } from '../outline'
import { Leaf } from '../traced'

const ENDING = 4
const MOST_ODD = 2
const NO_NAME = /[\s\p{P}\p{N}]/u

/**
 * Every spelling of the department in the document with the headings under which it stands. A spelling ends as the name does, is at least half as long, and
 * leaves out characters of it or has at most two others (domain.md §1: the same department is spelt three ways).
 */
export function departmentNames(name: string | null, sections: readonly Section[], title: string | null) {
  if (name === null || name.length <= ENDING) return []
  const found = new Map<string, Set<string>>()
  for (const section of sections) {
    const where = section.name ?? title?.replace(name, '').trim() ?? ''
    for (const text of section.items.flatMap(textsOf)) {
      for (const spelling of spellingsIn(text, name)) {
        const places = found.get(spelling) ?? new Set()
        found.set(spelling, places.add(where === '' ? '正文' : where))
      }
    }
  }
  return [...found].map(([spelling, places]) => ({
    name: new Leaf(spelling),
    where: new Leaf([...places].join('、')),
  }))
}

function textsOf(item: Row | Paragraph): string[] {
  return item.kind === 'paragraph' ? [item.text] : item.cells.map(textOf)
}

function spellingsIn(text: string, name: string): string[] {
  const ending = name.slice(-ENDING)
  const spellings: string[] = []
  for (let at = text.indexOf(ending); at >= 0; at = text.indexOf(ending, at + 1)) {
    const begins = beginningOf(text, at, name)
    const spelling = text.slice(begins, at + ENDING)
    if (spelling.length * 2 >= name.length) spellings.push(spelling)
  }
  return spellings
}

/** Walks left from the ending while the text goes on as the name does. */
function beginningOf(text: string, at: number, name: string): number {
  let begins = at
  let left = name.length - ENDING
  let odd = 0
  for (let place = at - 1; place >= 0 && left > 0; place -= 1) {
    const next = name.lastIndexOf(text[place] ?? '', left - 1)
    if (next >= 0) {
      left = next
      begins = place
      continue
    }
    odd += 1
    if (odd > MOST_ODD || NO_NAME.test(text[place] ?? ' ') || !goesOn(text, place, name, left)) break
  }
  return begins
}

/** Whether the two characters left of an odd one stand together in the name. */
function goesOn(text: string, place: number, name: string, left: number): boolean {
  const pair = text.slice(Math.max(0, place - 2), place)
  return pair.length === 2 && name.slice(0, left).includes(pair)
}
