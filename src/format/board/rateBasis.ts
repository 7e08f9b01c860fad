import type { ReportedOnly } from '@/domain/status/reportedOnly'
import { rateText } from '../figures'

/** Which budgets a department's rate is divided by, where that matters: those of unreported projects too, and what it is without them; empty where every project reports, or none. */
export function rateBasisText({ reported, unreported, rate }: ReportedOnly): string {
  if (unreported === 0 || reported === 0) return ''
  return `按全部项目的全年预算数计，已填报的 ${reported} 个为 ${rateText(rate, 2)}`
}
