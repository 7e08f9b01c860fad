import { comparableName } from '@/domain/number/visibleText'
import {
  ACTUAL,
  APPLIED,
  APPROVED,
  BUDGET_COLUMNS,
  CHANGED,
  FUND,
  GOVERNMENT,
  HEAD_LABELS,
  type HeadLabel,
  INDICATOR_COLUMNS,
  type IndicatorColumn,
  LAST_YEAR,
  MIDTERM,
  OTHER_BLOCK,
  OTHER_HEADINGS,
  PART_OF_YEAR,
  PLANNED,
  PREFIX,
} from './labels'

/** Whether a heading speaks of the year, of a longer term, of a part of the year, or of none. */
export type Period = 'annual' | 'midterm' | 'part' | null

const LONGEST_LABEL = 40
const NUMBER =
  /^(?:\d{1,2}[.、]|\(\d{1,2}\)|\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2}、|[①-⑳])/
const ENDING = /\([^()]{0,20}\)$|\d{1,3}分$|(?:[¹²³⁰⁴-⁹*※]|\[\d{1,2}\]|注\d{1,2}|(?<!目标)[①-⑳])+$/
const MOST_REMEMBERED = 4096

/** A label as it is compared: half-width, without spaces, numbering, 其中：, closing colon and brackets at its end. */
function labelText(text: string): string {
  let plain = comparableName(text)
    .replace(/^[*※★]/, '')
    .replace(NUMBER, '')
    .replace(/^其中[:,]?/, '')
  for (let before = ''; before !== plain;) {
    before = plain
    plain = plain.replace(/[:;]+$/, '').replace(ENDING, '')
  }
  return plain
}

/** The forms of a label that a table of names may hold: whole, without brackets inside, and with one prefix after another cut. */
function formsOf(text: string): string[] {
  const whole = labelText(text).replace(MIDTERM, '')
  const forms = [whole]
  for (const form of [whole, whole.replace(/[()]/g, ''), whole.replace(/\([^()]*\)/g, '')]) {
    if (form !== whole) forms.push(form)
    let cut = form
    while (PREFIX.test(cut) && cut.replace(PREFIX, '') !== '') {
      cut = cut.replace(PREFIX, '')
      forms.push(cut)
    }
  }
  const printed = comparableName(text)
  const ofTwo = printed.includes('项目') && /^(?:单位|部门)|(?:单位|部门)(?:名称)?[)]?$/.test(printed)
  return ofTwo ? [printed.replace(/[、/和及()]/g, ''), ...forms] : forms
}

function remembering<T>(find: (text: string) => T, none: T): (text: string) => T {
  const remembered = new Map<string, T>()
  return (text) => {
    if (text.length > LONGEST_LABEL || text === '') return none
    const known = remembered.get(text)
    if (known !== undefined) return known
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    const found = find(text)
    remembered.set(text, found)
    return found
  }
}

/** Looks labels up by their text and remembers what came of it: the same labels stand in every table of a document. */
function labelIn<T extends string>(
  table: Readonly<Record<T, readonly string[]>>,
): (text: string) => T | null {
  const labels = new Map(
    (Object.entries(table) as [T, readonly string[]][]).flatMap(([label, names]) =>
      names.map((name) => [name, label] as const),
    ),
  )
  return remembering((text) => {
    const forms = formsOf(text)
    for (const form of forms) {
      const label = labels.get(form)
      if (label !== undefined) return label
    }
    return null
  }, null)
}

const byHead = labelIn(HEAD_LABELS)
const byColumn = labelIn(INDICATOR_COLUMNS)
const others = new Set(OTHER_HEADINGS)
const isOther = remembering((text) => {
  const forms = formsOf(text)
  const beside = [LAST_YEAR, CHANGED].flatMap((said) =>
    forms.filter((form) => said.test(form)).map((form) => form.replace(said, '')),
  )
  if (beside.some((form) => byHead(form) !== null || byColumn(form) !== null)) return true
  return others.has(labelText(text)) || forms.some((form) => others.has(form)) || isOtherBlock(text)
}, false)

/** Whether a label names an amount beside the year's budget that has parts of its own (项目总投资, 累计已安排资金, 上年预算数, 申请数). */
export function isOtherBlock(text: string): boolean {
  const plain = text.length > 24 ? '' : labelText(text)
  const tells = OTHER_BLOCK.test(plain) || LAST_YEAR.test(plain) || APPLIED.test(plain)
  return tells && /(?:资金|投资|预算|金额|投入|数|额|算|经费)$/.test(plain)
}

/** Whether a label names what was asked for, or what was granted; `null` for neither. */
export function grantOf(text: string): 'applied' | 'approved' | null {
  const plain = labelText(text)
  if (APPLIED.test(plain)) return 'applied'
  return APPROVED.test(plain) ? 'approved' : null
}

/** The level of government, or the budget, whose money a label names; `null` where it names none. */
export function governmentIn(text: string): string | null {
  const plain = labelText(text)
  return (GOVERNMENT.exec(plain) ?? FUND.exec(plain))?.[1] ?? null
}

/** The label of a table's head that a cell prints, whatever its width, spacing, prefix and brackets; `null` when it is none, or speaks of what was done. */
export function headLabel(text: string): HeadLabel | null {
  return others.has(labelText(text)) || isActual(text) ? null : byHead(text)
}

/** The column of the indicators that a heading cell names, a 指标值 of a part of the year, asked for or granted too; `null` when it names none, or what was done. */
export function indicatorColumn(text: string): IndicatorColumn | null {
  if (isActual(text)) return null
  const column = byColumn(text)
  if (column !== null) return column
  const [part, grant] = [periodOf(text) === 'part', grantOf(text) !== null]
  if (!part && !grant) return null
  const rest = labelText(text).replace(part ? PART_OF_YEAR : /^(?:预算|项目|资金|财政|绩效|指标)?..的?/, '')
  return byColumn(rest) === 'target' ? 'target' : null
}

/** Whether a heading speaks of what was done or spent; only a short text is a heading. */
export function isActual(text: string): boolean {
  return text.length <= 16 && ACTUAL.test(text) && !PLANNED.test(labelText(text))
}

/** Whether a cell prints a heading of any kind: then it is no value, whatever stands before it. */
export function isHeading(text: string): boolean {
  return headLabel(text) !== null || byColumn(text) !== null || isOther(text) || isActualHeading(text)
}

const ACTUAL_HEADING =
  /^(?:全年|本年|年度)?(?:目标|指标|任务)?(?:实际)?(?:完成|执行|得分|到位|支出)(?:值|数|率|情况|程度)?$|^(?:预算)?执行[数率]$|^自评得分$|^(?:未完成|偏差|偏离).{0,12}$/

function isActualHeading(text: string): boolean {
  return text.length <= 24 && ACTUAL_HEADING.test(labelText(text)) && !PLANNED.test(labelText(text))
}

/** What a heading says of the year or of a longer term. */
export function periodOf(text: string): Period {
  const plain = labelText(text)
  if (MIDTERM.test(plain)) return 'midterm'
  if (text.length <= LONGEST_LABEL && PART_OF_YEAR.test(plain)) return 'part'
  return /^(?:项目)?(?:本年|当年|年度|全年)/.test(plain) ? 'annual' : null
}

/** Whether a heading names another year than the plan's (2023年指标值, 上年预算数); where the plan's is not known only the year before it is told. */
export function isOtherYear(text: string, year: number | null): boolean {
  const plain = labelText(text)
  if (LAST_YEAR.test(plain)) return true
  const printed = yearIn(text)
  return printed !== null && year !== null && printed !== year
}

/** The year that a heading prints before its name, or behind it in brackets; `null` when it prints none. */
export function yearIn(text: string): number | null {
  const behind = text.length > LONGEST_LABEL ? null : /[(（](20\d{2})年?度?[)）]$/.exec(text.trim())
  const found = (/^(20\d{2})(?=年|$)/.exec(labelText(text)) ?? behind)?.[1]
  return found === undefined ? null : Number(found)
}

/** Whether a heading is a name and no more, but for what is cut from labels. */
export function isHeadingOf(text: string, name: string): boolean {
  return labelText(text) === name
}

/** Whether a heading is 单位 and says no more, but in brackets. */
export function isUnitHeading(text: string): boolean {
  return labelText(text) === '单位'
}

/** Which column of amounts a heading names: the budget at the year's beginning, the one after changes, or one that no plan takes; `null` for no such heading. */
export const budgetColumn = remembering((text): 'initial' | 'whole' | 'left' | null => {
  const plain = labelText(text)
  if (BUDGET_COLUMNS.initial.some((name) => name === plain)) return 'initial'
  if (BUDGET_COLUMNS.whole.some((name) => name === plain)) return 'whole'
  if (LAST_YEAR.test(plain) || grantOf(text) === 'applied') return 'left'
  if (formsOf(text).some((form) => BUDGET_COLUMNS.initial.some((name) => name === form))) return 'initial'
  return isActual(plain) || byColumn(text) === 'weight' || isOther(text) ? 'left' : null
}, null)

/** Whether a heading names amounts and no more, as a list of projects may call its budgets. */
export function isAmount(text: string): boolean {
  return /^(?:金额|资金|资金额|资金额度)$/.test(labelText(text))
}

/** Whether a label names the sum under a heading of amounts. */
export function isSum(text: string): boolean {
  return /^(?:合计|总计|小计)$/.test(labelText(text))
}
