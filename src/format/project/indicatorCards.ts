import { type Decimal, ZERO } from '@/domain/number/decimal'
import type { Preset } from '@/domain/plan/preset'
import type { Target } from '@/domain/plan/target'
import type { AttainmentLight } from '@/domain/status/attainment'
import type { IndicatorStatus } from '@/domain/status/indicatorStatus'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { explainAttainment, type Derivation } from '../derivation'
import { figureBeside, reportedText, targetText } from '../figures'
import { indicatorWord, partText } from '../partText'
import { dayWord, DEVIATION_WORD, documentText, LIGHT_WORD, LIKELIHOOD_WORD, typedText } from '../words'
import { FLAG_WORD, indicatorCell, type IndicatorCell } from './projectRows'

/** One indicator on the project's page: its bullet, its words, the days behind it. */
export interface IndicatorCard {
  readonly id: string
  readonly position: number
  readonly group: string
  readonly name: string
  readonly description: string
  readonly target: Target
  readonly targetText: string
  readonly light: AttainmentLight
  readonly word: string
  readonly gap: string
  readonly parts: readonly {
    /** The measure's id; empty of an indicator that is one. */
    readonly key: string
    readonly name: string
    readonly text: string
    readonly value: Decimal | null
    readonly light: AttainmentLight
    readonly word: string
    readonly when: string
  }[]
  readonly notes: readonly string[]
  readonly why: () => Derivation
}

/** The indicators of a project in the document's order. */
export function indicatorCards(status: ProjectStatus, preset: Preset): IndicatorCard[] {
  return status.indicators.map((own, index) => indicatorCard(own, index + 1, status, preset))
}

function indicatorCard(
  own: IndicatorStatus,
  position: number,
  owner: ProjectStatus,
  preset: Preset,
): IndicatorCard {
  const { indicator, target } = own
  const cell: IndicatorCell = indicatorCell(own, owner, preset)
  const deviation = own.parts.find((part) => part.entry?.deviation)?.entry?.deviation
  const said = own.parts
    .map((part) => part.entry)
    .find((entry) => entry?.fullYear?.trim() || entry?.likelihood)
  const judged =
    own.attainment.kind === 'missed' || (own.attainment.kind === 'met' && own.attainment.exceeded !== null)
  return {
    id: indicator.id,
    position,
    group: `${indicator.level1} · ${indicator.level2}`,
    name: indicator.level3,
    description: indicator.description,
    target,
    targetText: targetText(target),
    light: own.light,
    word: indicatorWord(own),
    gap: gapText(own),
    parts: own.parts.map((part) => ({
      key: part.measure?.id ?? '',
      name: part.measure ? `${typedText(part.measure.name)}${part.measure.judged ? '' : '（不评判）'}` : '',
      text: partText(part, own),
      value: part.reported?.kind === 'number' ? part.reported.value : null,
      light: part.light,
      word: own.parts.length === 1 ? indicatorWord(own) : LIGHT_WORD[part.light],
      when: part.entry
        ? `${dayWord(part.entry.effectiveOn)} · ${part.entry.author}${part.carried && own.parts.length > 1 ? ' · 沿用' : ''}`
        : '',
    })),
    notes: [
      ...(cell.flag
        ? [cell.flag === 'exceeded' && deviation ? '超额，已说明原因' : FLAG_WORD[cell.flag]]
        : []),
      ...(own.targetChange
        ? [`指标值经 ${documentText(own.targetChange.document)} 调整，原为 ${indicator.target.text}`]
        : []),
      ...(target.kind === 'threshold' && target.assumed ? ['指标值未印比较符，按“等于”处理'] : []),
      ...(deviation
        ? [`${DEVIATION_WORD[deviation.category]}：${deviation.text}`]
        : judged
          ? ['未说明原因']
          : []),
      ...(said?.fullYear?.trim() ? [`全年预计 ${said.fullYear}`] : []),
      ...(said?.likelihood ? [`完成目标：${LIKELIHOOD_WORD[said.likelihood]}`] : []),
    ],
    why: () => explainAttainment(own, preset),
  }
}

function gapText({ target, parts, attainment }: IndicatorStatus): string {
  const reported = parts.find((part) => part.attainment === attainment)?.reported
  if (target.kind !== 'threshold' || reported?.kind !== 'number') return ''
  const gap = reported.value.minus(target.value)
  if (gap.isZero()) return ''
  const places = Math.max(target.unit.kind === 'percent' ? 1 : 0, 0)
  const unit = target.unit.kind === 'percent' ? ' 个百分点' : ` ${target.unit.printed}`
  const size =
    target.unit.kind === 'percent'
      ? figureBeside(gap.abs(), ZERO, places)
      : reportedText(gap.abs(), { kind: 'qualitative', text: '' })
  return `${gap.isNegative() ? '低于' : '高于'}指标值 ${size}${unit}`
}
