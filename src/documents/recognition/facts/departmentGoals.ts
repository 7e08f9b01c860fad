import type { Account } from './account'
import { type Paragraph, paragraphPlace } from '../documentRows'
import { Leaf, NOT_STATED } from '../traced'

type Text = Leaf

interface DepartmentGoalDraft {
  readonly title: Text
  goal: Text
  readonly indicators: Text[]
}

/** The department's goals as the document states them: overall, one by one with their unquantified indicators, and the measures to reach them (domain.md §1). */
export interface DepartmentGoalDrafts {
  readonly overall: readonly Text[]
  readonly goals: readonly DepartmentGoalDraft[]
  readonly measures: readonly Text[]
}

const PART =
  /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]部分|\d{1,2}[、.．])?\s*/
const KINDS: readonly (readonly ['overall' | 'goals' | 'measures', RegExp])[] = [
  ['overall', /^(?:部门)?总体(?:绩效)?目标[:：]?$/],
  ['goals', /^(?:分项|职责分类|部门职责)(?:绩效)?目标[:：]?$/],
  ['measures', /^(?:工作|目标|实现年度发展规划目标的)?保障措施[:：]?$/],
]
const OTHER_PART =
  /^(?:第[一二三四五六七八九十]部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/
const NUMBERED = /^\d{1,2}[、.．]/
const GOAL = /^绩效目标[:：]\s*/
const INDICATORS = /^绩效指标[:：]\s*/
const LISTED = /^[（(]\d{1,2}[）)]/

/** Reads 部门整体绩效目标 from the paragraphs under their headings; a line that fits no part stays to be listed. */
export function departmentGoals(paragraphs: readonly Paragraph[], account: Account): DepartmentGoalDrafts {
  const overall: Text[] = []
  const measures: Text[] = []
  const goals: DepartmentGoalDraft[] = []
  let kind: 'overall' | 'goals' | 'measures' | null = null
  for (const paragraph of paragraphs) {
    const heading = KINDS.find(([, words]) => words.test(paragraph.text.replace(PART, '')))
    if (heading) {
      kind = heading[0]
      account.understood(paragraph)
    } else if (OTHER_PART.test(paragraph.text)) {
      kind = null
    } else if (kind === 'goals') {
      takeGoalLine(paragraph, goals, account)
    } else if (kind !== null) {
      account.understood(paragraph)
      const list = kind === 'overall' ? overall : measures
      list.push(new Leaf(paragraph.text, paragraphPlace(paragraph)))
    }
  }
  return { overall, goals, measures }
}

function takeGoalLine(paragraph: Paragraph, goals: DepartmentGoalDraft[], account: Account): void {
  const { text } = paragraph
  const from = paragraphPlace(paragraph)
  const last = goals.at(-1)
  if (last && GOAL.test(text) && last.goal.value === null) {
    account.understood(paragraph)
    last.goal = new Leaf(text.replace(GOAL, ''), from)
  } else if (last && INDICATORS.test(text)) {
    account.understood(paragraph)
    const rest = text.replace(INDICATORS, '')
    if (rest !== '') last.indicators.push(new Leaf(rest, from))
  } else if (last && LISTED.test(text)) {
    account.understood(paragraph)
    last.indicators.push(new Leaf(text, from))
  } else if (NUMBERED.test(text)) {
    account.understood(paragraph)
    goals.push({ title: new Leaf(text, from), goal: NOT_STATED, indicators: [] })
  }
}
