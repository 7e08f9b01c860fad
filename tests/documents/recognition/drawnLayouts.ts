import { cell, type DrawnCell, type DrawnDocument } from './drawn'

/** What a layout is drawn from, and what must come out of it. */
export interface Drawing {
  readonly kind: Kind
  readonly blocks: DrawnDocument
  readonly projects: readonly Expected[]
  /** Texts of columns and labels that no plan takes: each must be named. */
  readonly left: readonly string[]
}

/** One project as the plan file writes it. */
export interface Expected {
  readonly name: string
  readonly code: string | null
  readonly budget: { readonly total: string; readonly fiscal: string | null; readonly other: string | null }
  readonly purpose: null
  readonly schedule: Readonly<Record<string, string>>
  readonly goals: readonly string[]
  readonly indicators: readonly Readonly<Record<IndicatorKey, string | null>>[]
}

type IndicatorKey = 'level1' | 'level2' | 'level3' | 'description' | 'target' | 'basis' | 'weight'

/** The families of layouts that finance departments print. */
export const KINDS = [
  'form',
  'annual-beside-midterm',
  'annual-below-longterm',
  'self-evaluation',
  'two-row-heading',
  'list',
  'years-beside',
  'projects-beside',
  'continued',
  'without-headings',
  'amounts-below',
  'indicators-in-columns',
  'projects-in-columns',
] as const
export type Kind = (typeof KINDS)[number]

/** A source of the same choices on every run: a whole number below a bound. */
export type Random = (below: number) => number

/** A small generator of the same numbers on every run. */
export function randomFrom(seed: number): Random {
  let state = (Math.imul(seed, 2_654_435_761) + 1) >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const NAME = [
  '项目名称',
  '项目支出名称',
  '专项资金名称',
  '二级项目名称',
  '预算项目名称',
  '项 目 名 称',
  '转移支付（项目）名称',
]
const CODE = ['项目编码', '项目代码', '项目编号']
const TOTAL = [
  '预算数',
  '年初预算数',
  '年度资金总额：',
  '预算金额',
  '预算申报数',
  '当年年度预算',
  '年度预算金额',
  '资金总额',
  '年度金额',
  '批复金额',
  '项目金额',
  '本年预算数',
]
const FISCAL = ['其中：财政拨款', '其中:财政资金', '当年财政拨款', '1、县级财政拨款', '本级财政资金']
const OTHER = ['其他资金', '2、其他资金', '其它资金', '单位自筹']
const GOAL = [
  '年度目标',
  '年度绩效目标',
  '年度总体目标',
  '绩效目标',
  '本年度绩效目标',
  '总体目标',
  '六、项目年度绩效目标',
  '年度主要目标和成果',
]
const TARGET = [
  '指标值',
  '年度指标值',
  '目标值',
  '指标值及单位',
  '计划指标值',
  '预期指标值',
  '年度目标指标值',
]
const BASIS = ['指标值确定依据', '设定依据', '指标依据']
const DESCRIPTION = ['绩效指标描述', '指标解释', '指标说明', '绩效指标内容']
const WEIGHT = ['分值', '权重', '指标分值', '权重（%）', '分值（分）']
const SIGN = ['指标性质', '符号', '计算符号', '指标符号']
const UNIT = ['计量单位', '度量单位', '单位', '单位（文字描述）']
const THIRD = ['三级指标', '三级指标名称', '三级\n指标', '指标名称']
const UNREAD = ['备注', '实际完成值', '评分标准', '数据来源', '绩效标准', '责任科室']
const HEAD_UNREAD = ['实施单位', '项目负责人', '联系电话', '项目类别', '立项文号', '上年结转资金']
const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ['产出指标', ['数量指标', '质量指标', '时效指标', '成本指标']],
  ['效益指标', ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标']],
  ['满意度指标', ['服务对象满意度指标']],
  ['成本指标', ['经济成本指标', '社会成本指标']],
]
const UNITS = ['%', '个', '人次', '公里', '元/人', '万元', '百分比', '天']
const WORDS = ['明显改善', '按期完成', '逐步提高', '长期有效']

/** Draws one layout of a kind from a seed: labels, order, merges, units and what is printed besides all change. */
export function drawLayout(kind: Kind, seed: number): Drawing {
  return new Layout(kind, randomFrom(seed), seed).draw()
}

class Layout {
  private readonly left: string[] = []
  private readonly numbered = new Set<string>()
  private readonly yuan: boolean
  private readonly merged: boolean
  private readonly apart: boolean
  private readonly weighted: boolean
  private readonly described: boolean
  private readonly based: boolean
  /** Whether two indicators of one 二级指标 are numbered in one cell. */
  private readonly joined: boolean
  /** Whether the unit of the amounts stands once, above the first table only. */
  private readonly once: boolean
  private readonly year: number

  constructor(
    private readonly kind: Kind,
    private readonly random: Random,
    private readonly seed: number,
  ) {
    this.yuan = this.maybe(4)
    this.merged = !this.maybe(3)
    const four = kind === 'without-headings'
    this.apart = this.maybe(3) && !four && kind !== 'years-beside' && kind !== 'projects-beside'
    this.weighted = (this.maybe(3) && !four) || kind === 'self-evaluation'
    this.described = this.maybe(3) && !four
    this.based = this.maybe(3) && !four
    this.once = this.maybe(2)
    this.year = 2021 + this.random(6)
    this.joined =
      this.maybe(3) &&
      !this.apart &&
      !this.weighted &&
      kind !== 'annual-beside-midterm' &&
      kind !== 'years-beside' &&
      kind !== 'projects-beside'
  }

  draw(): Drawing {
    const beside = this.kind === 'projects-beside'
    const listed = this.isListed
    const count = beside ? 2 : listed ? 2 + this.random(3) : 1 + this.random(2)
    const projects = this.namedAlike(Array.from({ length: count }, (_, index) => this.project(index)))
    const title = { paragraph: `某县示例局${this.year}年部门预算公开` }
    const unit = { paragraph: `金额单位：${this.yuan ? '元' : '万元'}` }
    const blocks: DrawnDocument = listed
      ? [title, unit, { table: this.listed(projects) }]
      : [title, ...(beside ? [unit, { table: this.beside(projects) }] : this.tables(projects, unit))]
    return { kind: this.kind, blocks, projects, left: this.left }
  }

  private tables(projects: readonly Expected[], unit: DrawnDocument[number]): DrawnDocument {
    return projects.flatMap((project, index) => [
      { paragraph: `${index + 1}、${project.name}绩效目标表` },
      ...(index === 0 || !this.once ? [unit] : []),
      ...(this.kind === 'continued' ? this.continued(project) : [{ table: this.table(project) }]),
    ])
  }

  /** A table cut somewhere below its headings, and the rest of it below a line that says so. */
  private continued(project: Expected): DrawnDocument {
    const cut = 1 + this.random(project.indicators.length)
    const rest = { ...project, indicators: project.indicators.slice(cut) }
    const side = this.maybe(2) ? '绩效指标' : null
    const { heading, rows, width } = this.indicators(
      { ...project, indicators: project.indicators.slice(0, cut) },
      side,
    )
    const head = [...this.head(project, width), ...this.goals(project, width)]
    const tail = rest.indicators.length === 0 ? null : this.indicators(rest, side, heading)
    const named = this.one(['（续表）', `${project.name}绩效目标表（续）`, '续表'])
    return [
      { table: [...head, ...heading, ...rows] },
      ...(tail ? [{ paragraph: named }, { table: [...tail.heading, ...tail.rows] }] : []),
    ]
  }

  /** Whether projects in columns have the same indicators, named once beside their columns. */
  private get isShared(): boolean {
    return this.kind === 'projects-in-columns' && this.seed % 2 === 0
  }

  private namedAlike(projects: readonly Expected[]): readonly Expected[] {
    const first = projects[0]?.indicators ?? []
    if (!this.isShared) return projects
    return projects.map((project) => ({
      ...project,
      indicators: project.indicators.map((one, index) => ({ ...one, level3: first[index]?.level3 ?? null })),
    }))
  }

  private get isListed(): boolean {
    return ['list', 'indicators-in-columns', 'projects-in-columns'].includes(this.kind)
  }

  private listed(projects: readonly Expected[]): DrawnCell[][] {
    if (this.kind === 'list') return this.list(projects)
    return this.kind === 'indicators-in-columns' ? this.wide(projects) : this.across(projects)
  }

  /** A project a column, its labels in the first ones: each indicator named once for all, or with its value in every cell. */
  private across(projects: readonly Expected[]): DrawnCell[][] {
    const [first] = projects
    const apart = this.isShared
    const labels = apart ? 3 : 2
    const row = (label: string, own: (project: Expected) => string) => [
      cell(label, 1, labels),
      ...projects.map((project) => cell(own(project))),
    ]
    const names = ['一级指标', '二级指标', '三级指标'].slice(0, labels).map((text) => cell(text))
    return [
      row('项目名称', ({ name }) => name),
      row(this.one(TOTAL), ({ budget }) => this.printed(budget.total)),
      row('年度目标', ({ goals }) => goals[0] ?? ''),
      ...(apart ? [[...names, ...projects.map(() => cell('指标值'))]] : []),
      ...(first?.indicators ?? []).map(({ level1, level2, level3 }, index) => [
        ...[level1, level2, ...(apart ? [level3] : [])].map((text) => cell(text ?? '')),
        ...projects.map(({ indicators }) => {
          const own = indicators[index]
          return cell(apart ? (own?.target ?? '') : `${own?.level3}${own?.target}`)
        }),
      ]),
    ]
  }

  /** A list of projects whose indicators stand in columns, under their levels: name and value apart, or in one cell. */
  private wide(projects: readonly Expected[]): DrawnCell[][] {
    const levels = projects[0]?.indicators ?? []
    const apart = this.maybe(2)
    const across = apart ? 2 : 1
    const heads = ['项目名称', this.one(TOTAL), '年度目标'].map((text) => cell(text, apart ? 3 : 2))
    const firsts = [...new Set(levels.map(({ level1 }) => level1 ?? ''))]
    const width = (first: string) => levels.filter(({ level1 }) => level1 === first).length * across
    const names = levels.flatMap(() => [this.one(['三级指标', '指标名称']), this.one(['指标值', '目标值'])])
    return [
      [...heads, ...firsts.map((first) => cell(first, 1, width(first)))],
      levels.map(({ level2 }) => cell(level2 ?? '', 1, across)),
      ...(apart ? [names.map((text) => cell(text))] : []),
      ...projects.map(({ name, budget, goals, indicators }) => [
        ...[name, this.printed(budget.total), goals[0] ?? ''].map((text) => cell(text)),
        ...indicators.flatMap(({ level3, target }) =>
          (apart ? [level3, target] : [`${level3}${target}`]).map((text) => cell(text ?? '')),
        ),
      ]),
    ]
  }

  /** Indicators of the same levels for every project. */
  private alike(): Expected['indicators'] {
    const seconds = GROUPS.slice(0, 2 + (this.seed % 3))
    return seconds.flatMap(([level1, all]) =>
      all.slice(0, 1 + (this.seed % all.length)).map((level2) => ({
        ...this.indicator(level1, level2),
        target: `${this.one(['≥', '≤', '='])}${1 + this.random(500)}${this.one(UNITS)}`,
        description: null,
        basis: null,
        weight: null,
      })),
    )
  }

  /** Two projects' tables of one shape beside each other in one. */
  private beside(projects: readonly Expected[]): DrawnCell[][] {
    const [left = [], right = []] = projects.map((project) => {
      const rows = [
        ...[
          ['项目名称', project.name],
          ['预算数', this.printed(project.budget.total)],
          ['年度目标', project.goals[0] ?? ''],
        ].map(([label = '', value = '']) => [cell(label), cell(value, 1, 3)]),
        ['一级指标', '二级指标', '三级指标', '指标值'].map((text) => cell(text)),
      ]
      const body = project.indicators.map(({ level1, level2, level3, target }) =>
        [level1, level2, level3, target].map((text) => cell(text ?? '')),
      )
      return [...rows, ...body]
    })
    const blank = () => ['', '', '', ''].map((text) => cell(text))
    return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => [
      ...(left[row] ?? blank()),
      ...(right[row] ?? blank()),
    ])
  }

  private maybe(outOf: number): boolean {
    return this.random(outOf) === 0
  }

  private one<T>(list: readonly T[]): T {
    return list[this.random(list.length)] as T
  }

  /** A text that stands nowhere else in the document. */
  private own(text: string): string {
    const owned = `${text}${this.seed}甲${this.numbered.size}`
    this.numbered.add(owned)
    return owned
  }

  private project(index: number): Expected {
    const amount = (1 + this.random(9000)) / 10
    const indicators = GROUPS.slice(0, 2 + this.random(3)).flatMap(([level1, seconds]) =>
      seconds
        .slice(0, 1 + this.random(seconds.length))
        .flatMap((level2) =>
          Array.from({ length: 1 + this.random(2) }, () => this.indicator(level1, level2)),
        ),
    )
    const wide = this.isListed && this.kind !== 'list'
    const bare = this.kind === 'projects-beside' || wide
    const listed = this.kind === 'list' || bare
    const scheduled = this.kind === 'form' && this.maybe(2)
    return {
      name: this.own(`示例项目${index}`),
      code: this.maybe(2) || listed ? null : `30${this.seed}-${index}A`,
      budget: {
        total: String(amount),
        fiscal: listed ? null : String(amount),
        other: listed ? null : this.kind === 'self-evaluation' || this.maybe(2) ? '0' : null,
      },
      purpose: null,
      schedule: scheduled ? { '03': '25', '06': '50', '09': '75', '12': '100' } : {},
      goals: [this.own('做好年度工作')],
      indicators: wide ? this.alike() : indicators,
    }
  }

  private indicator(level1: string, level2: string): Expected['indicators'][number] {
    const words = this.maybe(6)
    const sign = this.one(['≥', '≤', '=', ''])
    const target = words
      ? this.one(WORDS)
      : `${this.apart && sign === '' ? '≥' : sign}${1 + this.random(500)}${this.one(UNITS)}`
    return {
      level1,
      level2,
      level3: this.own('指标'),
      description: this.described && this.kind !== 'projects-beside' ? this.own('说明') : null,
      target,
      basis: this.based && this.kind !== 'projects-beside' ? this.own('依据') : null,
      weight: this.weighted && this.kind !== 'projects-beside' ? String(1 + this.random(20)) : null,
    }
  }

  private printed(amount: string | null): string {
    if (amount === null) return ''
    if (this.yuan) return String(Math.round(Number(amount) * 10_000))
    return this.maybe(8) ? `¥${amount}` : amount
  }

  private unread(labels: readonly string[]): { label: string; value: string } {
    const label = this.one(labels)
    const value = this.own('别的')
    this.left.push(value)
    return { label, value }
  }

  private table(project: Expected): DrawnCell[][] {
    const side = this.kind === 'annual-below-longterm' ? '年度绩效指标' : this.maybe(2) ? '绩效指标' : null
    const { heading, rows, width } = this.indicators(project, this.kind === 'without-headings' ? null : side)
    const head = [...this.head(project, width), ...this.goals(project, width)]
    const shown = this.kind === 'without-headings' ? [] : heading
    const blocks = [...head, ...this.longTerm(width), ...shown, ...rows]
    return blocks
  }

  private pairs(pairs: readonly (readonly [string, string])[], width: number): DrawnCell[] {
    const columns = pairs.length * 2
    return pairs.flatMap(([label, value], index) => [
      cell(label),
      cell(value, 1, index === pairs.length - 1 ? width - columns + 1 : 1),
    ])
  }

  private head(project: Expected, width: number): DrawnCell[][] {
    const { name, code, budget } = project
    const other = this.unread(HEAD_UNREAD)
    const rows: DrawnCell[][] = [
      this.pairs(
        [[this.one(NAME), name], ...(code === null ? [] : [[this.one(CODE), code] as const])],
        width,
      ),
      this.pairs(
        [
          ['主管部门', '500100某县示例局'],
          [other.label, other.value],
        ],
        width,
      ),
    ]
    if (this.maybe(3)) rows.reverse()
    if (this.kind === 'self-evaluation') return [...rows, ...this.amountColumns(project, width)]
    if (this.kind === 'amounts-below') return [...rows, ...this.amountsBelow(project, width)]
    const money: (readonly [string, string])[] = [
      [this.one(TOTAL), this.printed(budget.total)],
      [this.one(FISCAL), this.printed(budget.fiscal)],
      ...(budget.other === null && this.maybe(2)
        ? []
        : [[this.one(OTHER), this.printed(budget.other)] as const]),
    ]
    const group = this.one(['项目资金', '资金情况', '项目资金\n（万元）'].slice(0, this.yuan ? 2 : 3))
    const midterm = this.kind === 'annual-beside-midterm'
    return [
      ...rows,
      ...money.map(([label, value], index) => [
        ...(index === 0 ? [cell(group, money.length)] : []),
        ...(midterm ? this.longerAmount(label, index) : []),
        cell(label),
        cell(value, 1, width - (midterm ? 4 : 2)),
      ]),
      ...this.schedule(project, width),
    ]
  }

  /** Labels side by side, and their amounts in the row below. */
  private amountsBelow({ budget }: Expected, width: number): DrawnCell[][] {
    const money = [
      [this.one(TOTAL), this.printed(budget.total)],
      [this.one(FISCAL), this.printed(budget.fiscal)],
      ...(budget.other === null ? [] : [[this.one(OTHER), this.printed(budget.other)]]),
    ]
    const across = (index: number) => (index === money.length - 1 ? width - money.length : 1)
    return [
      [cell('项目资金', 2), ...money.map(([label = ''], index) => cell(label, 1, across(index)))],
      money.map(([, value = ''], index) => cell(value, 1, across(index))),
    ]
  }

  private longerAmount(label: string, index: number): DrawnCell[] {
    const value = String(100_000 + this.random(1000))
    this.left.push(value)
    return [cell(index === 0 ? '中期资金总额：' : label), cell(value)]
  }

  private schedule({ schedule }: Expected, width: number): DrawnCell[][] {
    const months = Object.keys(schedule).sort()
    if (months.length === 0) return []
    const names = this.one([
      ['3月底', '6月底', '9月底', '12月底'],
      ['一季度', '二季度', '三季度', '四季度'],
    ])
    const last = (index: number) => (index === months.length - 1 ? width - months.length : 1)
    return [
      [cell('资金支出计划（%）', 2), ...names.map((name, index) => cell(name, 1, last(index)))],
      months.map((month, index) => cell(schedule[month] ?? '', 1, last(index))),
    ]
  }

  private amountColumns({ budget }: Expected, width: number): DrawnCell[][] {
    const columns = ['年初预算数', '全年预算数', '全年执行数']
    const spare = width - 2 - columns.length
    const row = (label: string, amount: string | null) => {
      const others = columns.slice(1).map(() => String(200_000 + this.random(90_000)))
      this.left.push(...others)
      return [
        cell(label),
        cell(this.printed(amount)),
        cell(others[0] ?? ''),
        cell(others[1] ?? '', 1, 1 + spare),
      ]
    }
    const rows = [
      row('年度资金总额：', budget.total),
      row('其中：当年财政拨款', budget.fiscal),
      row('其他资金', budget.other),
    ]
    return [
      [
        cell(this.yuan ? '项目资金' : '项目资金\n（万元）', rows.length + 1),
        cell(''),
        ...columns.map((name, index) => cell(name, 1, index === 2 ? 1 + spare : 1)),
      ],
      ...rows,
    ]
  }

  private goals({ goals }: Expected, width: number): DrawnCell[][] {
    const text = goals[0] ?? ''
    if (this.kind === 'annual-beside-midterm')
      return this.goalsBeside(['中期目标（2026年—2028年）', '年度目标'], text, 1, width)
    if (this.kind === 'self-evaluation')
      return this.goalsBeside([this.one(['预期目标', '年初设定目标']), '实际完成情况'], text, 0, width)
    if (this.maybe(3))
      return [[cell('总体目标', 2), cell('年度目标', 1, width - 1)], [cell(text, 1, width - 1)]]
    return [[cell(this.one(GOAL)), cell(text, 1, width - 1)]]
  }

  private goalsBeside(names: readonly string[], text: string, at: number, width: number): DrawnCell[][] {
    const other = this.own('另外的目标')
    this.left.push(other)
    const half = Math.floor((width - 1) / 2)
    const across = [half, width - 1 - half]
    const texts = at === 0 ? [text, other] : [other, text]
    return [
      [cell('年度总体目标', 2), ...names.map((name, index) => cell(name, 1, across[index]))],
      texts.map((one, index) => cell(one, 1, across[index])),
    ]
  }

  private longTerm(width: number): DrawnCell[][] {
    if (this.kind !== 'annual-below-longterm') return []
    const name = this.own('长期的指标')
    this.left.push(name)
    const rest = width - 4
    return [
      [
        cell('长期绩效指标', 2),
        ...['一级指标', '二级指标', '三级指标'].map((text) => cell(text)),
        cell('指标值', 1, rest),
      ],
      [cell('产出指标'), cell('数量指标'), cell(name), cell('≥9次', 1, rest)],
    ]
  }

  private indicators(
    project: Expected,
    side: string | null,
    printed?: readonly DrawnCell[][],
  ): { heading: DrawnCell[][]; rows: DrawnCell[][]; width: number } {
    const extra = this.unreadColumns()
    const columns = printed
      ? (printed[0] ?? []).slice(side === null ? 0 : 1).map(({ lines }) => lines.join('\n'))
      : this.columns(extra.map(({ label }) => label))
    const width = columns.length + (side === null ? 0 : 1)
    const numbered = this.maybe(4) && this.kind !== 'without-headings' && this.kind !== 'continued'
    const numbers = numbered ? [columns.map((_, index) => cell(String(index + 1)))] : []
    const body = [...numbers, ...this.rows(project, extra)]
    const top = this.kind === 'two-row-heading' ? this.twoRows(columns) : [columns.map((text) => cell(text))]
    const all = [...top, ...body]
    if (side !== null) all[0] = [cell(side, all.length), ...(all[0] ?? [])]
    return { heading: all.slice(0, top.length), rows: all.slice(top.length), width }
  }

  private unreadColumns(): { label: string }[] {
    if (this.kind === 'two-row-heading') return [{ label: '数据1' }, { label: '数据2' }]
    if (this.kind === 'without-headings' || this.kind === 'continued') return []
    const labels = UNREAD.filter(() => this.maybe(4))
    return labels.map((label) => ({ label }))
  }

  private columns(extra: readonly string[]): string[] {
    const midterm = this.kind === 'annual-beside-midterm'
    const set = [this.one(THIRD), ...(this.described ? [this.one(DESCRIPTION)] : []), ...this.valueColumns()]
    return [
      '一级指标',
      ...(midterm ? ['二级指标', '三级指标', '指标值'] : []),
      '二级指标',
      ...set,
      ...(this.based ? [this.one(BASIS)] : []),
      ...(this.weighted ? [this.one(WEIGHT)] : []),
      ...extra,
    ]
  }

  private valueColumns(): string[] {
    if (this.kind === 'years-beside') {
      const other = this.later() ? this.year + 1 : this.year - 1
      const pair = this.later() ? [this.year, other] : [other, this.year]
      return pair.map((year) => `${year}年指标值`)
    }
    return this.apart
      ? [this.one(SIGN), this.one(TARGET.filter((text) => text !== '指标值及单位')), this.one(UNIT)]
      : [this.one(TARGET)]
  }

  /** Whether the other year's column is the next year's and stands behind. */
  private later(): boolean {
    return this.seed % 3 === 0
  }

  private twoRows(columns: readonly string[]): DrawnCell[][] {
    const own = columns.slice(0, -2)
    return [
      [...own.map((text) => cell(text, 2)), cell('完成情况', 1, 2)],
      columns.slice(-2).map((text) => cell(text)),
    ]
  }

  private rows(project: Expected, extra: readonly unknown[]): DrawnCell[][] {
    const indicators = this.joined ? joinedOf(project.indicators) : project.indicators
    return indicators.map((indicator, index) => {
      const before = indicators[index - 1]
      const first = before?.level1 !== indicator.level1
      const group = indicators.slice(index).findIndex(({ level1 }) => level1 !== indicator.level1)
      const height = group < 0 ? indicators.length - index : group
      const level1 = this.merged
        ? first
          ? [cell(indicator.level1 ?? '', height)]
          : []
        : [cell(indicator.level1 ?? '')]
      const midterm = this.kind === 'annual-beside-midterm' ? this.longerRow() : []
      return [
        ...level1,
        ...midterm,
        cell(indicator.level2 ?? ''),
        ...this.values(indicator),
        ...this.extraCells(extra),
      ]
    })
  }

  private longerRow(): DrawnCell[] {
    const name = this.own('中期的指标')
    this.left.push(name)
    return [cell('数量指标'), cell(name), cell('≥9000次')]
  }

  private extraCells(extra: readonly unknown[]): DrawnCell[] {
    return extra.map(() => {
      if (this.maybe(2)) return cell('')
      const value = this.own('列外')
      this.left.push(value)
      return cell(value)
    })
  }

  private values({
    level3,
    description,
    target,
    basis,
    weight,
  }: Expected['indicators'][number]): DrawnCell[] {
    return [
      cell(level3 ?? ''),
      ...(this.described ? [cell(description ?? '')] : []),
      ...this.target(target ?? '').map((text) => cell(text)),
      ...(this.based ? [cell(basis ?? '')] : []),
      ...(this.weighted ? [cell(weight ?? '')] : []),
    ]
  }

  private target(target: string): string[] {
    if (this.kind === 'years-beside') {
      const other = `≥${6000 + this.numbered.size}次`
      this.numbered.add(other)
      this.left.push(other)
      return this.later() ? [target, other] : [other, target]
    }
    if (!this.apart) return [target]
    const [, sign = '', value = '', unit = ''] = /^([≥≤=]?)(\d+)(.*)$/.exec(target) ?? []
    return value === '' ? ['定性', target, '无'] : [sign, value, unit]
  }

  private list(projects: readonly Expected[]): DrawnCell[][] {
    const extra = this.unreadColumns()
    const columns = this.columns(extra.map(({ label }) => label))
    const order = this.maybe(2)
    const heads = [
      '项目名称',
      this.one(['预算数', '预算金额', '金额（元）'].slice(0, this.yuan ? 3 : 2)),
      '年度目标',
    ]
    const heading = order ? heads : ['单位名称', ...heads]
    const rows = projects.flatMap((project) => {
      const drawn = this.rows(project, extra)
      const height = drawn.length
      const texts = [project.name, this.printed(project.budget.total), project.goals[0] ?? '']
      const own = order ? texts : ['500100某县示例局', ...texts]
      return drawn.map((row, index) =>
        this.merged
          ? [...(index === 0 ? own.map((text) => cell(text, height)) : []), ...row]
          : [...own.map((text) => cell(text)), ...row],
      )
    })
    return [[...heading, ...columns].map((text) => cell(text)), ...rows]
  }
}

/** Indicators that follow each other under one 二级指标, two and two in one row and numbered. */
function joinedOf(indicators: Expected['indicators']): Expected['indicators'] {
  const rows: Expected['indicators'][number][] = []
  for (let at = 0; at < indicators.length; at += 1) {
    const [one, next] = indicators.slice(at, at + 2)
    if (!one) continue
    if (!next || next.level1 !== one.level1 || next.level2 !== one.level2) {
      rows.push(one)
      continue
    }
    const both = (key: IndicatorKey) => (one[key] === null ? null : `1.${one[key]}\n2.${next[key]}`)
    rows.push({
      ...one,
      level3: both('level3'),
      description: both('description'),
      target: both('target'),
      basis: both('basis'),
    })
    at += 1
  }
  return rows
}
