import type { Day } from '@/domain/time/day'
import { departmentStatus } from '@/domain/status/departmentStatus'
import { countingSlice } from '@/domain/ledger/aside'
import type { Ledger, Standpoint } from '@/domain/ledger/ledger'
import type { Plan, Project } from '@/domain/plan/plan'
import type { Preset } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { evaluationBasis } from '@/domain/scoring/schemeInForce'
import { selfEvaluation } from '@/domain/scoring/sheet'
import type { SheetTable } from './cells'
import { indicatorSheet } from './indicatorSheet'
import { scheduleSheet } from './scheduleSheet'
import { scoreSheet } from './scoreSheet'
import { summarySheet, type BookBasis } from './summarySheet'

/** The department workbook but for its entries: 汇总, 计划与实际, 指标, 得分, each folded from the same ledger as every screen. */
export function departmentSheets(
  plan: Plan,
  ledger: Ledger,
  { asOf, knownAt }: Standpoint,
  basis: BookBasis,
  preset: Preset,
): SheetTable[] {
  const slice = ({ id }: Project) => countingSlice(ledger, id, knownAt)
  const statusOn = (project: Project, day: Day) =>
    projectStatus(project, slice(project), { asOf: day, knownAt }, preset)
  const projects = plan.projects.map((project) => statusOn(project, asOf))
  const { year } = plan
  const evaluated = evaluationBasis(plan, ledger, preset, knownAt)
  const sheets = plan.projects.map((project) => selfEvaluation(project, slice(project), evaluated))
  return [
    summarySheet(plan, departmentStatus(year, asOf, projects, preset), sheets, basis),
    scheduleSheet(projects, ({ project }, day) => statusOn(project, day)),
    indicatorSheet(projects),
    scoreSheet(sheets),
  ]
}
