import { planRateOf, type ProjectStatus } from '@/domain/status/projectStatus'
import { planPercent, rateText, targetText } from '../figures'
import { aboutText } from '../ledger/aboutText'
import { valuesText } from '../partText'
import { carriedMark, carriedMoney } from '../scoring/carriedText'
import { dayWord, STANDING_WORD } from '../words'
import type { ProblemText } from './problemText'

const LATE: ReadonlySet<string> = new Set(['over-budget', 'severely-behind', 'behind', 'slightly-behind'])
const MISSED: ReadonlySet<string> = new Set(['near', 'partial', 'far'])

/** What monitoring finds wrong with a project on a day, each by its name: spending off its plan, indicators that miss, what nobody reported (domain.md §8, §12). */
export function foundOn(status: ProjectStatus): ProblemText[] {
  const { standing, rate, indicators, project } = status
  const planRate = planRateOf(status)
  const plan =
    'due' in standing && planRate ? `，计划 ${dayWord(standing.due.day)} ${planPercent(planRate)}` : ''
  const carried = carriedMoney(status, '执行数')
  const money = LATE.has(standing.kind)
    ? [
        found(
          project.id,
          `支出${STANDING_WORD[standing.kind]}（${[`执行率 ${rateText(rate, 2)}${plan}`, carried].filter(Boolean).join('，')}）`,
        ),
      ]
    : standing.kind === 'unreported'
      ? [found(project.id, '支出未填报')]
      : []
  const named = (id: string) => `“${aboutText({ kind: 'indicator-actual', subject: id }, project)}”`
  const missed = indicators
    .filter(({ light }) => MISSED.has(light))
    .map(({ indicator: { id }, ...own }) =>
      found(
        id,
        `${named(id)}完成 ${valuesText(own)}（指标值 ${[targetText(own.target), carriedMark(own)].filter(Boolean).join('，')}）`,
      ),
    )
  const silent = indicators
    .filter(({ light }) => light === 'unreported')
    .map(({ indicator: { id } }) => found(id, `${named(id)}未填报`))
  return [...money, ...missed, ...silent]
}

function found(row: string, text: string): ProblemText {
  return { row, text, cause: '' }
}
