import type { AttainmentLight } from '@/domain/status/attainment'
import type { Decimal } from '@/domain/number/decimal'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import type { Target } from '@/domain/plan/target'
import { targetText } from '@/format/figures'
import { indicatorValue } from '@/format/project/projectRows'
import { dayWord, LIGHT_WORD } from '@/format/words'

/** How an indicator stood at an earlier checkpoint, against the target of that day. `value` is there to be drawn where it is one figure. */
export interface PastText {
  readonly day: string
  readonly text: string
  readonly light: AttainmentLight
  readonly word: string
  readonly target: Target
  readonly targetText: string
  readonly value: Decimal | null
}

/** How each indicator stood at the checkpoints before, oldest first, by id: where nothing was due and nothing said there is nothing to show, and one that nobody had reported has no past. */
export function pastTexts(statuses: readonly ProjectStatus[]): ReadonlyMap<string, readonly PastText[]> {
  const past = new Map<string, PastText[]>()
  for (const { asOf, indicators } of statuses)
    for (const own of indicators) {
      const { indicator, parts, light, target } = own
      if (light === 'not-due') continue
      const reported = parts.length === 1 ? parts[0]?.reported : null
      const lines = past.get(indicator.id) ?? []
      past.set(indicator.id, [
        ...lines,
        {
          day: dayWord(asOf),
          text:
            light === 'unreported'
              ? LIGHT_WORD[light]
              : `${indicatorValue(own)}${own.carried ? ' 沿用' : ''}`,
          light,
          word: LIGHT_WORD[light],
          target,
          targetText: targetText(target),
          value: reported?.kind === 'number' ? reported.value : null,
        },
      ])
    }
  return new Map([...past].filter(([, lines]) => lines.some(({ light }) => light !== 'unreported')))
}
