import type { Entry, SpendingBySource, SpendingReason } from '@/domain/ledger/entry'
import { amount, MONEY_UNIT_NAME, plainNumber, signedAmount, type MoneyUnit } from '../figures'
import { decisionContent } from '../published/findingWord'
import {
  BAND_WORD,
  DEVIATION_WORD,
  documentText,
  fullDay,
  FUND_SOURCES,
  FUND_SOURCE_WORD,
  typedText,
} from '../words'

/** What an entry says, in words and figures. */
export function entryContent(entry: Entry, unit: MoneyUnit): string {
  const name = MONEY_UNIT_NAME[unit]
  switch (entry.kind) {
    case 'payment':
      return [
        `${signedAmount(entry.amount, unit)} ${name}`,
        entry.amount.isNegative() ? '退回' : '',
        entry.memo,
        entry.voucher && `凭证 ${entry.voucher}`,
      ]
        .filter(Boolean)
        .join('，')
    case 'spending-total':
      return [`累计 ${amount(entry.amount, unit)} ${name}`, entry.memo].filter(Boolean).join('，')
    case 'zero-spending':
      return ['零支出', entry.memo].filter(Boolean).join('，')
    case 'spending-estimate':
      return [`${amount(entry.amount, unit)} ${name}`, entry.memo].filter(Boolean).join('，')
    case 'budget-adjustment':
      return `${signedAmount(entry.amount, unit)} ${name}，${documentText(entry.document)}：${entry.reason}`
    case 'indicator-actual': {
      const value =
        entry.value.kind === 'text'
          ? typedText(entry.value.text)
          : `${BAND_WORD[entry.value.band]}${entry.value.percent ? ` ${plainNumber(entry.value.percent)}%` : ''}`
      return [
        value,
        entry.deviation ? `${DEVIATION_WORD[entry.deviation.category]}：${entry.deviation.text}` : '',
        entry.evidence.map((item) => `佐证 ${item.name}`).join('、'),
      ]
        .filter(Boolean)
        .join('，')
    }
    case 'measures':
      return entry.measures.map((measure) => typedText(measure.name)).join('；')
    case 'target-change':
      return entry.change.kind === 'target'
        ? `改为 ${typedText(entry.change.text)}，${documentText(entry.document)}：${entry.reason}`
        : `资金支出计划，${documentText(entry.document)}：${entry.reason}`
    case 'goal-progress':
      return `${BAND_WORD[entry.band]}，${entry.text}`
    case 'weights':
      return entry.document === '' ? entry.reason : `${documentText(entry.document)}：${entry.reason}`
    case 'scheme':
      return `${entry.scheme}，${documentText(entry.document)}：${entry.reason}`
    case 'spending-reason':
      return spendingReasonText(entry)
    case 'spending-by-source':
      return sourcesText(entry, unit)
    case 're-evaluation':
      return `${entry.rows.length} 行：${entry.rows.map(({ points }) => `${plainNumber(points)} 分`).join('、')}`
    case 'reopen':
    case 'settlement':
    case 'lock':
    case 'unlock':
    case 'score-adjustment':
    case 'void':
      return entry.reason
    case 'submit':
    case 'return':
    case 'accept':
      return entry.note
    case 'project-manager':
      return entry.manager
    case 'summary':
    case 'rectification':
    case 'rectification-result':
    case 'sign-off':
    case 'comment':
      return entry.text
    case 'wording':
      return entry.text === '' ? '恢复自动文字' : entry.text
    case 'check':
      return decisionContent(entry)
  }
}

/** Why spending is off its plan, and what comes next, by when and by whom. */
/** A reason for spending off its plan: what is behind it, what is done next, by whom and by when. */
export function spendingReasonText({ category, text, nextStep, by, who }: SpendingReason): string {
  return [
    `${DEVIATION_WORD[category]}：${text}`,
    nextStep && `下一步：${nextStep}`,
    by && `${fullDay(by)}前`,
    who && `责任人 ${who}`,
  ]
    .filter(Boolean)
    .join('，')
}

/** Money by source, as far as something is stated. */
function sourcesText({ sources }: SpendingBySource, unit: MoneyUnit): string {
  const said = FUND_SOURCES.flatMap((source) => {
    const { arrived, executed } = sources[source]
    const parts = [
      arrived && `到位 ${amount(arrived, unit)}`,
      executed && `执行 ${amount(executed, unit)}`,
    ].filter(Boolean)
    return parts.length > 0 ? `${FUND_SOURCE_WORD[source]}${parts.join('、')}` : []
  })
  return said.length > 0 ? `${said.join('；')}（${MONEY_UNIT_NAME[unit]}）` : '各来源均未填写'
}
