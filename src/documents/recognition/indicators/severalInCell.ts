import { toHalfWidth } from '@/domain/number/halfWidth'
import { visibleText } from '@/domain/number/visibleText'
import { parseTarget, splitComparator } from '@/domain/plan/target'
import type { SourceCell } from '../../reading/sourceDocument'
import { linesOf } from '../documentRows'
import { filledLines, numberedItems, numberedLines } from './numberedItems'

type Items = readonly string[] | null

/** What stands whole on a line of its own where a 指标值 is no figure (P); 不断 or 显著 alone begins a longer one. */
const WORD =
  /^(?:显著|明显|有效|不断|逐步|持续|进一步|稳步|大幅|较)?(?:提[升高]|增[加强长]|改善|优化|减少|降低|下降|达标|合格|完善|健全|良好|优良?|满意|及时|是|否)$/

/** The names and the values that two cells print side by side, numbered or one a line; `null` for a side that prints one, or that cannot be told: where only one is told, it is to be asked. */
export function severalIn(name: SourceCell, target: SourceCell): readonly [Items, Items] {
  const [names, values] = [name, target].map((cell) => numberedItems(linesOf(cell))) as [Items, Items]
  const [lines, below] = [name, target].map((cell) => filledLines(cell.lines)) as [string[], string[]]
  if (names !== null)
    return [names, values ?? numberedLines(target.lines, names.length) ?? valueLines(below, names.length)]
  if (values !== null) return [lines.length === values.length ? lines : null, values]
  const whole = valueLines(below, lines.length)
  if (whole !== null) return [lines.length === whole.length ? lines : null, whole]
  const inLine = below.length === 1 ? figuresIn(below[0] ?? '') : null
  if (inLine !== null) return [null, inLine]
  const even = lines.length > 1 && lines.length === below.length
  const isShort = widestOf(lines) <= 6 && lines.every((line) => line.length > 1)
  const isTold = isListed(lines) || isShort || isListed(below)
  return (even && isTold) || areMeasures(lines) ? [lines, null] : [null, null]
}

/** The lines of a cell that each hold a whole 指标值, bare figures only where there is one for each of so many names; `null` when they do not. */
function valueLines(lines: readonly string[], count: number): Items {
  const isWhole = (text: string) => {
    const plain = visibleText(text)
    const target = parseTarget(plain)
    if (target.kind !== 'threshold') return target.kind !== 'qualitative' || WORD.test(plain)
    const bare = target.unit.kind === 'other' && target.unit.printed === ''
    return !bare || splitComparator(plain) !== null || lines.length === count
  }
  return lines.length > 1 && lines.every(isWhole) ? lines : null
}

/** The figures that one line lists (95%、90%); `null` where it is one, or not of figures alone. */
function figuresIn(line: string): Items {
  const parts = line.split(/[、;；]/).map((part) => part.trim())
  const isFigure = (part: string) => {
    const target = parseTarget(visibleText(part))
    return target.kind === 'threshold' && !(target.unit.kind === 'other' && target.unit.printed === '')
  }
  return parts.length > 1 && parts.every(isFigure) ? parts : null
}

/** Whether lines are no text that a narrow column broke: one ends long before the widest does, or comes twice. */
function isListed(lines: readonly string[]): boolean {
  const widest = widestOf(lines)
  return lines.slice(0, -1).some((line) => widest - widthOf(line) > 4) || new Set(lines).size < lines.length
}

function widestOf(lines: readonly string[]): number {
  return Math.max(...lines.map(widthOf))
}

function widthOf(line: string): number {
  return [...toHalfWidth(line)].reduce((width, sign) => width + (sign > '~' ? 2 : 1), 0)
}

/** Whether several lines each name a measure (甲件数, 合格率). */
function areMeasures(lines: readonly string[]): boolean {
  return lines.length > 1 && lines.every((line) => line.length > 2 && /[率数量额积]$/.test(line))
}
