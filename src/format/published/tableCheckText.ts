import type { Plan } from '@/domain/plan/plan'
import type { PlanCell, TableCheck } from '@/domain/published/tableCheck'
import { plainNumber } from '../figures'
import { planCellName } from './planCellName'

/** A check of the tables in words: what it is about, where it stands, and what to ask. */
export interface TableCheckText {
  readonly name: string
  readonly text: string
  readonly where: readonly string[]
}

/** Says what a check of the tables found; it asks and changes nothing. */
export function tableCheckText(check: TableCheck, plan: Plan): TableCheckText {
  return { ...detail(check), where: check.where.map((cell) => cellText(cell, plan)) }
}

function detail(check: TableCheck): { name: string; text: string } {
  switch (check.kind) {
    case 'same-project-name':
      return { name: '项目名称重复', text: `“${check.name}”按原表分别列示，互不合并` }
    case 'same-indicator-name':
      return { name: '同一项目内指标名称重复', text: `“${check.name}”按原表分别列示，请确认各自考核什么` }
    case 'budget-parts':
      return {
        name: '预算数与各项资金不符',
        text: `财政资金与其他资金相加，与预算数相差 ${plainNumber(check.difference.abs())} 万元，请确认以哪一个为准`,
      }
    case 'blank-checkpoint':
      return { name: `${check.month}月底未设定`, text: '空白不是 0：这个节点不作判断，请确认是否确实不设' }
    case 'schedule-unset':
      return { name: '没有资金支出计划', text: '各节点全部空白，不作支出进度判断' }
    case 'schedule-falls':
      return {
        name: '资金支出计划前高后低',
        text: `累计比例从 ${check.before.month}月底的 ${plainNumber(check.before.percent)}% 降到 ${plainNumber(check.percent)}%`,
      }
    case 'schedule-not-ending-at-100':
      return {
        name: '资金支出计划没有到 100%',
        text: `最后一个节点 ${check.month}月底是 ${plainNumber(check.percent)}%`,
      }
    case 'no-indicators':
      return { name: '没有指标', text: '这张表没有绩效指标' }
    case 'two-measures':
      return {
        name: '一个指标值管两项',
        text: `${check.measures.join('、')} 共用一个指标值，可以拆分后分别填报`,
      }
    case 'not-literal':
      return {
        name: '指标值不能照字面理解',
        text:
          check.reason === 'saving'
            ? '节约的比例不会这样高，请确认是否指预算控制在这个比例以内'
            : '这是越低越好的比例，指标值却要求不低于，请确认方向',
      }
    case 'rate-without-unit':
      return { name: '比率没有单位', text: '名称是比率，指标值没有写 %，请确认是否百分比' }
    case 'rate-in-another-unit':
      return { name: '比率用了别的单位', text: `名称是比率，指标值的单位是“${check.unit}”` }
    case 'copied-goals':
      return { name: '绩效目标与别的项目相同', text: '逐字相同，请确认是否照抄' }
    case 'copied-indicator':
      return { name: '指标与别的项目相同', text: `“${check.name}”的名称与描述逐字相同，请确认是否照抄` }
    case 'weights-sum':
      return { name: '分值合计不是 100 或 90', text: `合计 ${plainNumber(check.total)} 分` }
    case 'weight-missing':
      return { name: '分值没有写全', text: '有的指标有分值，有的没有' }
  }
}

function cellText({ project, indicator, cell }: PlanCell, plan: Plan): string {
  const table = plan.projects.find(({ id }) => id === project)
  const row = table?.indicators.find(({ id }) => id === indicator)
  const name = planCellName(indicator === null ? 'project' : 'indicator', cell)
  const head = table ? `项目 ${table.position} ${table.name}` : project
  return [head, ...(row ? [row.level3] : []), name].join(' · ')
}
