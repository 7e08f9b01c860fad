import type { ReportingDay } from '@/domain/work/reportingDays'
import { dayWord, fullDay } from './words'

/** The days of a plan's calendar in words: each checkpoint, and the last day for submitting it. */
export function calendarDays(
  plan: { readonly id: string; readonly department: string },
  days: readonly ReportingDay[],
) {
  return days.flatMap(({ checkpoint, due, projects }) => [
    {
      id: `${plan.id}/${checkpoint}@jixiao-board`,
      day: checkpoint,
      title: `绩效看板：${dayWord(checkpoint)}节点`,
      text: `${plan.department}有 ${projects} 个项目设定了${dayWord(checkpoint)}的资金支出计划。截至当日的累计支出和指标完成值请在 ${fullDay(due)} 前报送。`,
    },
    {
      id: `${plan.id}/${checkpoint}/due@jixiao-board`,
      day: due,
      title: `绩效看板：${dayWord(checkpoint)}报送截止`,
      text: `${plan.department}${dayWord(checkpoint)}的填报今日截止报送（节点后 10 天，内部口径）。`,
    },
  ])
}
