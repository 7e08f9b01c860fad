import { HUNDRED } from '@/domain/number/decimal'
import { parseWan, toWan } from '@/domain/number/money'
import { partsAgainst } from '@/domain/published/planCheckBudget'
import type { Path } from '../jsonText'
import { type PlanFault, rowsAt, textAt, valueAt } from './planIssue'
import { isRow, isShare, readRate } from './planShape'

/** What only shows when several cells are read together: ids, schedules, budget parts, tables without rows. Reads what it can of a file with broken cells, so that everything wrong is told at once. */
export function planFaults(root: unknown, file: string): PlanFault[] {
  const plan = textAt(root, ['id'])
  const projects = rowsAt(root, ['projects'])
  return [
    ...planIdFaults(root, file),
    ...(Array.isArray(valueAt(root, ['projects'])) && projects.length === 0
      ? [{ kind: 'no-rows' as const, path: ['projects'] }]
      : []),
    ...(plan === null
      ? []
      : [
          ...positionFaults(root, ['departmentGoals'], `${plan}/G`),
          ...positionFaults(root, ['projects'], `${plan}/`),
        ]),
    ...projects.flatMap((_, index) => projectFaults(root, ['projects', index])),
  ]
}

function projectFaults(root: unknown, path: Path): PlanFault[] {
  const id = textAt(root, [...path, 'id'])
  const indicators = valueAt(root, [...path, 'indicators'])
  return [
    ...budgetFaults(root, [...path, 'budget']),
    ...scheduleFaults(root, [...path, 'schedule']),
    ...(Array.isArray(indicators) && indicators.length === 0
      ? [{ kind: 'no-rows' as const, path: [...path, 'indicators'], note: true }]
      : []),
    ...(id === null ? [] : positionFaults(root, [...path, 'indicators'], `${id}/`)),
  ]
}

/** The plan's id is its year and department code, and its file is named by it: a copied file whose id was left would mix two years' entries. */
function planIdFaults(root: unknown, file: string): PlanFault[] {
  const id = textAt(root, ['id'])
  const code = textAt(root, ['department', 'code'])
  const year = valueAt(root, ['year'])
  const named = file.replace(/^.*[\\/]/, '').replace(/\.json$/i, '')
  const expected = [code === null || typeof year !== 'number' ? null : `${year}-${code}`, named].find(
    (wanted) => wanted !== null && wanted !== id,
  )
  return id === null || !expected ? [] : [{ kind: 'wrong-id', path: ['id'], expected, note: true }]
}

/** Ids are positions in the document (domain.md §2): one that is none, or stands twice, cannot be told apart from another; a gap or another order is only noted. */
function positionFaults(root: unknown, list: Path, prefix: string): PlanFault[] {
  const rows = rowsAt(root, list).map((_, index) => {
    const id = textAt(root, [...list, index, 'id'])
    return { index, id, position: id === null ? null : positionIn(id, prefix) }
  })
  const kept = keptRows(rows)
  let previous = 0
  return rows.flatMap(({ index, id, position }): PlanFault[] => {
    const path = [...list, index, 'id']
    const expected = `${prefix}${previous + 1}`
    if (id === null || position === null) {
      previous += 1
      return id === null ? [] : [{ kind: 'wrong-id', path, expected: `${prefix}${index + 1}` }]
    }
    const first = kept.get(id) ?? index
    if (first !== index) return [{ kind: 'duplicate-id', path, first: first + 1 }]
    const inOrder = position === previous + 1
    previous = position
    return inOrder ? [] : [{ kind: 'wrong-position', path, expected, note: true }]
  })
}

/** Which row keeps an id: the first whose place it names, else the first that bears it. */
function keptRows(
  rows: readonly { readonly index: number; readonly id: string | null; readonly position: number | null }[],
): ReadonlyMap<string, number> {
  const kept = new Map<string, number>()
  for (const { index, id } of rows) if (id !== null && !kept.has(id)) kept.set(id, index)
  for (const { index, id, position } of [...rows].reverse())
    if (id !== null && position === index + 1) kept.set(id, index)
  return kept
}

/** The position that an id names behind its prefix, `null` when it names none. */
export function positionIn(id: string, prefix: string): number | null {
  const rest = id.startsWith(prefix) ? id.slice(prefix.length) : ''
  return /^[1-9]\d{0,4}$/.test(rest) ? Number(rest) : null
}

function budgetFaults(root: unknown, path: Path): PlanFault[] {
  const [total, fiscal, other] = ['total', 'fiscal', 'other'].map((cell) =>
    parseWan(textAt(root, [...path, cell]) ?? ''),
  )
  const parts = total ? partsAgainst(total, fiscal ?? null, other ?? null) : null
  return !total || parts === null
    ? []
    : [
        {
          kind: 'budget-parts-differ',
          path: [...path, 'total'],
          total: toWan(total),
          parts: toWan(parts),
          note: true,
        },
      ]
}

/** 资金支出计划 is cumulative, month by month up to 100 (domain.md §4); a fall cannot be meant, an end below 100 can. */
function scheduleFaults(root: unknown, path: Path): PlanFault[] {
  const schedule = valueAt(root, path)
  if (!isRow(schedule)) return []
  const months = Object.keys(schedule).sort()
  const strange = months.filter((month) => !isMonth(month))
  const set = months.filter(isMonth).flatMap((month) => {
    const text = textAt(schedule, [month])
    const percent = text === null ? null : readRate(text)
    return text === null || !isShare(percent) ? [] : [{ month, text, percent }]
  })
  const falls = set.flatMap((milestone, index): PlanFault[] => {
    const before = set[index - 1]
    return before && milestone.percent.lt(before.percent)
      ? [
          {
            kind: 'schedule-falls',
            path: [...path, milestone.month],
            before: { month: Number(before.month), text: before.text },
          },
        ]
      : []
  })
  const last = set.at(-1)
  const end = months.filter((month) => isMonth(month) && schedule[month] !== null).at(-1)
  const unset = months.every((month) => schedule[month] === null)
  return [
    ...strange.map((month) => ({ kind: 'not-a-month' as const, path: [...path, month] })),
    ...falls,
    ...(unset ? [{ kind: 'schedule-unset' as const, path, note: true }] : []),
    ...(last && last.month === end && !last.percent.eq(HUNDRED)
      ? [{ kind: 'schedule-not-ending-at-100' as const, path: [...path, last.month], note: true }]
      : []),
  ]
}

function isMonth(key: string): boolean {
  return /^(?:0[1-9]|1[0-2])$/.test(key)
}
