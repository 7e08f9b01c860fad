import { comparableName, visibleText } from '../../number/visibleText'
import type { Plan } from '../../plan/plan'
import { plainHeading } from '../listHeadings'
import type { ListLayout } from '../listLayout'
import type { LineDoubt } from '../paymentList'
import type { RowCells } from '../rowCells'

/** Who a list is read for: the plan's department; empty where it is not known. */
export type ListDepartment = Plan['department']

/** Whose money is meant, before 单位 or behind it; who receives it (收款单位), who builds or who is above (主管单位) is somebody else by nature. */
const WHOSE =
  '(?:预算|核算|用款|填报|编制|编报|报送|制表|支出|支付|付款|申请|申报|项目|所属|基层|[一二三]级|本)?(?:预算)?'
const NAMED = new RegExp(`^${WHOSE}单位(?:名称|全称|简称)?$|^预算部门(?:名称)?$`)
const CODED = new RegExp(`^${WHOSE}单位(?:编码|代码|编号)$|^预算部门(?:编码|代码|编号)$`)
/** A title that says whose list it is (单位：323002 劳动和社会保障局). */
const TITLED = new RegExp(`^${WHOSE}(?:单位(?:名称|全称)?|部门名称)[:：]\\s*((?:\\d+\\s*)?[^\\s:：]+)`)
const NEXT_LABEL = /(?:(?:金额|计量|货币)单位|[日时期][期间]|币种)$/

/** How the names of organisations end: what stands under a bare 单位 or behind it may as well be one of money. */
const ORGANISATION =
  /..(?:[局委办院校学园处科所站队厅部署会社馆场镇乡村厂矿]|中心|街道|政府|公司|集团|人大|政协)$/
const NOTHING_NAMED = /^[-—–/\\无]*$|^(?:小|合|总|共)计$/
const SIGNS = /[()[\]【】〔〕{}<>《》“”"'·.、,:;_\-—–]/g
const OWN_OFFICE = /(?:本级|机关|本部)+$/
const PLACE = /[省市县区州盟旗镇乡]$/
const GOVERNS = /^(?:$|(?:人民)?政府|管委会|管理委员会)/
/** No name of an organisation has more characters. */
const LONGEST = 100

/** What a text names: digits as its code, the rest as its name without signs and 本级 or 机关 at its end. */
function named(text: string): { readonly name: string; readonly code: string } {
  const plain = comparableName(text.slice(0, LONGEST)).replace(SIGNS, '')
  const code = /^\d{3,}|\d{3,}$/.exec(plain)?.[0] ?? ''
  const name = plain.replace(code, '')
  return { name: name.replace(OWN_OFFICE, '') || name, code }
}

const within = (one: string, other: string) => one.includes(other) || other.includes(one)

const PLACED = /^.*[省市县区州盟旗镇乡](?=..)/
const SHORTEST = 3

function inOrder(letters: string, text: string): boolean {
  let at = 0
  for (const letter of text) if (letter === letters[at]) at += 1
  return at >= letters.length
}

/** Whether a name is short for another one of the same place (劳动局, 人社局): its letters in their order, the last of them behind the place. */
function isShortName(said: string, own: string): boolean {
  const [place, ownPlace] = [said, own].map((text) => PLACED.exec(text)?.[0] ?? '')
  const rest = said.slice(place?.length)
  const last = rest.slice(-SHORTEST)
  if (last.length < SHORTEST || last.at(-1) !== own.at(-1) || !ownPlace?.endsWith(place ?? '')) return false
  return inOrder(rest, own) && inOrder(last, own.slice(ownPlace.length))
}

/** Whether one name is the other, or the other with more before or behind it, or short for it; the place it lies in is not it. */
function isSameName(said: string, own: string): boolean {
  const at = own.indexOf(said)
  if (at < 0) return said.includes(own) || isShortName(said, own)
  return said.length > 1 && (!PLACE.test(said) || GOVERNS.test(own.slice(at + said.length)))
}

/**
 * Whether what a row says of its unit is another one than the department (domain.md §6): the names are compared as they read, without brackets, code and 本级 or 机关; one that
 * contains the other or is short for it is the same. Where there is no name the codes decide, and codes of one length that differ make names that agree two units. What is not known tells nothing.
 */
export function isOtherDepartment(saidName: string, saidCode: string, department: ListDepartment): boolean {
  const said = named(saidName)
  const own = { ...named(department.name), code: named(department.code).code }
  const code = said.code || named(saidCode).code
  const codes = code !== '' && own.code !== '' && !within(code, own.code)
  if (said.name === '' || own.name === '') return codes
  return !isSameName(said.name, own.name) || (codes && code.length === own.code.length)
}

/** The columns that say whose a row is, of one layout. */
interface Columns {
  readonly layout: ListLayout
  readonly names: readonly number[]
  readonly codes: readonly number[]
}
interface Said {
  readonly name: string
  readonly code: string
}
const NOTHING: readonly never[] = Object.freeze([])

/** The texts of some columns that name a unit; under a bare 单位 only what reads as an organisation does. */
function saidIn(cells: RowCells, row: number, columns: readonly number[]): readonly string[] {
  return columns.flatMap((column) => {
    const text = cells.heldAt(row, column)
    const money = cells.heading(column) === '单位' && !ORGANISATION.test(named(text).name)
    return money || NOTHING_NAMED.test(comparableName(text)) ? [] : text
  })
}

/** Asks of the rows of one table, from above to below, whether they are the department's: by their columns of units, else by the last title that names one. */
export class OtherDepartments {
  private columns: Columns | null = null
  private titled: readonly Said[] = NOTHING
  private above: readonly Said[] = NOTHING
  private readonly verdicts = new Map<string, boolean>()

  constructor(private readonly department: ListDepartment) {}

  /** Hears a line above or between the rows. */
  title(text: string): void {
    const said = TITLED.exec(visibleText(text))?.[1]?.replace(NEXT_LABEL, '')
    if (said === undefined || !ORGANISATION.test(named(said).name)) return
    this.titled = [{ name: said, code: '' }]
    this.above = NOTHING
  }

  /** What is asked of a row; a row that leaves its unit blank has the one of the row above. */
  doubts(cells: RowCells, row: number): readonly LineDoubt[] {
    const { names, codes } = this.columnsOf(cells)
    const code = saidIn(cells, row, codes).join(' ')
    const own = saidIn(cells, row, names).map((name) => ({ name, code }))
    if (own.length > 0 || code !== '') this.above = own.length > 0 ? own : [{ name: '', code }]
    const said = this.above.length > 0 ? this.above : this.titled
    const other = said.find((one) => this.isOther(one))
    return other ? [{ kind: 'other-department', said: other.name || other.code }] : NOTHING
  }

  private isOther(said: Said): boolean {
    const key = `${said.name}\n${said.code}`
    const known = this.verdicts.get(key)
    if (known !== undefined) return known
    const verdict = isOtherDepartment(said.name, said.code, this.department)
    this.verdicts.set(key, verdict)
    return verdict
  }

  private columnsOf(cells: RowCells): Columns {
    const { layout } = cells
    if (this.columns?.layout === layout) return this.columns
    const free = layout.headings.flatMap((_, column) => (layout.chosen.includes(column) ? [] : column))
    const under = (pattern: RegExp) =>
      free.filter((column) =>
        [cells.heading(column), plainHeading(layout.headings[column] ?? '')].some((own) => pattern.test(own)),
      )
    const found = { layout, names: under(NAMED), codes: under(CODED) }
    if (this.columns?.layout.headings.join('|') !== layout.headings.join('|')) this.above = NOTHING
    this.columns = found
    return found
  }
}
