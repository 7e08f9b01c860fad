import type { FundSources } from '@/domain/papers/fundSources'
import type { FundSource } from '@/domain/ledger/entry'
import type { SourceFault } from '@/domain/status/sourceFaults'
import { amount, amountsApart, MONEY_UNIT_NAME, type MoneyUnit } from '../figures'
import { dayWord, FUND_SOURCE_WORD } from '../words'

/** What is wrong with money stated by source, in a clause. */
export function sourceFaultText(fault: SourceFault, unit: MoneyUnit): string {
  const name = MONEY_UNIT_NAME[unit]
  switch (fault.kind) {
    case 'executed-sum': {
      if (!fault.spent) return `各来源执行数合计 ${amount(fault.stated, unit)} ${name}，累计支出未填报`
      const [stated, spent] = amountsApart(fault.stated, fault.spent, unit)
      return `各来源执行数合计 ${stated} ${name}，与累计支出 ${spent} ${name} 不符`
    }
    case 'budget-sum': {
      const [stated, budget] = amountsApart(fault.stated, fault.budget, unit)
      return `各来源全年预算数合计 ${stated} ${name}，与全年预算数 ${budget} ${name} 不符`
    }
    case 'above-arrived': {
      const [executed, arrived] = amountsApart(fault.executed, fault.arrived, unit)
      return `${FUND_SOURCE_WORD[fault.source]}执行数 ${executed} ${name}，大于到位数 ${arrived} ${name}`
    }
    case 'unstated': {
      const [executed, budget] = amountsApart(fault.executed, fault.budget, unit)
      return `执行数 ${executed} ${name}，大于${FUND_SOURCE_WORD[fault.source]}全年预算数 ${budget} ${name}，没有说明超出部分的资金来源`
    }
    case 'no-arrival':
      return `${FUND_SOURCE_WORD[fault.source]}执行 ${amount(fault.amount, unit)} ${name}，没有填到位数`
    case 'outside-budget':
      return `${FUND_SOURCE_WORD[fault.source]} ${amount(fault.amount, unit)} ${name}，全年预算数中没有这一来源`
  }
}

/** What to do about it. */
export function sourceFaultMend({ kind }: SourceFault): string {
  switch (kind) {
    case 'executed-sum':
      return '请核对累计支出和各来源执行数'
    case 'budget-sum':
      return '请核对各来源全年预算数；全年预算数本身有变的，先由分管领导登记预算调整'
    case 'above-arrived':
      return '请核对到位数；由其他来源垫付的，计入垫付的来源'
    case 'unstated':
      return '请填分来源资金'
    case 'no-arrival':
      return '到位数要么各来源都填，要么都不填'
    case 'outside-budget':
      return '请填写各来源全年预算数；没有列入全年预算数的，先由分管领导登记预算调整'
  }
}

/** Every fault with what to do about it, the ways named once. */
export function sourceFaultsText(faults: readonly SourceFault[], unit: MoneyUnit): string {
  return `${faults.map((fault) => sourceFaultText(fault, unit)).join('；')}。${[...new Set(faults.map(sourceFaultMend))].join('；')}。`
}

/** The doubts that the papers print under 其中: what was stated and contradicts the totals or itself, and a table whose own sources do not come to its total; empty where there is none. */
export function sourceDoubtText(
  { stated, faults, printedSum }: FundSources,
  unit: MoneyUnit = 'wan',
): string {
  const notFilled = [
    faults.some(({ kind }) => kind === 'executed-sum') ? '执行数' : '',
    faults.some(({ kind }) => kind === 'budget-sum') ? '全年预算数' : '',
  ].filter(Boolean)
  const own = faults.filter(({ kind }) => kind !== 'unstated')
  const unstated = faults.find(({ kind }) => kind === 'unstated')
  return [
    unstated ? `${sourceFaultText(unstated, unit)}，执行数未按来源列入` : '',
    stated && own.length > 0
      ? `${dayWord(stated.effectiveOn)}按来源填报（${stated.author}）：${own.map((fault) => sourceFaultText(fault, unit)).join('；')}${notFilled.length > 0 ? `，${notFilled.join('、')}未按来源列入` : ''}`
      : '',
    printedSum
      ? `公开的绩效目标表各来源预算合计 ${amount(printedSum, unit)} ${MONEY_UNIT_NAME[unit]}，与预算数不符`
      : '',
  ]
    .filter(Boolean)
    .join('；')
}

/** 「待填写」 where the form has 执行数 of a source that nobody stated and that cannot be filled by itself; empty otherwise. */
export function unstatedText({ faults }: Pick<FundSources, 'faults'>, source: FundSource): string {
  return faults.some((fault) => fault.kind === 'unstated' && fault.source === source) ? '待填写' : ''
}
