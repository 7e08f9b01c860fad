import { toHalfWidth } from '@/domain/number/halfWidth'
import type { SourceDocument, SourceTable } from '../../reading/sourceDocument'
import { textOf } from '../documentRows'

const MOST_LINES = 60
const LONGEST = 60
const BODY =
  '(?:委员会|办公室|管理处|服务中心|局|委|办|厅|院|所|站|中心|政府|学校|大学|中学|小学|医院|馆|队|部|处|社)'
const NAMED = new RegExp(
  `^(?:附(?:件|表)?\\s*\\d{0,2}[:、.]?)?(?:20\\d{2}年度?)?([\\p{Script=Han}]{1,24}?${BODY})(?=\\(?20\\d{2}|(?:部门|单位)?(?:预算|决算)|(?:项目|部门|单位)(?:支出)?(?:绩效|预算)|绩效|关于|\\(本级\\)|$)`,
  'u',
)
const TELLS = /绩效|预算|公开|决算/
const AUTHORITY = /(?:委员会|办公室|局|委|办|厅|政府)$/

/** The department that a document names in its title or over a table (某县水务局2025年项目绩效目标表); `null` where it names none so, or one made unknown (某局). Tells whether files belong together (domain.md §2), and is no cell of a plan. */
export function saidDepartment({ blocks }: SourceDocument): string | null {
  let left = MOST_LINES
  for (const block of blocks) {
    const texts = block.kind === 'paragraph' ? [block.text] : linesOver(block.table)
    for (const text of texts) {
      if (left === 0) return null
      left -= 1
      const name = nameIn(text)
      if (name !== null) return name
    }
  }
  return null
}

/** Whether two names are those of two authorities, neither a part of the other: a bureau's school or centre belongs to it under its own name. */
export function areTwoAuthorities(one: string, other: string): boolean {
  return AUTHORITY.test(one) && AUTHORITY.test(other)
}

/** The texts of the rows that hold one only, down to the first that holds more. */
function linesOver({ rows }: SourceTable): string[] {
  const lines: string[] = []
  for (const cells of rows.slice(0, 4)) {
    const filled = cells.map(textOf).filter((text) => text !== '')
    if (filled.length > 1) break
    lines.push(...filled)
  }
  return lines
}

function nameIn(text: string): string | null {
  const plain = toHalfWidth(text).replace(/\s/g, '')
  if (plain.length > LONGEST || !TELLS.test(plain)) return null
  const name = NAMED.exec(plain)?.[1] ?? null
  return name?.includes('某') === true ? null : name
}
