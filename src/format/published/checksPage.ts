import {
  adjustmentsFor,
  type Adjustment,
  type Finding,
  type FindingState,
} from '@/domain/published/checkDecisions'
import { saidTexts, type Said } from '@/domain/published/checkSaid'
import type { FactCheck } from '@/domain/published/factChecks'
import type { CheckDecision, Decided } from '@/domain/ledger/entry'
import type { Plan } from '@/domain/plan/plan'
import type { PlanCell } from '@/domain/published/tableCheck'
import type { PlanCheck } from '@/domain/published/planCheck'
import { placesText, SUM_NAME } from './departmentPage'
import { plainNumber } from '../figures'
import type { Phrase } from '../phrase'
import { DECIDED_WORD, decidedText, findingWord } from './findingWord'
import { planCellName } from './planCellName'
import { entryContent } from '../ledger/entryContent'
import { recordedText } from '../ledger/recordedText'
import { tableCheckText } from './tableCheckText'
import { ENTRY_WORD } from '../ledger/entryWord'
import { fullDay } from '../words'

interface Topic {
  readonly title: string
  readonly why: string
  readonly kinds: readonly PlanCheck['kind'][]
}

const TOPICS: readonly Topic[] = [
  {
    title: '金额相加不符',
    why: '同一份文本里两个数对不上，引用哪一个都说不清',
    kinds: ['sum', 'budget-parts'],
  },
  { title: '编码重复', why: '编码认不准项目，对账和汇总时会混在一起', kinds: ['same-code'] },
  {
    title: '名称重复',
    why: '名称认不准项目或指标，填报时容易填错行',
    kinds: ['same-project-name', 'same-indicator-name'],
  },
  {
    title: '空白节点',
    why: '空白不是 0：没有设定的节点不判断快慢',
    kinds: ['blank-checkpoint', 'schedule-unset'],
  },
  {
    title: '进度回落或不到 100%',
    why: '资金支出计划是累计比例，应当逐节点不降、最后到 100%',
    kinds: ['schedule-falls', 'schedule-not-ending-at-100'],
  },
  {
    title: '一个目标两个计量',
    why: '两件事共用一个指标值，一项达到、一项没有达到时无法判断',
    kinds: ['two-measures'],
  },
  { title: '不能照字面理解', why: '照字面判断，会得出与本意相反的结论', kinds: ['not-literal'] },
  {
    title: '比率的单位',
    why: '比率不写百分比，95 与 0.95 分不清；用了别的单位，完成值不知道怎么填',
    kinds: ['rate-without-unit', 'rate-in-another-unit'],
  },
  {
    title: '抄录的目标或指标',
    why: '与别的项目逐字相同，可能没有反映本项目',
    kinds: ['copied-goals', 'copied-indicator'],
  },
  { title: '分值', why: '分值不全或合计不符，不能直接用来评分', kinds: ['weights-sum', 'weight-missing'] },
  { title: '没有指标', why: '没有指标的项目无法评价效果', kinds: ['no-indicators'] },
  { title: '部门名称不一', why: '同一部门几种写法，检索和汇总会遗漏', kinds: ['names-differ'] },
  {
    title: '文字与表格不一',
    why: '说明和表格不一致，外人无法判断以哪个为准',
    kinds: ['mentioned-not-listed', 'listed-without-value'],
  },
]

/** Where a finding stands, in one of four words. */
export type FindingMark = 'open' | Decided['kind']

const MARK_WORD: Readonly<Record<FindingMark, string>> = {
  open: '待核对',
  accepted: '已认可',
  noted: '存疑',
  mended: '已更正',
}
const ORDER: readonly FindingMark[] = ['open', 'noted', 'mended', 'accepted']

/** What the document says at one place; `at` leads to the project or its indicator, `null` where it is a fact of the department. */
export interface QuoteText {
  readonly place: string
  readonly text: string
  readonly at: { readonly project: number; readonly indicator: number | undefined } | null
}

/** A decision in words. */
export interface DecisionText {
  readonly id: string
  readonly what: string
  readonly reason: string
  readonly by: string
}

/** A finding in words: what was found, what the document says, what to ask, where it stands. `again` says why a decision no longer counts. */
export interface FindingText {
  readonly key: string
  readonly name: string
  readonly ask: string
  readonly mark: FindingMark
  readonly word: string
  readonly quotes: readonly QuoteText[]
  readonly again: string
  readonly decision: DecisionText | null
  readonly earlier: readonly DecisionText[]
  readonly adjustments: readonly { readonly id: string; readonly text: string }[]
}

/** Findings of a kind, with why it matters. */
export interface FindingGroup {
  readonly title: string
  readonly why: string
  readonly open: number
  readonly findings: readonly FindingText[]
}

function markOf(state: FindingState): FindingMark {
  return state.kind === 'open' ? 'open' : state.decision.decided.kind
}

/** The findings by kind: what was open on arrival first, in groups and inside them, so that nothing moves away while one is at work. */
export function findingGroups(
  plan: Plan,
  findings: readonly Finding[],
  adjustments: readonly Adjustment[],
  openFirst: ReadonlySet<string>,
): readonly FindingGroup[] {
  const first = ({ key }: { key: string }) => Number(!openFirst.has(key))
  return TOPICS.map(({ title, why, kinds }) => {
    const own = findings
      .filter(({ check }) => kinds.includes(check.kind))
      .map((finding) => findingText(plan, finding, adjustments))
      .sort((a, b) => first(a) - first(b))
    return { title, why, open: own.filter(({ mark }) => mark === 'open').length, findings: own }
  })
    .filter(({ findings: own }) => own.length > 0)
    .sort((a, b) => Math.min(...a.findings.map(first)) - Math.min(...b.findings.map(first)))
}

function findingText(plan: Plan, finding: Finding, adjustments: readonly Adjustment[]): FindingText {
  const { key, check, said, state, decisions } = finding
  const mark = markOf(state)
  const last = decisions.at(-1) ?? null
  return {
    key,
    ...wordsOf(check, plan),
    mark,
    word: MARK_WORD[mark],
    quotes: quotesOf(check, said, plan),
    again: state.kind === 'open' && state.before ? againText(state.before, said) : '',
    decision: last && decisionText(last, state.kind === 'decided' ? state.adjustment : null),
    earlier: decisions
      .slice(0, -1)
      .reverse()
      .map((entry) => decisionText(entry, null)),
    adjustments: adjustmentsFor(finding, plan, adjustments).map((entry) => ({
      id: entry.id,
      text: adjustmentText(entry),
    })),
  }
}

function wordsOf(check: PlanCheck, plan: Plan): { name: string; ask: string } {
  if (!('where' in check)) return { name: statedName(check), ask: statedAsk(check) }
  const { name, text } = tableCheckText(check, plan)
  return { name, ask: text }
}

function statedName(check: FactCheck): string {
  return check.kind === 'sum' ? SUM_NAME[check.name] : findingWord(check.kind)
}

function statedAsk(check: FactCheck): string {
  switch (check.kind) {
    case 'sum':
      return `各项相加与所列相差 ${plainNumber(check.difference.abs())} 万元，请确认以哪一个为准`
    case 'names-differ':
      return '请确认规范写法'
    case 'mentioned-not-listed':
      return '说明里提到，采购表没有列，请确认是否漏列'
    case 'listed-without-value':
      return '资产表有数量、没有价值，请确认是否漏填'
    case 'same-code':
      return '按原表分别列示，互不合并；请确认各自的编码'
  }
}

function quotesOf(check: PlanCheck, said: readonly Said[], plan: Plan): QuoteText[] {
  return said.map(({ cell, label, text }, index) => {
    if (cell) {
      const { place, at } = placeOf(cell, plan)
      return text === '' && label !== ''
        ? { place: `${place} · ${label}`, at, text: '' }
        : { place, at, text: `${label} ${text}`.trim() }
    }
    const project = 'projects' in check ? check.projects[index] : undefined
    return project
      ? {
          place: projectName(project),
          text,
          at: { project: project.position, indicator: undefined },
        }
      : {
          place:
            (check.kind === 'names-differ' ? placesText(label) : label) || STATED_PLACE[check.kind] || '',
          text,
          at: null,
        }
  })
}

function projectName({ position, name }: { readonly position: number; readonly name: string }): string {
  return `项目 ${position} ${name}`
}

/** Where a cell stands: the project, the row among its indicators, the heading. */
function placeOf({ project, indicator, cell }: PlanCell, plan: Plan): Pick<QuoteText, 'place' | 'at'> {
  const owner = plan.projects.find(({ id }) => id === project)
  if (!owner) return { place: project, at: null }
  const row = owner.indicators.findIndex(({ id }) => id === indicator) + 1
  const heading = planCellName(row > 0 ? 'indicator' : 'project', cell)
  return {
    place: [projectName(owner), ...(row > 0 ? [`第 ${row} 项指标`] : []), heading].join(' · '),
    at: { project: owner.position, indicator: row > 0 ? row : undefined },
  }
}

const STATED_PLACE: Readonly<Partial<Record<PlanCheck['kind'], string>>> = {
  sum: '文中所列',
  'mentioned-not-listed': '采购说明',
}

function againText(before: CheckDecision, said: readonly Said[]): string {
  const now = saidTexts(said)
  const same = before.said.length === now.length && before.said.every((text, index) => text === now[index])
  return same
    ? '所指的调整已经作废或还没有收到，请重新核对。'
    : `原文已变，请重新核对；当时的原文是${quoted(before.said)}。`
}

function quoted(said: readonly string[]): string {
  return said.map((text) => `“${text || '空白'}”`).join('、')
}

function decisionText(entry: CheckDecision, adjustment: Adjustment | null): DecisionText {
  const what = decidedText(entry.decided)
  return {
    id: entry.id,
    what: adjustment ? `${what}：${adjustmentText(adjustment)}` : what,
    reason: entry.reason,
    by: `${entry.author}，${recordedText(entry.recordedAt)}`,
  }
}

function adjustmentText(entry: Adjustment): string {
  return `${fullDay(entry.effectiveOn)} ${ENTRY_WORD[entry.kind]} ${entryContent(entry, 'wan')}`
}

/** A decision whose finding the plan in use no longer has, with what the document said then. */
export function lostText(
  entry: CheckDecision,
): DecisionText & { readonly name: string; readonly said: string } {
  return { ...decisionText(entry, null), name: findingWord(entry.finding), said: quoted(entry.said) }
}

/** The answer of the screen in one sentence: what waits, what was decided; a count opens what it counts. */
export function checksHeadline(findings: readonly Finding[]): Phrase {
  if (findings.length === 0) return [{ text: '没有需要核对的地方' }]
  const count = (mark: FindingMark) => findings.filter(({ state }) => markOf(state) === mark).length
  const marks = ORDER.map((mark) => ({ mark, some: count(mark) })).filter(({ some }) => some > 0)
  return [
    ...(count('open') > 0 ? [] : [{ text: `${findings.length} 处都有核对意见，` }]),
    ...marks.flatMap(({ mark, some }, index): Phrase => [
      { text: index > 0 ? '，' : '' },
      { text: String(some), show: mark },
      { text: ` 处${MARK_WORD[mark]}` },
    ]),
  ]
}

/** The word of where findings stand, by its name in the address; `null` where the name is none. */
export function markWord(show: string | null): string | null {
  return Object.entries(MARK_WORD).find(([mark]) => mark === show)?.[1] ?? null
}

/** The groups with those findings only that stand where a count says; groups without any are left out. */
export function groupsShowing(groups: readonly FindingGroup[], show: string | null): readonly FindingGroup[] {
  if (markWord(show) === null) return groups
  return groups
    .map((group) => ({ ...group, findings: group.findings.filter(({ mark }) => mark === show) }))
    .filter(({ findings }) => findings.length > 0)
}

/** The choices of a decision, in the order they are offered. */
export const CHOICES: readonly { readonly kind: Decided['kind']; readonly word: string }[] = (
  ['accepted', 'noted', 'mended'] as const
).map((kind) => ({ kind, word: DECIDED_WORD[kind] }))
