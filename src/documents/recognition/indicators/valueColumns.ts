import {
  grantOf,
  indicatorColumn,
  isActual,
  isHeading,
  isOtherYear,
  isSum,
  periodOf,
  yearIn,
} from '../headings'
import { isAfterChange, isBeforeChange } from '../changeColumns'
import type { Column } from './columnSets'

/** What a figure of 指标值 is compared with and no target of the year (历史值, 行业标准, 基准值). */
const REFERENCE = /^(?:历史|往年|基准|基期|行业|标杆|参考|参照|同类|平均|对比|国家标准|全[国省市])/

/** Which of several columns below one heading of 指标值 is the year's: `own` says so, `gone` says that it is not, what says a term or grant is `told`, any other `unknown`. */
function sayOf(text: string): 'own' | 'gone' | 'told' | 'unknown' {
  if (isBeforeChange(text)) return 'own'
  if (isAfterChange(text) || REFERENCE.test(text) || isActual(text)) return 'gone'
  const period = periodOf(text)
  if (period === 'annual' || isSum(text)) return 'own'
  const told = period !== null || grantOf(text) !== null || yearIn(text) !== null || isOtherYear(text, null)
  if (told || /定[性量]/.test(text)) return 'told'
  if (indicatorColumn(text) === 'target') return 'own'
  return isHeading(text) ? 'gone' : 'unknown'
}

/** Whether a heading is that of the best of several grades (优 | 良 | 中 | 差). */
export function isBest(text: string): boolean {
  return /^优秀?(?:[（(].*[）)])?$/.test(text.trim())
}

/** Whether a heading is that of the grade below the best. */
export function isSecondBest(text: string): boolean {
  return /^良好?(?:[（(].*[）)])?$/.test(text.trim())
}

/** Of several columns below one heading of 指标值 (计划值 | 历史值 | 行业标准, 合计 | 东区 | 西区, 优 | 良 | 中) the one that is the year's; none where no heading tells. */
export function valuesTold(columns: readonly Column[]): readonly Column[] {
  const gone = new Set(groupsOf(columns).flatMap(goneOf))
  return columns.map((one) => (gone.has(one) ? { ...one, column: null } : one))
}

function groupsOf(columns: readonly Column[]): readonly (readonly Column[])[] {
  const groups: Column[][] = []
  let before = ''
  for (const one of columns) {
    const over = one.texts.slice(0, -1)
    const key = over.some((text) => indicatorColumn(text) === 'target') ? over.join('\n') : ''
    if (key !== '' && key !== before) groups.push([])
    if (key !== '' && one.column === 'target') groups.at(-1)?.push(one)
    before = key
  }
  return groups.filter((group) => group.length > 1)
}

function goneOf(group: readonly Column[]): readonly Column[] {
  const lowest = (one: Column | undefined) => (one?.texts.at(-1) ?? '').trim()
  const best = group.find((one, at) => isBest(lowest(one)) && isSecondBest(lowest(group[at + 1])))
  if (best) return group.filter((one) => one !== best)
  const by = (say: string) => group.filter((one) => sayOf(lowest(one)) === say)
  const [gone, unknown] = [by('gone'), by('unknown')]
  const isTold = by('own').length === 1
  const isOpen = by('own').length === 0 && by('told').length === 0 && unknown.length > 1
  return isTold || isOpen ? [...gone, ...unknown] : gone
}
