import { Decimal } from '@/domain/number/decimal'
import { sheetsMoney } from '@/domain/papers/departmentSheet'
import { hasUnsigned, type PaperSheet } from '@/domain/papers/paperFacts'
import type { Plan } from '@/domain/plan/plan'
import { rateBasisText } from '../board/rateBasis'
import { clauses } from '../clauses'
import { GRADE_WORD } from '../scoring/scoreWord'
import {
  amountCell,
  columnsAlike,
  head,
  notes,
  numberCell,
  placesApart,
  rateCell,
  ROUNDING_RULE,
  text,
  word,
  type FormCell,
  type FormTable,
} from './formCells'
import { carriedIn, carriedNote } from '../scoring/carriedText'
import { budgetChangesText } from './changesText'
import { measuresOf, problemLines } from './problemText'

const HEADS = [
  '序号',
  '项目名称',
  '年初预算',
  '全年预算',
  '全年执行',
  '执行率',
  '自评得分',
  '等级',
  '主要问题',
  '改进措施',
]

/** 绩效自评情况汇总表 (domain.md §12): a project a row in 万元, money summed; scores have no mean, because a mean needs weights that nobody set. */
export function summaryForm(plan: Plan, papers: readonly PaperSheet[]): FormTable {
  const { initial, budget, spent, rate, reported, unreported } = sheetsMoney(papers.map(({ sheet }) => sheet))
  const places = placesApart([initial, budget, spent])
  const silent =
    unreported.length > 0
      ? `（${[`${unreported.length} 个项目未填报，未计入执行数`, rateBasisText(reported)].filter(Boolean).join('；')}）`
      : ''
  return {
    name: '自评情况汇总',
    title: `绩效自评情况汇总表（${plan.year}年度）`,
    lead: [[`填报单位（盖章）：${plan.department.name}`, '填报日期：　　　　年　　月　　日', '单位：万元']],
    widths: [8, 23, 14, 14, 14, 13, 13, 12, 38, 36],
    rows: [
      HEADS.map((name) => head(name)),
      ...columnsAlike([
        ...papers.map(rowOf),
        [
          head(`合计${silent}${carriedIn(papers.map(({ sheet }) => sheet.execution))}`, 2),
          amountCell(initial, '', 1, 'wan', places),
          amountCell(budget, '', 1, 'wan', places),
          amountCell(spent, '未填报', 1, 'wan', places),
          rateCell(rate, '—'),
          word('—'),
          word('—'),
          text('得分没有合计和平均：平均须先定权数', 2),
        ],
      ]),
    ],
    foot: [['填报人及电话：', '单位负责人（签字）：'], [summaryNote(papers)]],
  }
}

function summaryNote(papers: readonly PaperSheet[]): string {
  return notes([
    ROUNDING_RULE,
    budgetChangesText(papers),
    hasUnsigned(papers) ? '等级后写“未签认”的，自评表尚未签认，得分和等级可能变动。' : '',
    carriedNote(papers.map(({ sheet }) => sheet)),
  ])
}

function rowOf(paper: PaperSheet): FormCell[] {
  const { sheet, facts } = paper
  const { execution, outcome, project } = sheet
  const unsigned = facts.state.kind === 'signed-off' ? '' : '（未签认）'
  const complete = outcome.kind === 'complete'
  const places = placesApart([execution.initialBudget, execution.budget, execution.spent])
  const [problems, measures] = [problemLines(paper), measuresOf(paper)]
  return [
    numberCell(new Decimal(project.position), '', 0),
    text(project.name),
    amountCell(execution.initialBudget, '', 1, 'wan', places),
    amountCell(execution.budget, '', 1, 'wan', places),
    amountCell(execution.spent, '未填报', 1, 'wan', places),
    rateCell(execution.rate, '—'),
    numberCell(complete ? outcome.total : null, '暂不完整'),
    text(`${complete ? GRADE_WORD[outcome.grade] : '—'}${unsigned}${carriedIn(sheet.rows)}`),
    text(clauses(problems)),
    text(clauses(problems.length > 0 && measures.length === 0 ? ['未填报'] : measures)),
  ]
}
