import { toHalfWidth } from '@/domain/number/halfWidth'
import { comparableName } from '@/domain/number/visibleText'
import { titledProject } from './tableTitles'

const MARK =
  /[([]?(?:续[上前]?[表页]?|[接承][上前][表页]|上接第?\d*页?)[一二三四五六七八九十\d]{0,2}[)\]]?[:：]?$/
const LONGEST = 80
const PAGE =
  /^(?:[-—–－~·\s]*\d{1,4}[-—–－~·\s]*|第\s*\d{1,4}\s*页(?:[,，/、\s]*共\s*\d{1,4}\s*页)?|(?:page|p\.?)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|\d{1,4}\s*\/\s*\d{1,4}|共\s*\d{1,4}\s*页[,，/、\s]*第\s*\d{1,4}\s*页)$/i

/** What a text says of a table that goes on. */
export interface Continued {
  /** The project it names, `''` for none. */
  readonly name: string
  /** Whether the name is that of a table's title, or none; else it is the bare text before the mark, which may be anything (手续). */
  readonly told: boolean
}

/** What a text says of a table that goes on (（续）, 续表, 河长制（续）, 某项目绩效目标表（续）); `null` when it says no such thing. */
export function continuedName(text: string): Continued | null {
  if (text.length > LONGEST) return null
  const plain = toHalfWidth(text).trim()
  const rest = plain.replace(MARK, '').trim()
  if (rest === plain) return null
  if (/^附?:?$/.test(rest)) return { name: '', told: true }
  const titled = titledProject(rest)
  return titled === null ? { name: rest, told: false } : { name: titled, told: true }
}

/** Whether a table that goes on is the one of a project: it names none, or one that the other's name or title holds. */
export function continues({ name }: Continued, project: readonly (string | null | undefined)[]): boolean {
  if (name === '') return true
  return project.some((known) => known && comparableName(known) === comparableName(name))
}

/** Whether a line is the number of a page and nothing else (—2—, 第 2 页 共 3 页): it parts no table. */
export function isPageNumber(text: string): boolean {
  return text.length <= 24 && PAGE.test(toHalfWidth(text).trim())
}
