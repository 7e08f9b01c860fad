import type { CheckDecision, Correction, Decided } from '@/domain/ledger/entry'
import type { PlanCheck } from '@/domain/published/planCheck'

const FINDING_WORD: Readonly<Record<PlanCheck['kind'], string>> = {
  sum: '金额相加不符',
  'budget-parts': '预算数与各项资金不符',
  'same-code': '项目编码重复',
  'same-project-name': '项目名称重复',
  'same-indicator-name': '指标名称重复',
  'blank-checkpoint': '空白节点',
  'schedule-unset': '没有资金支出计划',
  'schedule-falls': '资金支出计划前高后低',
  'schedule-not-ending-at-100': '资金支出计划没有到 100%',
  'no-indicators': '没有指标',
  'two-measures': '一个指标值管两项',
  'not-literal': '指标值不能照字面理解',
  'rate-without-unit': '比率没有单位',
  'rate-in-another-unit': '比率用了别的单位',
  'copied-goals': '绩效目标与别的项目相同',
  'copied-indicator': '指标与别的项目相同',
  'weights-sum': '分值合计不符',
  'weight-missing': '分值没有写全',
  'names-differ': '部门名称写法不一',
  'mentioned-not-listed': '说明提到、表中未列',
  'listed-without-value': '有数量、无价值',
}

/** The word for a finding by the key it is known by; one of a kind that this version does not know says so. */
export function findingWord(key: string): string {
  const [kind = ''] = key.split(':')
  return Object.hasOwn(FINDING_WORD, kind) ? FINDING_WORD[kind as PlanCheck['kind']] : '其他核对事项'
}

/** The words for what was decided on a finding. */
export const DECIDED_WORD: Readonly<Record<Decided['kind'], string>> = {
  accepted: '无误，认可原文',
  noted: '存疑，待核实',
  mended: '已更正',
}

/** What a decision on a finding says in the ledger: on what, what was decided, what should stand and where, and why. */
export function decisionContent({ finding, said, decided, reason }: CheckDecision): string {
  const quoted = said.length === 0 ? '' : `（原文：${said.map((text) => text || '空白').join('；')}）`
  return `${findingWord(finding)}${quoted}：${decidedText(decided)}；${reason}`
}

/** What was decided, with what should stand instead and where it is corrected. */
export function decidedText(decided: Decided): string {
  const word = DECIDED_WORD[decided.kind]
  return decided.kind === 'mended' ? `${word}，应为“${decided.should}”，${correctionText(decided.by)}` : word
}

function correctionText(by: Correction): string {
  return by.kind === 'adjustment' ? '见台账中的调整记录' : `见更正后的文件《${by.title}》`
}
