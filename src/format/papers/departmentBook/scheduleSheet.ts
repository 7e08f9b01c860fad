import type { Day } from '@/domain/time/day'
import { toWan } from '@/domain/number/money'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { STANDING_WORD } from '../../words'
import { formula, heading, plain, word, share, wan, type SheetCell, type SheetTable } from './cells'

const HEADS = [
  '项目',
  '节点',
  '日期',
  '全年预算数（万元）',
  '计划比率',
  '计划累计（万元）',
  '实际累计（万元）',
  '执行率',
  '实际减计划（万元）',
  '状态',
]

/** 计划与实际: each project at each checkpoint of its own, folded as of that day; 未设定, 未到期, 未填报 and 0 stay four different things. */
export function scheduleSheet(
  projects: readonly ProjectStatus[],
  statusOn: (status: ProjectStatus, day: Day) => ProjectStatus,
): SheetTable {
  const points = projects.flatMap((status) => status.schedule.map((milestone) => ({ status, milestone })))
  return {
    name: '计划与实际',
    widths: [30, 10, 12, 20, 10, 18, 18, 10, 20, 12],
    rows: [
      HEADS.map(heading),
      ...points.map(({ status, milestone }, index): SheetCell[] => {
        const row = index + 2
        const { day, month, percent } = milestone
        const later = day > status.asOf
        const then = later ? status : statusOn(status, day)
        const { budget } = then
        const spent = later ? null : then.spent
        const planned = percent && budget.times(percent).div(100)
        return [
          plain(status.project.name),
          plain(`${month}月底`),
          { kind: 'day', day },
          wan(budget),
          percent ? share(percent) : word('未设定'),
          planned ? formula(`D${row}*E${row}`, planned.div(10_000)) : word('未设定'),
          later ? word('未到期') : wan(spent),
          spent && budget.gt(0)
            ? formula(`G${row}/D${row}`, spent.div(budget), 2, true)
            : word(later ? '未到期' : '—'),
          spent && planned ? formula(`G${row}-F${row}`, toWan(spent).minus(planned.div(10_000))) : word('—'),
          plain(wordAt(then, later, percent !== null)),
        ]
      }),
    ],
    frozen: { rows: 1, columns: 1 },
    filter: `A1:J${points.length + 1}`,
    repeatRows: 1,
  }
}

function wordAt(then: ProjectStatus, later: boolean, set: boolean): string {
  if (!set) return '未设定'
  return later ? '未到期' : STANDING_WORD[then.standing.kind]
}
