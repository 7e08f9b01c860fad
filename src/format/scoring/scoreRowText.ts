import type { AmountRefusal } from '@/domain/desk/amountCell'
import { Decimal } from '@/domain/number/decimal'
import type { IndicatorReading } from '@/domain/desk/indicatorCell'
import { DEFAULT_SCHEME, SCHEMES } from '@/domain/scoring/scheme'
import type { AuditedRow, RowField, RowNote, RowRefusal, ScoreFileFault } from '@/domain/scoring/auditRow'
import { DOUBT_WORD, cellValueText, refusalText } from '../cellOutcomeText'
import { planPercent } from '../figures'
import { bandsText } from './schemeText'
import { formulaText } from './scoreFormula'
import { BAND_WORD } from '../words'

const FIELD_WORD: Readonly<Record<RowField, string>> = {
  target: '指标值（target）',
  actual: '实际完成值（actual）',
  budget: '全年预算数（budget）',
  spent: '全年执行数（spent）',
  weight: '分值（weight）',
  year: '年度（year）',
  scheme: '评分方案（scheme）',
}

/** The rows of a score file as they were given, each with `points`, `met`, `ratio`, `formula`, and `note` where something is to be watched, or with the `reason` it has no points. Points have 2 places, ratios 10: JSON writes both exactly as they are. */
export function scoredRows(rows: readonly AuditedRow[]): unknown[] {
  return rows.map(({ given, outcome }) => {
    const own = typeof given === 'object' && given !== null && !Array.isArray(given) ? given : { row: given }
    if (outcome.kind === 'refused') return { ...own, reason: rowRefusalText(outcome.why) }
    const { points, met, ratio, formula, notes } = outcome
    return {
      ...own,
      points: Number(points.toFixed(2)),
      met,
      ratio: Number(ratioText(ratio)),
      formula: formulaText(formula),
      ...(notes.length > 0 ? { note: notes.map(noteText).join('；') } : {}),
    }
  })
}

const RATIO_PLACES = 10

/** A ratio in 0…1 at 10 places; one below 1 never reads 1. */
function ratioText(ratio: Decimal): string {
  const rounded = ratio.toDecimalPlaces(RATIO_PLACES, Decimal.ROUND_HALF_UP)
  const crossed = rounded.gte(1) && ratio.lt(1)
  return (crossed ? ratio.toDecimalPlaces(RATIO_PLACES, Decimal.ROUND_DOWN) : rounded).toFixed()
}

function noteText(note: RowNote): string {
  switch (note.kind) {
    case 'over-100':
      return '完成值超过 100%，请核对'
    case 'assumed-equal':
      return '指标值没有写比较符，按“=”判断'
    case 'exceeded':
      return `超过指标值 ${planPercent(note.percent)}，不加分，须说明原因`
    case 'over-budget':
      return `执行率 ${planPercent(note.percent)}，超过全年预算数，不加分`
    case 'other-scheme':
      return [`按所选的${note.scheme.document}计分`, bandsText(note.scheme)].filter(Boolean).join('，')
  }
}

/** Says why a row cannot be scored, and how to mend it. */
export function rowRefusalText(why: RowRefusal): string {
  switch (why.kind) {
    case 'not-a-row':
      return '这一行不是 { … } 形式的记录，无法评分'
    case 'neither':
      return '缺少可评分的内容：指标行写 target 和 actual，执行率行写 budget 和 spent'
    case 'both':
      return '一行只能评一项：指标（target、actual）和预算执行（budget、spent）请分成两行'
    case 'repeated':
      return `“${why.field}”写了两次，不知道以哪个为准`
    case 'missing':
      return `缺少${FIELD_WORD[why.field]}，无法评分`
    case 'wrong-type':
      return `${FIELD_WORD[why.field]}应写成数字或文字`
    case 'unreported':
      return `未填报${FIELD_WORD[why.field]}，不作 0 计，无法评分`
    case 'not-a-weight':
      return `分值“${why.text}”不是 0 到 100 的数`
    case 'not-a-year':
      return `年度“${why.text}”不是四位年份，如 2020`
    case 'not-a-scheme':
      return `没有“${why.text}”这一评分方案；可写 ${SCHEMES.map(({ document }) => document).join(' 或 ')}，不写即按 ${DEFAULT_SCHEME.document}`
    case 'needs-year':
      return '指标值是完成时间而没有写年份，请加上年度，如 "year": 2020'
    case 'band-without-points':
      return `“${BAND_WORD[why.band]}”没有写分值，请写成如“达成 95”`
    case 'doubtful':
      return doubtText(why.reading)
    case 'actual': {
      const { why: reason, mend } = refusalText(why.why)
      return `实际完成值不能识别：${reason}；${mend}`
    }
    case 'amount':
      return `${FIELD_WORD[why.field]}不能识别：${amountText(why.why)}`
    case 'doubtful-amount':
      return `${FIELD_WORD[why.field]}是科学计数法，原数可能已被舍入，请写全`
    case 'no-base':
      return '全年预算数为 0（或以下），没有执行率，无法评分'
  }
}

function amountText(why: AmountRefusal): string {
  const { why: reason, mend } = refusalText(why)
  return `${reason}；${mend}`
}

function doubtText(reading: Extract<IndicatorReading, { kind: 'doubtful' }>): string {
  const readings = [reading.suggestion, ...(reading.asRead ? [reading.asRead] : [])]
  const ways = [...new Set(readings.map((value) => cellValueText({ kind: 'actual', value }, 'wan')))]
  return `实际完成值${DOUBT_WORD[reading.reason]}，请写明是 ${ways.join(' 还是 ')}`
}

/** Says why a score file cannot be read at all. */
export function scoreFileText(fault: ScoreFileFault): string {
  switch (fault.kind) {
    case 'not-json':
      return fault.character === null
        ? `文件不是完整的 JSON：到第 ${fault.line} 行末尾还没有写完。`
        : `文件不是 JSON：第 ${fault.line} 行第 ${fault.column} 个字符“${fault.character}”不对。`
    case 'not-an-array':
      return '文件应是一个 JSON 数组：[ { "target": "≥95%", "actual": "92%", "weight": 10 } ]。'
    case 'inexact-number':
      return `第 ${fault.line} 行的数 ${fault.text} 位数过多，JSON 数字存不准；请加引号写成文字："${fault.text}"。`
  }
}
