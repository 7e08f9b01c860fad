import { comparableName } from '@/domain/number/visibleText'

/** A label of the head of a 绩效目标表. */
export type HeadLabel =
  'code' | 'name' | 'department' | 'total' | 'fiscal' | 'other' | 'purpose' | 'schedule' | 'goals' | 'group'

/** A column of the indicators of a 绩效目标表. `comparator` and `unit` are the parts of a 指标值 printed in columns of their own. */
export type IndicatorColumn =
  'level1' | 'level2' | 'level3' | 'description' | 'target' | 'basis' | 'weight' | 'comparator' | 'unit'

/** The names under which published tables print each label (P); `docs/glossary.md` pairs them. */
const HEAD_LABELS: Readonly<Record<HeadLabel, readonly string[]>> = {
  code: ['项目编码', '项目代码', '项目编号'],
  name: ['项目名称', '预算项目名称'],
  department: [
    '部门编码及名称',
    '主管部门及代码',
    '主管部门',
    '部门名称',
    '预算部门',
    '预算单位',
    '单位名称',
  ],
  total: [
    '预算数',
    '预算金额',
    '预算总额',
    '项目预算',
    '项目预算数',
    '项目预算金额',
    '年度预算数',
    '年初预算数',
    '年度预算',
    '资金总额',
    '年度资金总额',
    '项目资金总额',
    '预算资金总额',
  ],
  fiscal: [
    '财政资金',
    '财政拨款',
    '当年财政拨款',
    '年度财政拨款',
    '财政性资金',
    '财政拨款资金',
    '本级财政资金',
  ],
  other: ['其他资金', '其它资金', '其他来源资金', '自筹资金'],
  purpose: ['资金用途', '资金用途说明', '用途', '资金使用方向', '项目用途', '预算资金用途'],
  schedule: [
    '资金支出计划',
    '支出计划',
    '资金使用计划',
    '资金支出进度',
    '支出进度计划',
    '资金支出进度计划',
    '用款计划',
    '预算支出计划',
    '分月支出计划',
  ],
  goals: [
    '绩效目标',
    '年度绩效目标',
    '项目绩效目标',
    '总体目标',
    '总体绩效目标',
    '年度总体目标',
    '年度目标',
    '预期目标',
    '绩效总目标',
  ],
  group: [
    '预算规模及资金用途',
    '预算规模和资金用途',
    '预算规模与资金用途',
    '预算规模',
    '项目资金',
    '资金情况',
    '预算情况',
    '预算资金情况',
  ],
}

const INDICATOR_COLUMNS: Readonly<Record<IndicatorColumn, readonly string[]>> = {
  level1: ['一级指标', '一级', '一级指标名称'],
  level2: ['二级指标', '二级', '二级指标名称'],
  level3: ['三级指标', '三级', '三级指标名称', '指标名称', '绩效指标', '绩效指标名称', '具体指标'],
  description: [
    '绩效指标描述',
    '指标描述',
    '绩效指标内容',
    '指标内容',
    '指标解释',
    '指标说明',
    '绩效指标说明',
    '绩效指标解释',
    '指标内涵',
  ],
  target: [
    '指标值',
    '年度指标值',
    '绩效指标值',
    '预期指标值',
    '计划指标值',
    '全年指标值',
    '本年指标值',
    '目标值',
    '年度目标值',
    '绩效目标值',
    '预期值',
    '预期目标值',
    '计划目标值',
    '指标目标值',
  ],
  basis: [
    '指标值确定依据',
    '指标确定依据',
    '确定依据',
    '目标值确定依据',
    '指标值依据',
    '指标值设定依据',
    '指标值设置依据',
    '设定依据',
    '指标依据',
    '指标值来源',
    '指标值确定的依据',
  ],
  weight: ['分值', '指标分值', '权重', '指标权重', '分值权重', '权重分值', '分数'],
  comparator: ['符号', '指标符号', '计算符号', '比较符号', '运算符号', '指标性质', '指标方向'],
  unit: ['计量单位', '度量单位', '指标单位'],
}

function byText<T extends string>(table: Readonly<Record<T, readonly string[]>>): ReadonlyMap<string, T> {
  return new Map(
    (Object.entries(table) as [T, readonly string[]][]).flatMap(([label, names]) =>
      names.map((name) => [name, label] as const),
    ),
  )
}

const LONGEST_LABEL = 30
const NOTE = /\((?:单位:?)?(?:万元|元|%|百分比|分|累计|累计%|累计百分比)\)$/

/** A label as it is compared: half-width, without spaces, numbering, 其中：, closing colon and the unit in brackets. */
function labelText(text: string): string {
  return comparableName(text)
    .replace(/^[*※]/, '')
    .replace(/^(?:\d{1,2}[.、]|\(\d{1,2}\)|\([一二三四五六七八九十]\)|[一二三四五六七八九十]、)/, '')
    .replace(/^其中[:,]?/, '')
    .replace(/[:;]+$/, '')
    .replace(NOTE, '')
}

const MOST_REMEMBERED = 4096

/** Looks labels up by their text and remembers what came of it: the same labels stand in every table of a document. */
function labelIn<T extends string>(
  table: Readonly<Record<T, readonly string[]>>,
): (text: string) => T | null {
  const labels = byText(table)
  const remembered = new Map<string, T | null>()
  return (text) => {
    if (text.length > LONGEST_LABEL || text === '') return null
    const known = remembered.get(text)
    if (known !== undefined) return known
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    const label = labels.get(labelText(text)) ?? null
    remembered.set(text, label)
    return label
  }
}

/** The label of a table's head that a cell prints, whatever its width and spacing; `null` when it is none. */
export const headLabel = labelIn(HEAD_LABELS)

/** The column of the indicators that a heading cell names; `null` when it names none. */
export const indicatorColumn = labelIn(INDICATOR_COLUMNS)
