import { toHalfWidth } from '../number/halfWidth'
import type { ListProject, ProjectIndex } from './projectIndex'

const LONGEST = 80
const NAMED = /(?:项目|专项|科目|账户|单位|部门|制表|打印)[^:：\s]{0,4}[:：]\s*\S+/g
const WHOLE_DAY = /(?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}(?!\d)日?/g
const YEAR =
  /(?<![\d〔[（(])((?:19|20)\d{2})(?:\s*(?:年|财年|预算年度|[-/.]\d{1,2}(?!\d))|\s*$|(?=\s))|年度[:：]\s*((?:19|20)\d{2})/g

/** The year that titles state for the days below that name none (2019年度, 会计年度：2019, a sheet 2019年): the plan's where it is among them; `null` where they state none. A name of a project and a whole day state none. */
export function statedYear(texts: readonly string[], year: number): number | null {
  const years = texts
    .filter((text) => text.length <= LONGEST && /(?:19|20)\d{2}/.test(text))
    .flatMap((text) => [...toHalfWidth(text).replace(NAMED, ' ').replace(WHOLE_DAY, ' ').matchAll(YEAR)])
    .map(([, before, behind]) => Number(before ?? behind))
  return years.includes(year) ? year : (years[0] ?? null)
}

const OTHER_BOOK =
  /(?:收入|到账|用款计划|计划批复|额度(?:下达|到账)|指标(?:下达|分解)|合同|发票|预算批复|应付款?)[^,，。:：]{0,8}(?:表|账|清单|明细|台账|登记簿|簿|汇总|情况|计划|流水)?$/

/** The title that says that a table lists something else than payments (收入明细账, 用款计划); `null` where none does. */
export function otherBook(texts: readonly string[]): string | null {
  const found = texts.find((text) => {
    if (text.length > LONGEST || /支出|支付|付款|拨付|收支|实付/.test(text)) return false
    const plain = toHalfWidth(text)
      .replace(NAMED, '')
      .replace(/[(（[【].*?[)）\]】]/g, '')
      .replace(/(?:19|20)\d{2}年?度?/g, '')
      .replaceAll(/\s+/g, '')
    return OTHER_BOOK.test(plain)
  })
  return found?.trim() ?? null
}

const PROJECT = /(?:^|[\s,，;；])(?:[^\s:：]{0,6})?(?:项目|专项)(?:名称|资金)?\s*[:：]\s*(.*)$/u

/** The name that a line above or between the rows gives for a project (项目名称：食堂改造), without what is said behind it; empty where the label stands alone, `null` where there is none. */
export function projectTitle(text: string): string | null {
  const named = PROJECT.exec(text)?.[1]
  return named === undefined ? null : named.replace(/\s+\S{0,8}[:：].*$/u, '').trim()
}

/** The project that the name of a sheet names by code or name, alone or among other words (3.办公楼修缮); `null` for any other sheet. */
export function projectOfSheet(sheet: string | null, index: ProjectIndex): ListProject | null {
  if (sheet === null) return null
  const match = index.match('', sheet)
  return match.kind === 'found' ? match.project : index.within(sheet)
}
