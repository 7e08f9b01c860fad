import type { Decimal } from '@/domain/number/decimal'
import type { FactCheck, FactSum } from '@/domain/published/factChecks'
import type { GoalProgress } from '@/domain/ledger/entry'
import type { DepartmentFacts, DepartmentGoal } from '@/domain/plan/plan'
import { plainNumber, printedFigure } from '../figures'
import { BAND_WORD, fullDay } from '../words'

/** A group of stated facts: a heading and its figures in 万元, with a word on each where the document has one. */
export interface FactGroup {
  readonly heading: string
  readonly facts: readonly {
    readonly label: string
    readonly value: string
    readonly note: string
    readonly level: 1 | 2
  }[]
}

/** The department's facts as the document states them. */
export function factGroups(facts: DepartmentFacts): FactGroup[] {
  const { income, expenditure, change, threePublic, procurement, assets } = facts
  const fact = (label: string, text: string | null, level: 1 | 2 = 2, note = '') => ({
    label,
    value: printedFigure(text),
    note,
    level,
  })
  return [
    {
      heading: '收入',
      facts: [
        fact('预算收入', income.total, 1),
        fact('一般公共预算收入', income.generalBudget),
        fact('基金拨款预算', income.governmentFund),
        fact('财政专户核拨预算', income.fiscalAccount),
        fact('其他来源收入预算', income.other),
      ],
    },
    {
      heading: '支出',
      facts: [
        fact('支出预算', expenditure.total, 1),
        fact('基本支出', expenditure.basic),
        fact('　人员经费', expenditure.personnel),
        fact('　日常公用经费', expenditure.dailyPublic),
        fact('项目支出', expenditure.projects),
        fact('其他经费支出', expenditure.other),
      ],
    },
    ...(change
      ? [
          {
            heading: `比 ${change.againstYear} 年`,
            facts: (['total', 'basic', 'projects'] as const).map((key) => {
              const { direction, amount, reason } = change[key]
              const label = { total: '收支合计', basic: '基本支出', projects: '项目支出' }[key]
              return fact(`${label}${direction}`, amount, key === 'total' ? 1 : 2, reason ?? '')
            }),
          },
        ]
      : []),
    ...(threePublic
      ? [
          {
            heading: '“三公”经费',
            facts: [
              fact('本年预算', threePublic.total, 1),
              fact('上年预算', threePublic.previous),
              ...threePublic.items.map(({ name, amount, reason }) => fact(name, amount, 2, reason ?? '')),
            ],
          },
        ]
      : []),
    {
      heading: '运行、采购与资产',
      facts: [
        fact('机关运行经费', facts.operating, 1),
        ...(procurement
          ? [
              fact('政府采购预算', procurement.total, 1),
              ...procurement.items.map((item) =>
                fact(item.name, item.amount, 2, `${item.quantity} ${item.unit} × ${item.unitPrice}`),
              ),
            ]
          : []),
        ...(assets
          ? [
              fact('上年末固定资产', assets.total, 1, `截至 ${assets.asOf}`),
              ...assets.items
                .filter(({ quantity, value }) => quantity !== null || value !== null)
                .map(({ name, quantity, value }) =>
                  fact(name, value, 2, quantity === null ? '' : `数量 ${quantity}`),
                ),
            ]
          : []),
      ],
    },
  ]
}

/** One check in words: whether it holds, what it says, its arithmetic. */
export interface FactCheckText {
  readonly holds: boolean
  readonly name: string
  readonly text: string
}

/** What a sum of stated figures is about, as an equation. */
export const SUM_NAME: Readonly<Record<FactSum, string>> = {
  projects: '各项目预算数合计 ＝ 项目支出',
  'project-items': '支出说明所列各项 ＝ 项目支出',
  expenditure: '基本支出 ＋ 项目支出 ＝ 支出预算',
  basic: '人员经费 ＋ 日常公用经费 ＝ 基本支出',
  income: '各来源收入 ＝ 预算收入',
  change: '基本支出增减 ＋ 项目支出增减 ＝ 收支增减',
  'three-public': '“三公”各项 ＝ 本年预算',
  'three-public-change': '上年预算 − 减少额 ＝ 本年预算',
  procurement: '采购各项 ＝ 政府采购预算',
  assets: '资产各项价值 ＝ 资产总额',
}

const CHECK_WORD: Readonly<Record<string, string>> = { agree: '相符', heed: '需留意' }

/** The word of the checks that a count opens, by its name in the address; `null` where the name is none. */
export function factCheckWord(show: string | null): string | null {
  return show !== null && Object.hasOwn(CHECK_WORD, show) ? (CHECK_WORD[show] ?? null) : null
}

/** Says a check of the document against itself; what does not agree is told, never smoothed over. */
export function factCheckText(check: FactCheck): FactCheckText {
  switch (check.kind) {
    case 'sum': {
      const holds = check.difference.isZero()
      const terms = check.terms.map(({ value }, index) => term(value, index)).join(' ')
      return {
        holds,
        name: SUM_NAME[check.name],
        text: holds
          ? `${terms} ＝ ${plainNumber(check.stated)}`
          : `${terms}，与所列 ${plainNumber(check.stated)} 相差 ${plainNumber(check.difference)}`,
      }
    }
    case 'names-differ':
      return {
        holds: false,
        name: '部门名称写法不一',
        text: check.names.map(({ name, where }) => `${name}（${placesText(where)}）`).join('；'),
      }
    case 'mentioned-not-listed':
      return { holds: false, name: '采购说明提到、采购表未列', text: check.items.join('、') }
    case 'listed-without-value':
      return {
        holds: false,
        name: '资产表有数量、无价值',
        text: check.items.map(({ name, quantity }) => `${name} ${quantity}`).join('；'),
      }
    case 'same-code':
      return {
        holds: false,
        name: '项目编码重复',
        text: `${check.code}：${check.projects.map(({ position, name }) => `${position} ${name}`).join('、')}（按原表分别列示，互不合并）`,
      }
  }
}

/** Where a spelling occurs: the places when they are few, else the first and how many. */
export function placesText(where: string): string {
  const places = where.split('、')
  return places.length > 2 ? `${places[0]}等 ${places.length} 处` : where
}

function term(value: Decimal, index: number): string {
  if (index === 0) return plainNumber(value)
  return value.isNegative() ? `− ${plainNumber(value.abs())}` : `＋ ${plainNumber(value)}`
}

/** A 分项绩效目标 with what was last reported of it. */
export interface GoalText {
  readonly id: string
  readonly title: string
  readonly goal: string
  readonly indicators: readonly string[]
  readonly progress: string
  readonly when: string
}

/** A department goal in words; without a report it is 未填报. */
export function goalText(goal: DepartmentGoal, progress: GoalProgress | null): GoalText {
  return {
    id: goal.id,
    title: goal.title,
    goal: goal.goal,
    indicators: goal.indicators,
    progress: progress ? `${BAND_WORD[progress.band]}：${progress.text}` : '未填报',
    when: progress ? `${fullDay(progress.effectiveOn)} ${progress.author}` : '',
  }
}
