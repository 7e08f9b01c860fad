import { readFileSync } from 'node:fs'

/** A cell of a form as it is laid out: its lines and how far it is merged. */
export interface LayoutCell {
  readonly lines: readonly string[]
  readonly rowSpan: number
  readonly columnSpan: number
}

export type LayoutTable = readonly (readonly LayoutCell[])[]

/** A piece of a document to be written in any format: a paragraph, a blank line, or a table. */
export type LayoutBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: LayoutTable }

/** What a form is filled in with: the plan file's shape, with weights (分值) where a table prints them. */
export interface FormPlan {
  readonly department: { readonly code: string; readonly name: string }
  readonly projects: readonly {
    readonly code: string
    readonly name: string
    readonly budget: { readonly total: string; readonly fiscal: string | null; readonly other: string | null }
    readonly purpose: string
    readonly schedule: Readonly<Record<string, string | null>>
    readonly goals: readonly string[]
    readonly indicators: readonly {
      readonly level1: string
      readonly level2: string
      readonly level3: string
      readonly description: string
      readonly target: string
      readonly basis: string
      readonly weight?: string
    }[]
  }[]
}

/** The plan file of the six published tables. */
export const SIX: FormPlan = JSON.parse(
  readFileSync(new URL('../../../public/data/2020-323002.json', import.meta.url), 'utf8'),
)

const WIDTH = 12

function cell(text: string | readonly string[] | null | undefined, columnSpan = 1, rowSpan = 1): LayoutCell {
  const lines = typeof text === 'string' ? [text] : (text ?? [])
  return { lines: lines.filter((line) => line !== ''), columnSpan, rowSpan }
}

function spread(count: number): number[] {
  const each = Math.floor(WIDTH / count)
  return Array.from({ length: count }, (_, index) =>
    index === count - 1 ? WIDTH - each * (count - 1) : each,
  )
}

type FormProject = FormPlan['projects'][number]

function upperPart(department: FormPlan['department'], project: FormProject): LayoutTable {
  const { budget, schedule } = project
  const months = Object.keys(schedule).sort()
  const spans = spread(months.length)
  return [
    [cell(`${department.code}${department.name}`, 7), cell('单位：万元', 6)],
    [cell('项目编码'), cell(project.code, 4), cell('项目名称', 2), cell(project.name, 6)],
    [
      cell('预算规模及资金用途', 1, 2),
      ...['预算数', budget.total, '其中：财政资金', budget.fiscal, '其他资金', budget.other].map((text) =>
        cell(text, 2),
      ),
    ],
    [cell(project.purpose, WIDTH)],
    [
      cell('资金支出计划（%）', 1, 2),
      ...months.map((month, index) => cell(`${Number(month)}月底`, spans[index])),
    ],
    months.map((month, index) => cell(schedule[month], spans[index])),
    [cell('绩效目标'), cell(project.goals, WIDTH)],
  ]
}

const HEADINGS = ['一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值', '指标值确定依据']

function lowerPart({ indicators }: FormProject): LayoutTable {
  const weighted = indicators.some(({ weight }) => weight !== undefined)
  const rows = indicators.map((indicator, index) => {
    const first = index === 0 || indicators[index - 1]?.level1 !== indicator.level1
    const rest = indicators.slice(index)
    const other = rest.findIndex(({ level1 }) => level1 !== indicator.level1)
    const group = other < 0 ? rest.length : other
    const { level2, level3, description, target, basis, weight } = indicator
    return [
      ...(first ? [cell(indicator.level1, 1, group)] : []),
      ...[level2, level3, description, target, basis].map((text) => cell(text)),
      ...(weighted ? [cell(weight)] : []),
    ]
  })
  const headings = weighted ? [...HEADINGS, '分值'] : HEADINGS
  return [headings.map((text) => cell(text)), ...rows]
}

/** The tables of a plan as the published document lays them out: a title, the upper part, a blank line, the indicators. */
export function formLayout({ department, projects }: FormPlan): LayoutBlock[] {
  return projects.flatMap((project, index): LayoutBlock[] => [
    { kind: 'paragraph', text: `${index + 1}、${project.name}绩效目标表` },
    { kind: 'table', rows: upperPart(department, project) },
    { kind: 'paragraph', text: '' },
    { kind: 'table', rows: lowerPart(project) },
  ])
}

/** The six published tables alone. */
export function sixTables(): LayoutBlock[] {
  return formLayout(SIX)
}

const TITLE = /^(?:\[bookmark: [^\]]*\])?\d+、.*绩效目标表$/

/** The whole published document: what its text has before and after the six tables, the six merged as on the form, its procurement table merged too or, `flat`, as a converter that loses merged cells leaves it. */
export function wholeDocument(flat = false): LayoutBlock[] {
  const source = new URL('../../fixtures/source/2020-323002-budget-disclosure.txt', import.meta.url)
  const lines = readFileSync(source, 'utf8').split('\n')
  const first = lines.findIndex((line) => TITLE.test(line))
  const after = lines.findIndex((line) => line === '六、政府采购预算情况')
  const rest = blocksOf(lines.slice(after))
  return [...blocksOf(lines.slice(0, first)), ...sixTables(), ...(flat ? rest : rest.map(procurement))]
}

/** How the head of 部门政府采购预算 is merged: by row the places of the cells that are printed, each with its columns and rows. */
const PROCUREMENT_HEAD: readonly (readonly (readonly [at: number, columns: number, rows: number])[])[] = [
  [
    [0, 7, 1],
    [1, 7, 1],
  ],
  [[0, 2, 1], ...[1, 2, 3, 4, 5].map((at) => [at, 1, 3] as const), [6, 7, 1]],
  [
    [0, 1, 2],
    [1, 1, 2],
    [7, 1, 2],
    [8, 5, 1],
    [9, 1, 2],
  ],
  [8, 9, 10, 11, 12].map((at) => [at, 1, 1] as const),
]

function procurement(block: LayoutBlock): LayoutBlock {
  if (block.kind !== 'table' || !block.rows[1]?.some(({ lines }) => lines[0] === '采购物品名称')) return block
  const rows = block.rows.map((cells, row) => {
    const head = PROCUREMENT_HEAD[row]
    return head ? head.map(([at, columns, rows]) => cell(cells[at]?.lines, columns, rows)) : cells
  })
  return { kind: 'table', rows }
}

/** A text dump in blocks: a line that begins with a tab is a cell, a blank line ends a row, two end the table. */
function blocksOf(lines: readonly string[]): LayoutBlock[] {
  const blocks: LayoutBlock[] = []
  let rows: LayoutCell[][] = []
  let row: LayoutCell[] = []
  for (const line of [...lines, '', '']) {
    if (line.startsWith('\t')) row.push(cell(line.slice(1)))
    else if (row.length > 0) {
      rows.push(row)
      row = []
    } else {
      if (rows.length > 0) blocks.push({ kind: 'table', rows })
      rows = []
      if (line.trim() !== '')
        blocks.push({ kind: 'paragraph', text: line.replace(/^\[bookmark: [^\]]*\]/, '') })
    }
  }
  return blocks
}
