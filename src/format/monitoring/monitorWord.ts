import type { Disagreement } from '@/domain/monitoring/estimate'
import type { Ground, Inconsistency, RowFault } from '@/domain/monitoring/monitor'
import { APART, type SpendingDisagreement } from '@/domain/monitoring/spendingEstimate'
import { plainNumber } from '../figures'

/** What a row of the monitor lacks. */
export const FAULT_WORD: Readonly<Record<RowFault, string>> = {
  'needs-reason': '须说明原因',
  'needs-full-year': '须填全年预计',
}

/** Where what is expected of an indicator speaks against what stands. */
export const DISAGREEMENT_WORD: Readonly<Record<Disagreement, string>> = {
  'certain-but-behind': '填“确定能”，但目前差距较大',
  'impossible-but-met': '填“完全不可能”，但目前已达标',
  'estimate-misses': '填“确定能”，但全年预计达不到指标值',
  'estimate-meets': '填“完全不可能”，但全年预计达到指标值',
  'estimate-below-now': '全年预计低于目前已完成的值',
}

/** Where what is expected of the spending speaks against what was spent. */
export const SPENDING_WORD: Readonly<Record<SpendingDisagreement, string>> = {
  'below-spent': '全年预计低于目前已支出的数',
  'over-budget': '全年预计超过全年预算数',
  'above-run-rate': `全年预计比按进度推算多出全年预算数的 ${plainNumber(APART)}% 以上，请核对依据`,
  'below-run-rate': `全年预计比按进度推算少了全年预算数的 ${plainNumber(APART)}% 以上，请核对依据`,
}

/** Where money and results speak against each other. */
export const INCONSISTENCY_WORD: Readonly<Record<Inconsistency, string>> = {
  'money-without-results': '支出达到计划，但已评判的指标不到一半达标，请核对资金用途与产出',
  'results-without-money': '指标大多达标而支出明显滞后，请核对是否漏记支出或指标值偏低',
  'results-beside-zero': '填报零支出而已有指标达标，请核对是否漏记支出',
}

/** On what a met indicator rests, the firmest first. */
export const GROUND_WORD: Readonly<Record<Ground, string>> = {
  'accepted-with-evidence': '已审核通过且有佐证',
  accepted: '已审核通过、无佐证',
  draft: '未经审核',
  carried: '沿用上一节点',
}
