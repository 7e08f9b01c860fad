import type { Entry } from '@/domain/ledger/entry'
import type { Closing } from '@/domain/ledger/closing'
import { ZERO } from '@/domain/number/decimal'
import { offOf, type ExecutionRow, type IndicatorRow, type Row } from '@/domain/scoring/row'
import type { Sheet } from '@/domain/scoring/sheet'
import type { Derivation } from '../derivation'
import { exactAmount, MONEY_UNIT_NAME, plainNumber, rateText, targetText, type MoneyUnit } from '../figures'
import { recordedText } from '../ledger/recordedText'
import { partText, valuesText } from '../partText'
import { fullDay } from '../words'
import { carriedSpending } from './carriedText'
import { OURS } from './schemeText'
import { pointsText } from './scoreFormula'
import { OPEN_WORD, rowName } from './scoreWord'
import { deductionText, scoredText } from './sheetText'
import { schemeLabel, weightsFromText } from './weightsText'

type Input = Derivation['inputs'][number]

/** Whether the rule by which a row got its points is published, or ours (domain.md §7). */
function basisText({ scheme }: Sheet, row: Row): string {
  const ours =
    row.kind === 'execution' && scheme.execution.rule.kind === 'bands' && scheme.execution.rule.ours
  return ours ? `${scheme.document}；执行率分档为${OURS}` : `${scheme.document}（公开的办法）`
}

function writtenBy({ author, effectiveOn, recordedAt }: Entry): string {
  return `${author} 填，所属 ${fullDay(effectiveOn)}，${recordedText(recordedAt)} 记`
}

/** How a row of a sheet came to its points: value, who entered it and when, evidence, who accepted it, where the weight comes from, whose rule it is. */
export function explainRow(sheet: Sheet, id: string, closing: Closing | null, unit: MoneyUnit): Derivation {
  const row = sheet.rows.find((own) => own.id === id) ?? sheet.execution
  const { points, formula, open } = scoredText(row)
  return {
    title: `${rowName(sheet, row.id)} · 得分`,
    result: open === '' ? `${points} 分（满分 ${plainNumber(row.weight)}）` : open,
    rule: formula || (typeof row.score === 'string' ? `${OPEN_WORD[row.score]}，不计 0 分，也不给等级` : ''),
    source: basisText(sheet, row),
    inputs: [
      ...(row.kind === 'execution' ? moneyInputs(row, unit, sheet) : valueInputs(row)),
      {
        label: '审核',
        value: closing ? `${closing.author} ${closing.kind === 'lock' ? '锁定' : '通过'}` : '还没有通过',
      },
      { label: '分值来源', value: plainNumber(row.weight), note: weightsFromText(sheet) },
      ...(row.deduction
        ? [
            {
              label: '扣分',
              value: plainNumber(offOf(row) ?? ZERO),
              note: deductionText(row),
            },
          ]
        : []),
    ],
  }
}

function moneyInputs(row: ExecutionRow, unit: MoneyUnit, { project }: Sheet): Input[] {
  const name = MONEY_UNIT_NAME[unit]
  return [
    {
      label: '全年执行数',
      value: row.spent ? `${exactAmount(row.spent, unit)} ${name}` : '未填报',
      note: [`${row.entries.length} 笔`, carriedSpending(row)].filter(Boolean).join('；'),
      behind: { project: project.position, what: 'spending' },
    },
    {
      label: '全年预算数',
      value: `${exactAmount(row.budget, unit)} ${name}`,
      note: `年初 ${exactAmount(row.initialBudget, unit)}`,
    },
    { label: '执行率', value: rateText(row.rate, 4) },
  ]
}

function valueInputs(row: IndicatorRow): Input[] {
  const { target, targetChange, parts } = row
  return [
    {
      label: '年度指标值',
      value: targetText(target),
      ...(targetChange ? { note: `经 ${targetChange.document} 调整` } : {}),
    },
    ...parts.flatMap((part): Input[] => {
      const label = part.measure ? `分项 ${part.measure.name}` : '实际完成值'
      if (!part.entry) return [{ label, value: '未填报' }]
      const evidence = part.entry.evidence.map(({ name }) => name).join('、')
      return [
        {
          label,
          value: part.measure ? partText(part, row) : valuesText(row),
          note: `${writtenBy(part.entry)}；佐证：${evidence || '没有'}`,
          evidence: part.entry.evidence,
        },
      ]
    }),
  ]
}

/** How a sheet comes to its total: the sum of the rounded rows. */
export function explainTotal(sheet: Sheet): Derivation {
  const { outcome } = sheet
  return {
    title: `${sheet.project.name} · 总分`,
    result: outcome.kind === 'complete' ? `${pointsText(outcome.total)} 分` : '暂不完整',
    rule: '总分 ＝ 各行得分（四舍五入到两位）之和；有未定的行或分值不符的，不出总分和等级。',
    source: `${schemeLabel(sheet)}；等级 90、80、60 分为界`,
    inputs: sheet.rows.map((row) => {
      const { points, open } = scoredText(row)
      return { label: rowName(sheet, row.id), value: points, note: open || `满分 ${plainNumber(row.weight)}` }
    }),
  }
}
