import { toHalfWidth } from '@/domain/number/halfWidth'

const TITLE =
  /^(?:[(\d一二三四五六七八九十附表]{1,6}[.、):：]?\s*)?(.*?)(?:项目)?(?:支出)?(?:绩效目标(?:申报|批复|审批|公开|情况|自评|评审|评审申报|设定|审核|备案|完成情况|自评情况)?|绩效(?:自评|自评价|监控|运行监控|评价)(?:情况)?)表(?:\s*\(.{0,20}\))?$/

/** What may stand before 绩效目标表 and names no project: a year, the level of government, the words of the form. */
const NO_NAME =
  /^\(?(?:\d{4}年度?|\d{0,4}年度?)?\)?(?:[省市县区]级|中央|地方|本级)?(?:部门|单位)?(?:预算)?(?:(?:中央)?对地方(?:专项)?(?:转移支付)?(?:区域|整体)?|专项资金|区域(?:转移支付)?|转移支付|对下转移支付|专项转移支付)?$/

/** A department and a year are no project (某县某局2024年绩效目标表). */
const DEPARTMENT_YEAR =
  /(?:[局委办厅院会所站队部处室]|中心|政府|学校)\(?20\d{2}年度?\)?(?:部门|单位)?(?:预算)?$/

/** A place with a year is no project (某市本级2021年专项资金绩效目标表). */
const PLACE_YEAR =
  /^[^,，、]{1,12}(?:省|自治区|市|州|盟|县|旗|区|乡|镇|街道)(?:本级)?\(?20\d{2}年度?\)?(?:[省市县区]级|本级)?(?:部门|单位)?(?:预算)?(?:专项资金|转移支付|对下转移支付)?$/

/** An authority alone is no project (某县水利局项目支出绩效目标表). */
const AUTHORITY = /^[^,，、]{2,30}(?:[局厅委]|办公室|政府|检察院|法院)$/

/** A title of the whole department's table, whatever stands before the word. */
const OVERALL =
  /(?:^|部门|单位|年度?|[站局委办所院校会队厅处部]|中心|政府)(?:\(单位\))?(?:整体|总体)(?:支出|绩效)?$/

/** A span of years, which is no year of a plan. */
export const YEARS = /20\d{2}\s*年?(?:度)?\s*[-—–~～至到]\s*20\d{2}\s*年度?/

const LABELLED = /^(?:预算|所属|项目|申报|财政)?年度$/
const LABELLED_LINE =
  /(?:^|[\s(,;])(?:预算|所属|项目|申报|财政)?年度:\s*(20\d{2})\s*年?度?(?![\d年度]|\s*[-—–~～至到])/

const YEAR_LINE =
  /^\(?\s*(?:(?:预算|所属|项目|申报|财政)年度:?|适用)?\s*(20\d{2})\s*年度?(?:全部预算项目)?\s*\)?(?:\s*\(?(?:金额)?单位[::]\s*(?:人民币)?\p{L}{1,6}\)?)?$/u

/** The project a title names (`1、社会养老保险基金财政补助绩效目标表`), `''` when it names none; `null` when the text is no title. */
export function titledProject(text: string): string | null {
  if (text.length > 120) return null
  const plain = toHalfWidth(text).replace(YEARS, '').replace('(项目)', '项目').trim()
  const found = TITLE.exec(plain.replace(/^附[件表]\s*[\d-]{0,4}\s*[:、]?\s*(?=\S)/, ''))
  const name = found?.[1]?.trim() ?? null
  const forms = [NO_NAME, DEPARTMENT_YEAR, PLACE_YEAR, AUTHORITY]
  return name !== null && forms.some((form) => form.test(name)) ? '' : name
}

/** Whether a line says how a label is to be filled in (1.项目名称：按批复填写。) and so states nothing under it. */
export function isExplained(text: string): boolean {
  return /[:：].{0,40}(?:填写|填列|填报|填入|填制)[^:：]{0,20}[。；;]?$/.test(text)
}

/** Whether a title's project is no project but the whole department. */
export function isOverall(name: string): boolean {
  return OVERALL.test(name.replace(/\s/g, ''))
}

/** The year that a line prints and nothing else, in brackets or not; `null` for any other text. */
export function lineYear(text: string): number | null {
  const plain = withFigures(text).trim()
  const found = YEAR_LINE.exec(plain) ?? (plain.length <= 40 ? LABELLED_LINE.exec(plain) : null)
  return found ? Number(found[1]) : null
}

/** The year that a short line prints behind its label (预算年度：2025); `null` for any other text. */
export function labelledYear(text: string): number | null {
  const plain = withFigures(text).trim()
  const found = plain.length <= 40 ? LABELLED_LINE.exec(plain)?.[1] : undefined
  return found === undefined ? null : Number(found)
}

/** Whether a cell is the label of the year of its table (预算年度). */
export function isYearLabel(text: string): boolean {
  return LABELLED.test(toHalfWidth(text).replace(/[\s:]/g, ''))
}

const FIGURES = '〇一二三四五六七八九'

/** A text in half width whose years are written in figures: 二〇二三年 is 2023年. */
export function withFigures(text: string): string {
  return toHalfWidth(text).replace(
    /二[〇○零Ｏ0O][一二三四五六七八九][〇○零一二三四五六七八九](?=\s*年)/g,
    (year) => [...year].map((sign) => Math.max(0, FIGURES.indexOf(sign))).join(''),
  )
}

/** Whether a text is the year of its table and nothing else, printed or left open (20XX年度). */
export function isYearLine(text: string): boolean {
  return (
    lineYear(text) !== null || /^\(?\s*(?:20(?:XX|xx|__|  ))?\s*年度\s*\)?$/.test(toHalfWidth(text).trim())
  )
}

/** The code and name of a department as one cell prints them (`323002沧州市…局`); `null` when no code stands before a name. */
export function codedDepartment(text: string): { readonly code: string; readonly name: string } | null {
  const found = /^[[(【]?(\d{3,12})[\])】]?\s*[-—–_:]?\s*((?![年月日万元])\p{L}.*)$/su.exec(
    toHalfWidth(text.trim()),
  )
  const [, code, rest] = found ?? []
  if (code === undefined || rest === undefined) return null
  return { code, name: text.trim().slice(-rest.length) }
}
