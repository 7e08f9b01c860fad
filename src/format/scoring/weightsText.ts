import { printedWeight } from '@/domain/plan/printedWeight'
import type { PrintedWeights } from '@/domain/scoring/printedWeights'
import type { Sheet, WeightStep } from '@/domain/scoring/sheet'
import { unevenGroups, type RowWeights, type WeightProblem } from '@/domain/scoring/weights'
import { weightsMoved } from '@/domain/scoring/weightsMoved'
import { clauses } from '../clauses'
import { plainNumber } from '../figures'
import { insteadText, recordedDay } from '../ledger/recordedText'
import { GROUP_WORD } from './schemeText'
import { rowName } from './scoreWord'

/** Where the weights of a sheet come from, and why the table's own are not used where it prints some. */
export function weightsFromText(sheet: Sheet): string {
  const { weightSource: source } = sheet
  if (source.kind === 'set') {
    const after = new Map(sheet.rows.map(({ id, weight }) => [id, weight]))
    const earlier = source.steps.filter(({ entry }) => entry.id !== source.entry.id)
    const last = [
      `人工设定：${stepText(sheet, { ...source, after })}`,
      ...(source.afterResults ? ['在已有填报以后调整'] : []),
    ].join('，')
    return [
      last,
      ...earlier.map((step, index) => `填报以后第 ${index + 1} 次调整：${stepText(sheet, step)}`),
    ].join('；')
  }
  const lapsed = sheet.lapsed ? `；${sheet.lapsed.author} 按原评分方案设定的分值，方案改变后不再采用` : ''
  if (source.kind === 'printed') return `表内分值：按绩效目标表所列，各一级指标合计与办法相符${lapsed}`
  const why = unusedText(sheet, source.printed)
  return why === ''
    ? `平均分配：绩效目标表没有列分值，在各一级指标内均分${unevenText(sheet)}${lapsed}`
    : `平均分配：绩效目标表列有分值，但${why}，没有采用；在各一级指标内均分${unevenText(sheet)}，需要按表内分值的请评价人员设定并写明理由${lapsed}`
}

/** What the equal split does with hundredths left over, 「（产出指标尾差 0.01 分计入第一项）」; empty where all divides evenly. */
function unevenText({ project, scheme }: Sheet): string {
  const uneven = unevenGroups(project, scheme).map(({ group, first, left }) => {
    const rows = first === 1 ? '计入第一项' : `计入前 ${first} 项，每项 0.01 分`
    return `${GROUP_WORD[group]}指标尾差 ${plainNumber(left)} 分${rows}`
  })
  return uneven.length === 0 ? '' : `（${uneven.join('；')}）`
}

/** A change of weights: who made it, when, by which document, why, and each row that moved, old → new, and whose weights it stands instead of. */
function stepText(sheet: Sheet, { entry, replaces, before, after }: WeightStep): string {
  const { author, recordedAt, reason, document } = entry
  return [
    `${author}，${recordedDay(recordedAt)}`,
    document.trim() === '' ? '' : `依据 ${document}`,
    reason.trim(),
    weightChanges(sheet, before, after),
    replaces ? insteadText(replaces, '所设') : '',
  ]
    .filter(Boolean)
    .join('，')
}

/** That the points of a sheet are not its scheme's, by which document and why, and which sums differ; empty where they are. */
export function weightsMovedText(sheet: Sheet): string {
  const moved = weightsMoved(sheet)
  if (moved === null || sheet.weightSource.kind !== 'set') return ''
  const { document, reason } = sheet.weightSource.entry
  const why = [document.trim() === '' ? '' : `依据 ${document.trim()}`, reason.trim()].filter(Boolean)
  const sums = moved.map(
    ({ group, expected, actual }) =>
      `${group === 'execution' ? '预算执行率' : GROUP_WORD[group]} ${plainNumber(actual)} 分（办法 ${plainNumber(expected)} 分）`,
  )
  return `${MOVED_WEIGHTS}：${clauses([
    why.length > 0 ? why.join('，') : '没有写明理由',
    sums.length > 0 ? sums.join('、') : '各一级指标合计与办法相同',
  ])}`
}

/** How the label of a scheme goes on where the sheet's points are not the scheme's. */
const MOVED_WEIGHTS = '分值经调整'

/** The scheme of a sheet as a label; one whose points were changed never bears the bare name (domain.md §7). */
export function schemeLabel(sheet: Sheet): string {
  const { document } = sheet.scheme
  return weightsMoved(sheet) === null ? document : `${document}，${MOVED_WEIGHTS}`
}

/** The rows whose weight was moved, old → new; empty where none was. */
function weightChanges(sheet: Sheet, before: RowWeights, after: RowWeights): string {
  return sheet.rows
    .flatMap(({ id }) => {
      const [old, now] = [before.get(id), after.get(id)]
      return old && now && !old.eq(now)
        ? `${rowName(sheet, id)} ${plainNumber(old)} → ${plainNumber(now)}`
        : []
    })
    .join('、')
}

/** A printed 分值 as points to be typed; `null` where none is printed, the text as it stands where it cannot be read. */
export function printedPoints(text: string | null | undefined): string | null {
  if ((text ?? '').trim() === '') return null
  const value = printedWeight(text)
  return value ? plainNumber(value) : (text ?? null)
}

function unusedText(sheet: Sheet, printed: Exclude<PrintedWeights, { kind: 'fit' }>): string {
  const names = (rows: readonly string[]) => rows.map((row) => rowName(sheet, row)).join('、')
  switch (printed.kind) {
    case 'none':
      return ''
    case 'incomplete':
      return `${names(printed.rows)}没有写`
    case 'unreadable':
      return `${names(printed.rows)}写的不是 0 到 100 之间、最多两位小数的数`
    case 'other-sums':
      return [
        ...printed.groups.map(
          ({ group, expected, actual }) =>
            `${GROUP_WORD[group]}指标合计 ${plainNumber(actual)} 分，办法为 ${plainNumber(expected)} 分`,
        ),
        ...(printed.unplaced.length > 0 ? [`${names(printed.unplaced)}的一级指标不在本办法之列`] : []),
      ].join('，')
  }
}

/** What is wrong with weights, in words. */
export function weightProblemText(sheet: Sheet, problem: WeightProblem): string {
  switch (problem.kind) {
    case 'unknown-row':
      return `权重中的 ${problem.row} 不是本项目的指标`
    case 'not-a-weight':
      return `${rowName(sheet, problem.row)}的分值「${problem.text}」不是 0 到 100 之间、最多两位小数的数`
    case 'unplaced':
      return `${rowName(sheet, problem.row)}的一级指标不在本办法之列，请指定分值并写明理由`
    case 'empty-group':
      return problem.group === 'cost'
        ? `没有成本指标，其 ${plainNumber(problem.expected)} 分未分配，请评价人员记录分值并写明文号和理由`
        : `没有${GROUP_WORD[problem.group]}指标，其 ${plainNumber(problem.expected)} 分无处可分，请调整并写明理由`
    case 'group-sum':
      return `${GROUP_WORD[problem.group]}指标应共 ${plainNumber(problem.expected)} 分，现为 ${plainNumber(problem.actual)} 分；确需如此的请写明理由`
    case 'execution-weight':
      return `预算执行率应为 ${plainNumber(problem.expected)} 分，现为 ${plainNumber(problem.actual)} 分；确需如此的请写明理由`
    case 'total':
      return `全部分值应共 ${plainNumber(problem.expected)} 分，现为 ${plainNumber(problem.actual)} 分`
  }
}
