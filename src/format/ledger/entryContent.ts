import { splitText } from './ruleText'
import type { Entry, SpendingBySource, SpendingReason } from '@/domain/ledger/entry'
import { parseTarget } from '@/domain/plan/target'
import {
  exactAmount,
  exactSigned,
  MONEY_UNIT_NAME,
  plainNumber,
  targetText,
  type MoneyUnit,
} from '../figures'
import { saidText } from '../scoring/concernText'
import { entryFacts, type EntryFacts, type FactsContext } from './entryFacts'
import { insteadText } from './recordedText'
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

const READ_ALONE: FactsContext = { project: null, slice: [], schemeAt: null }

/** What an entry says and what it did, in words and figures; beside its project, old → new, and whose earlier act it stands instead of. */
export function entryContent(entry: Entry, unit: MoneyUnit, context: FactsContext = READ_ALONE): string {
  const facts = entryFacts(entry, context)
  const { instead } = facts
  const own = ownContent(entry, unit, facts)
  return instead ? [own, insteadText(instead, '所记')].filter(Boolean).join('；') : own
}

function ownContent(entry: Entry, unit: MoneyUnit, facts: EntryFacts): string {
  const name = MONEY_UNIT_NAME[unit]
  switch (entry.kind) {
    case 'payment':
      return [
        `${exactSigned(entry.amount, unit)} ${name}`,
        entry.amount.isNegative() ? '退回' : '',
        entry.memo,
        entry.voucher && `凭证 ${entry.voucher}`,
      ]
        .filter(Boolean)
        .join('，')
    case 'spending-total':
      return [`累计 ${exactAmount(entry.amount, unit)} ${name}`, entry.memo].filter(Boolean).join('，')
    case 'zero-spending':
      return ['零支出', entry.memo].filter(Boolean).join('，')
    case 'spending-estimate':
      return [`${exactAmount(entry.amount, unit)} ${name}`, entry.memo].filter(Boolean).join('，')
    case 'budget-adjustment':
      return `${exactSigned(entry.amount, unit)} ${name}，${documentText(entry.document)}：${entry.reason}`
    case 'indicator-actual': {
      const value =
        entry.value.kind === 'text'
          ? typedText(entry.value.text)
          : `${BAND_WORD[entry.value.band]}${entry.value.percent ? ` ${plainNumber(entry.value.percent)}%` : ''}`
      return [
        facts.partName
          ? `分项${facts.partName.startsWith('（') ? '' : ' '}${typedText(facts.partName)}：${value}`
          : value,
        entry.deviation ? `${DEVIATION_WORD[entry.deviation.category]}：${entry.deviation.text}` : '',
        entry.evidence.map((item) => `佐证 ${item.name}`).join('、'),
      ]
        .filter(Boolean)
        .join('，')
    }
    case 'measures':
      return splitText(entry.measures)
    case 'target-change':
      return entry.change.kind === 'target'
        ? `${facts.before ? `${asTarget(facts.before)} → ` : '改为 '}${asTarget(entry.change.text)}，${documentText(entry.document)}：${entry.reason}`
        : `资金支出计划${facts.after === '' ? '' : `：${moved(facts)}`}，${documentText(entry.document)}：${entry.reason}`
    case 'goal-progress':
      return `${BAND_WORD[entry.band]}，${entry.text}`
    case 'weights':
      return [
        facts.before === '' ? `分值：${facts.after}` : `分值：${moved(facts)}`,
        entry.document,
        entry.reason,
      ]
        .filter(Boolean)
        .join('，')
    case 'scheme':
      return `${facts.before && `${facts.before} → `}${facts.after}，${documentText(entry.document)}：${entry.reason}`
    case 'spending-reason':
      return spendingReasonText(entry)
    case 'spending-by-source':
      return sourcesText(entry, unit)
    case 're-evaluation':
      return `复评分：${facts.after}`
    case 'appraisal':
      return `评价得分：${facts.before && `${facts.before} → `}${facts.after}`
    case 'appraisal-frame':
      return [`评价分值：${moved(facts)}`, documentText(entry.document), entry.reason].join('，')
    case 'score-adjustment':
      return `${pointsOffText(facts)}：${entry.reason}`
    case 'reopen':
    case 'settlement':
    case 'lock':
    case 'unlock':
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
    case 'comment':
      return entry.text
    case 'sign-off':
      return [facts.after, entry.text, saidText(entry)].filter(Boolean).join('；')
    case 'wording':
      return entry.text === '' ? '恢复自动文字' : entry.text
    case 'check':
      return decisionContent(entry)
  }
}

/** The weights or checkpoints that an entry moved, old → new. */
function moved({ before, after }: EntryFacts): string {
  const [old, set] = [before.split('；'), after.split('；')]
  const rows = set.flatMap((row, at) => {
    const place = row.split(' ')[0] ?? ''
    return old[at] === row ? [] : `${old[at] ?? place} → ${row.slice(place.length + 1)}`
  })
  return rows.length > 0 ? rows.join('、') : '与原来相同'
}

/** A 指标值 in short, whether printed or typed: both sides of an arrow read alike. */
function asTarget(words: string): string {
  return targetText(parseTarget(words))
}

function pointsOffText({ before, after }: EntryFacts): string {
  return before === '' ? after : `${before} → ${after}`
}

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
    const { arrived, executed, budget } = sources[source]
    const parts = [
      budget && `全年预算 ${exactAmount(budget, unit)}`,
      arrived && `到位 ${exactAmount(arrived, unit)}`,
      executed && `执行 ${exactAmount(executed, unit)}`,
    ].filter(Boolean)
    return parts.length > 0 ? `${FUND_SOURCE_WORD[source]}${parts.join('、')}` : []
  })
  return said.length > 0 ? `${said.join('；')}（${MONEY_UNIT_NAME[unit]}）` : '各来源均未填写'
}
