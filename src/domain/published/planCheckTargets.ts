import { suggestedMeasures } from '../plan/adjustment'
import { Decimal } from '../number/decimal'
import { visibleText } from '../number/visibleText'
import type { Indicator, Project } from '../plan/plan'
import type { TableCheck } from './tableCheck'

/** Targets that need a word before they are judged (domain.md §1): two measures under one, what cannot be meant literally, rates without their unit. */
export function targetChecks(project: Project): TableCheck[] {
  if (project.indicators.length === 0) {
    return [{ kind: 'no-indicators', where: [{ project: project.id, indicator: null, cell: 'indicators' }] }]
  }
  return project.indicators.flatMap((indicator) => {
    const at = (cell: string) => [{ project: project.id, indicator: indicator.id, cell }]
    const measures = measuresIn(indicator)
    const reason = unlikely(indicator)
    const unit = rateUnit(indicator)
    const found: TableCheck[] = []
    if (measures.length > 1) found.push({ kind: 'two-measures', measures, where: at('level3') })
    if (reason) found.push({ kind: 'not-literal', reason, where: at('target') })
    if (unit === '') found.push({ kind: 'rate-without-unit', where: at('target') })
    if (unit !== null && unit !== '') {
      found.push({ kind: 'rate-in-another-unit', unit, where: at('target') })
    }
    return found
  })
}

const MEASURE = '(?:率|比例|比重|数|数量|水平|面积|金额)'
const JOINED = new RegExp(`^(.{1,40}?${MEASURE})(?:及|和|与|以及|、)(.{1,40}${MEASURE})$`)

/** The measures that one 三级指标 names: parted by a semicolon, or two rates or counts joined by 及, 和, 与. */
function measuresIn(indicator: Indicator): readonly string[] {
  const parts = suggestedMeasures(indicator)
  const [, first, second] = JOINED.exec(indicator.level3.trim()) ?? []
  return parts.length > 1 || first === undefined || second === undefined ? parts : [first, second]
}

const SAVING = /(?:节约|节支|节省|压缩|压减|核减|结余)(?:率|比例|比率)/
const HARM =
  /(?:差错|错误|失误|投诉|事故|违规|违法|失业|信访|发案|死亡|返贫|逾期|流失|超支|不合格|不满意)(?:发生)?(?:率|比例)/
const HALF = new Decimal(50)

/** A share of half and more that a saving or a harm should at least reach (D: `成本节约率 ≥95百分比`). */
function unlikely({ level3, description, target }: Indicator): 'saving' | 'harm' | null {
  if (target.kind !== 'threshold' || target.unit.kind !== 'percent') return null
  if (target.comparator === '<=' || target.comparator === '<' || target.value.lt(HALF)) return null
  const names = [level3, description]
  if (names.some((name) => SAVING.test(name))) return 'saving'
  return names.some((name) => HARM.test(name)) ? 'harm' : null
}

const RATE_NAME = /(?:率|比例|比重|满意度|百分比)$/

/** The unit of a target whose name says it is a rate, where it is not a percentage: `''` when none is printed; `null` when there is nothing to ask. */
function rateUnit({ level3, description, target }: Indicator): string | null {
  if (target.kind !== 'threshold' && target.kind !== 'range') return null
  if (target.unit.kind === 'percent') return null
  const named = [level3, description].some((name) => RATE_NAME.test(visibleText(name)))
  if (!named || /^‰|^个?百分点|^分$/.test(target.unit.printed)) return null
  return target.unit.printed
}
