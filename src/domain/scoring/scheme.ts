import { Decimal } from '../number/decimal'

/** The 一级指标 a scheme gives points to. */
export type GroupId = 'cost' | 'output' | 'benefit' | 'satisfaction'

/** 优 / 良 / 中 / 差 (R 财预〔2020〕10号). */
export type Grade = 'excellent' | 'good' | 'fair' | 'poor'

/** A 一级指标 with its points; `level1` are the names it is printed under, `level2` the 二级指标 it takes out of another group. Names are without 指标. */
export interface Group {
  readonly id: GroupId
  readonly weight: Decimal
  readonly level1: readonly string[]
  readonly level2: readonly string[]
}

/** How 预算执行率 becomes points: in proportion up to 100 %, or by bands (`from` a rate, `share` of the weight, both in percent, the first that fits). `ours` where no rule we hold prints the bands: they are labelled 内部口径 wherever they show. */
export type ExecutionRule =
  | { readonly kind: 'linear' }
  | {
      readonly kind: 'bands'
      readonly ours: boolean
      readonly bands: readonly { readonly from: Decimal; readonly share: Decimal }[]
    }

/** A published way to score a year: what is worth how much and where the cuts lie; data, not code (domain.md §7). `floor` in percent: a ratio below it scores 0. */
export interface Scheme {
  readonly id: string
  readonly document: string
  readonly execution: { readonly weight: Decimal; readonly rule: ExecutionRule }
  readonly groups: readonly Group[]
  readonly floor: Decimal | null
  readonly grades: readonly { readonly from: Decimal; readonly grade: Grade }[]
}

const GRADES: Scheme['grades'] = [
  { from: new Decimal(90), grade: 'excellent' },
  { from: new Decimal(80), grade: 'good' },
  { from: new Decimal(60), grade: 'fair' },
]

const SATISFACTION = ['满意度', '服务对象满意度']
const BENEFIT = ['效益', '效果']

/** R 财预〔2020〕10号: 10 + 50 + 30 + 10, everything in proportion. 成本 printed as a 一级指标 counts as 产出, where this layout keeps it (D). */
export const LINEAR_2020: Scheme = {
  id: '2020-10',
  document: '财预〔2020〕10号',
  execution: { weight: new Decimal(10), rule: { kind: 'linear' } },
  groups: [
    { id: 'output', weight: new Decimal(50), level1: ['产出', '成本'], level2: [] },
    { id: 'benefit', weight: new Decimal(30), level1: BENEFIT, level2: [] },
    { id: 'satisfaction', weight: new Decimal(10), level1: SATISFACTION, level2: [] },
  ],
  floor: null,
  grades: GRADES,
}

/**
 * R 财预〔2021〕101号: 成本 a 一级指标 of its own (20 + 40 + 20 + 10, 执行率 10), nothing below 60 %.
 * Our reading (D): 成本 printed as a 二级指标 under 产出 belongs to the new 成本 group, because that is the group it became; a plan with no 成本 at all
 * leaves 20 points that nothing can take, and is not guessed at. Our reading (D): the execution bands 95/80/60.
 */
export const FLOOR_2021: Scheme = {
  id: '2021-101',
  document: '财预〔2021〕101号',
  execution: {
    weight: new Decimal(10),
    rule: {
      kind: 'bands',
      ours: true,
      bands: [
        { from: new Decimal(95), share: new Decimal(100) },
        { from: new Decimal(80), share: new Decimal(80) },
        { from: new Decimal(60), share: new Decimal(60) },
      ],
    },
  },
  groups: [
    {
      id: 'cost',
      weight: new Decimal(20),
      level1: ['成本'],
      level2: ['成本', '经济成本', '社会成本', '生态环境成本'],
    },
    { id: 'output', weight: new Decimal(40), level1: ['产出'], level2: [] },
    { id: 'benefit', weight: new Decimal(20), level1: BENEFIT, level2: [] },
    { id: 'satisfaction', weight: new Decimal(10), level1: SATISFACTION, level2: [] },
  ],
  floor: new Decimal(60),
  grades: GRADES,
}

/** Every known scheme; the first is the default of a county bureau in every year (domain.md §7). */
export const SCHEMES: readonly [Scheme, ...Scheme[]] = [LINEAR_2020, FLOOR_2021]

/** 财预〔2020〕10号 (50/30/10 + 10): what a plan is scored by unless another scheme is recorded or printed, whatever its year. */
export const DEFAULT_SCHEME = SCHEMES[0]

function plainName(name: string): string {
  return name.normalize('NFKC').replace(/[\s〔〕[\]()【】]/g, '')
}

/** The scheme an id or a document number names, brackets of any kind; `null` for none that is known. */
export function schemeNamed(name: string): Scheme | null {
  const wanted = plainName(name)
  return (
    SCHEMES.find(({ id, document }) => plainName(id) === wanted || plainName(document) === wanted) ?? null
  )
}

/** The grade of a total out of 100: the first cut it reaches, each cut included, 差 below them all; so every total has one grade. */
export function gradeOf(total: Decimal, { grades }: Scheme): Grade {
  return grades.find(({ from }) => total.gte(from))?.grade ?? 'poor'
}

function bare(name: string): string {
  return name.replace(/\s/g, '').replace(/指标$/, '')
}

/** The group an indicator's points come from: its 二级指标 where a group takes that out, else its 一级指标; `null` when the scheme knows neither. */
export function groupOf(
  { level1, level2 }: { readonly level1: string; readonly level2: string },
  { groups }: Scheme,
): Group | null {
  return (
    groups.find((group) => group.level2.includes(bare(level2))) ??
    groups.find((group) => group.level1.includes(bare(level1))) ??
    null
  )
}
