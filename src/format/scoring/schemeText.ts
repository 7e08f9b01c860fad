import type { Scheme } from '@/domain/scoring/scheme'
import type { SchemeSource } from '@/domain/scoring/schemeInForce'
import { plainNumber } from '../figures'
import { documentText } from '../words'

/** Marks what no published rule prints (domain.md §7). */
export const OURS = '内部口径'

/** The execution bands of a scheme where no rule we hold prints them, said as ours; empty where there are none. */
export function bandsText({ execution: { rule } }: Scheme): string {
  if (rule.kind === 'linear' || !rule.ours) return ''
  return `执行率分档 ${rule.bands.map(({ from }) => `${plainNumber(from)}%`).join('/')} 为${OURS}`
}

/** What a scheme gives points to: 「预算执行率 10、产出 50、效益 30、满意度 10」. */
export function pointsOfScheme({ execution, groups }: Scheme): string {
  return [
    `预算执行率 ${plainNumber(execution.weight)}`,
    ...groups.map(({ id, weight }) => `${GROUP_WORD[id]} ${plainNumber(weight)}`),
  ].join('、')
}

/** The 一级指标 a scheme gives points to, without 指标. */
export const GROUP_WORD = { cost: '成本', output: '产出', benefit: '效益', satisfaction: '满意度' } as const

/** Why a plan is scored by its scheme, in words; who chose it, by which document. */
export function schemeSourceText(source: SchemeSource): string {
  switch (source.kind) {
    case 'default':
      return '默认方案，未另行选定'
    case 'printed':
      return '各绩效目标表所列分值均与此方案相符，按表内分值采用'
    case 'set':
      return `${source.entry.author} 选定，依据 ${documentText(source.entry.document)}：${source.entry.reason}`
    case 'unknown':
      return `台账选定的方案“${source.entry.scheme}”本软件没有，不出总分；请评价人员另行选定`
  }
}
