import { toHalfWidth } from '@/domain/number/halfWidth'

const TITLE =
  /^(?:[(\d一二三四五六七八九十附表]{1,6}[.、):：]?\s*)?(.*?)(?:项目)?(?:支出)?绩效目标(?:申报|批复|公开|情况)?表$/

/** What may stand before 绩效目标表 and names no project: a year, the words of the form. */
const NO_NAME = /^\(?(?:\d{0,4}年度?)?\)?(?:部门|单位)?(?:预算)?$/

/** The project a title names (`1、社会养老保险基金财政补助绩效目标表`), `''` when it names none; `null` when the text is no title. */
export function titledProject(text: string): string | null {
  if (text.length > 120) return null
  const found = TITLE.exec(toHalfWidth(text).trim())
  const name = found?.[1]?.trim() ?? null
  return name !== null && NO_NAME.test(name) ? '' : name
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
