/** The papers of a year's end that are handed in, in the order a county bureau hands them in (domain.md §12): the address they have, the names officials use; `each` is one for a project. */
export const PAPER_KINDS = [
  { id: 'project', name: '项目支出绩效自评表', short: '项目自评表', each: true },
  { id: 'hebei', name: '项目绩效自评表（河北县级表式）', short: '河北县级表式', each: true },
  { id: 'department', name: '部门整体支出绩效自评表', short: '部门整体自评表', each: false },
  { id: 'summary', name: '绩效自评情况汇总表', short: '自评汇总表', each: false },
  { id: 'review', name: '项目绩效自评复评表', short: '复评表', each: true },
  { id: 'appraisal', name: '项目绩效评价指标评分表', short: '绩效评价评分表', each: true },
  { id: 'rectification', name: '绩效问题整改清单', short: '问题整改清单', each: false },
] as const

export type PaperKind = (typeof PAPER_KINDS)[number]['id']
