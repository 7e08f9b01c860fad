import { Decimal } from '@/domain/number/decimal'
import type { IndicatorStatus } from '@/domain/status/indicatorStatus'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { targetText, unitText } from '../../figures'
import { partsText } from '../../partText'
import { indicatorValue } from '../../project/projectRows'
import { LIGHT_WORD } from '../../words'
import { formula, heading, number, plain, word, type SheetCell, type SheetTable } from './cells'

const HEADS = [
  '项目',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '门槛',
  '单位',
  '实际完成值',
  '实际减门槛',
  '状态',
  '说明',
]

/** 指标: every indicator with its threshold and actual as numbers where they are numbers, the distance as a formula, and a count of each state. */
export function indicatorSheet(projects: readonly ProjectStatus[]): SheetTable {
  const all = projects.flatMap((status) => status.indicators.map((own) => ({ status, own })))
  const last = all.length + 1
  const lights = ['met', 'near', 'partial', 'far', 'unreported', 'not-due', 'not-judged'] as const
  return {
    name: '指标',
    widths: [26, 12, 16, 26, 14, 10, 8, 14, 12, 10, 26],
    rows: [
      HEADS.map(heading),
      ...all.map(({ status, own }, index) => indicatorRow(status, own, index + 2)),
      ...lights.map((light, index): SheetCell[] => [
        plain(index === 0 ? '各状态项数' : '', 'total'),
        ...Array.from({ length: 7 }, () => plain('', 'total')),
        formula(
          `COUNTIF(J2:J${last},J${last + 1 + index})`,
          new Decimal(all.filter(({ own }) => own.light === light).length),
          0,
          false,
          'total',
        ),
        plain(LIGHT_WORD[light], 'total'),
        plain('', 'total'),
      ]),
    ],
    frozen: { rows: 1, columns: 1 },
    filter: `A1:K${last}`,
    repeatRows: 1,
  }
}

function indicatorRow({ project }: ProjectStatus, own: IndicatorStatus, row: number): SheetCell[] {
  const { indicator, target, light, parts } = own
  const threshold = target.kind === 'threshold' ? target.value : null
  const reported = parts.length === 1 ? parts[0]?.reported : null
  const actual = reported?.kind === 'number' ? reported.value : null
  const value = indicatorValue(own)
  return [
    plain(project.name),
    plain(indicator.level1),
    plain(indicator.level2),
    plain(indicator.level3),
    plain(targetText(target)),
    threshold ? number(threshold, threshold.decimalPlaces()) : plain(''),
    plain(target.kind === 'threshold' || target.kind === 'range' ? unitText(target.unit) : ''),
    actual ? number(actual, actual.decimalPlaces()) : word(value === '—' ? LIGHT_WORD[light] : value),
    threshold && actual
      ? formula(
          `H${row}-F${row}`,
          actual.minus(threshold),
          Math.max(threshold.decimalPlaces(), actual.decimalPlaces()),
        )
      : plain(''),
    plain(LIGHT_WORD[light]),
    plain(
      [
        own.carried ? '沿用上一节点填报' : '',
        own.conflict.length > 0 ? '填报不一致' : '',
        parts.length > 1 ? `分 ${parts.length} 项填报：${partsText(own)}` : '',
      ]
        .filter(Boolean)
        .join('；'),
    ),
  ]
}
