import type { Agenda, Matter } from '@/domain/work/agenda'
import type { DepartmentStatus } from '@/domain/status/departmentStatus'
import type { Day } from '@/domain/time/day'
import type { Standing } from '@/domain/status/standing'
import { reasonSaid } from './reasonText'
import { amount, differenceAmount, MONEY_UNIT_NAME, type MoneyUnit } from '../figures'
import { money } from '@/domain/number/money'
import { dayWord, fullDay, noManager, STANDING_WORD } from '../words'

/** One line of 需要议定的事项. */
export interface MatterText {
  readonly id: string
  readonly position: number
  readonly project: string
  readonly state: Standing['kind']
  readonly what: string
  readonly ask: string
  readonly who: string
  readonly by: string
}

/** Says a matter for the meeting: how it stands, what is to be decided, who answers for it and by when. */
export function matterText(
  { status, about, owner, by }: Matter,
  unit: MoneyUnit,
  place: number,
  unnamed = noManager(false),
  reached = status.asOf,
): MatterText {
  const { project, standing } = status
  const [what, ask] = said(status, about, unit, reached)
  return {
    id: `${project.id}-${about.kind}-${place}`,
    position: project.position,
    project: project.name,
    state: standing.kind,
    what,
    ask,
    who: owner === 'leader' ? '分管领导' : (owner.manager ?? unnamed),
    by: byText(about, by),
  }
}

/** By when, where a day was set. A 整改要求 has its day in its own words, if any: nothing else is said of it. */
function byText(about: Matter['about'], by: Matter['by']): string {
  if (by) return fullDay(by)
  return about.kind === 'rectification' ? '见整改要求' : '会上定'
}

function said(
  status: Matter['status'],
  about: Matter['about'],
  unit: MoneyUnit,
  reached: Day,
): [what: string, ask: string] {
  const { standing, spent, budget, reason } = status
  const name = MONEY_UNIT_NAME[unit]
  const why = reason ? `，原因：${reasonSaid(status)}` : '，未说明原因'
  switch (about.kind) {
    case 'spending': {
      if (standing.kind === 'over-budget' && spent)
        return [
          `实支超出全年预算数 ${differenceAmount(money(spent.minus(budget)), unit)} ${name}${why}`,
          '是否调整预算，超出部分如何处理',
        ]
      const gap = 'gap' in standing ? `，差 ${differenceAmount(standing.gap, unit)} ${name}` : ''
      const need =
        about.need && about.need.left.gt(0)
          ? `到${dayWord(about.need.milestone.day)}还需支出 ${amount(about.need.left, unit)} ${name}，如何支出`
          : '全年支出如何收口'
      const late = reason?.by && reason.by < reached ? `；原定 ${fullDay(reason.by)}，已过期` : ''
      return [`支出${STANDING_WORD[standing.kind]}${gap}${why}`, `${need}${late}`]
    }
    case 'unreported':
      return [`支出${about.open > 0 ? `与 ${about.open} 项指标` : ''}未填报`, '何时补报']
    case 'conflict':
      return [`${about.count} 处填报不一致`, '以哪一个为准']
    case 'missed':
      return [
        `${about.count} 项指标未达标${about.unexplained > 0 ? `，其中 ${about.unexplained} 项未说明原因` : ''}`,
        about.unexplained > 0 ? '补充原因和改进措施' : '改进措施是否可行',
      ]
    case 'review':
      return [`${dayWord(about.round.day)}已报送，待审核`, '通过还是退回']
    case 'rectification':
      return [`整改要求未答复：${about.rectification.asked.text}`, '何时整改到位']
  }
}

/** How many projects have how many matters, and how many of the missed indicators (near ones too) are among them: listed and left out add up to 未达标. */
export function mattersSentence({ projects, matters, missed }: Agenda, all: number): string {
  const rest = all - projects.length
  const counted =
    projects.length === 0
      ? `${all} 个项目均没有需要议定的事项。`
      : `${projects.length} 个项目共 ${matters.length} 项${rest > 0 ? `，其余 ${rest} 个项目没有需要议定的` : ''}。`
  return `${counted}${missedSentence(missed)}`
}

function missedSentence({ listed, left }: Agenda['missed']): string {
  if (left === 0) return listed > 0 ? `指标未达标 ${listed} 项，均已列入。` : ''
  return `指标未达标 ${listed + left} 项，列入 ${listed} 项；另有 ${left} 项为“接近”且已说明原因，未列入。`
}

/** How the indicators stand in all, over the heat map of the worst `rows` projects. */
export function heatSentence({ indicators, projects }: DepartmentStatus, rows: number): string {
  const missed = indicators.near + indicators.partial + indicators.far
  return `达标 ${indicators.met} 项，未达标 ${missed} 项，未填报 ${indicators.unreported} 项${projects.length > rows ? `；列出滞后在前的 ${rows} 个项目` : ''}。`
}
