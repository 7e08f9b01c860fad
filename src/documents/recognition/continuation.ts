import { toHalfWidth } from '@/domain/number/halfWidth'
import { comparableName } from '@/domain/number/visibleText'
import { titledProject } from './tableTitles'

const MARK = /\(?(?:续表?|接上[表页]|上接第?\d*页?)[一二三四五六七八九十\d]{0,2}\)?$/
const LONGEST = 80

/** What a text says of a table that goes on (（续）, 续表, 某项目绩效目标表（续）): the project it names, `''` when it names none; `null` when it says no such thing. */
export function continuedName(text: string): string | null {
  if (text.length > LONGEST) return null
  const plain = toHalfWidth(text).trim()
  const rest = plain.replace(MARK, '').trim()
  if (rest === plain) return null
  return rest === '' || rest === '附' ? '' : titledProject(rest)
}

/** Whether a table that goes on is the one of a project: it names none, or one that the other's name or title holds. */
export function continues(name: string, project: readonly (string | null | undefined)[]): boolean {
  if (name === '') return true
  return project.some((known) => known && comparableName(known) === comparableName(name))
}
