import { comparableName, visibleText } from '@/domain/number/visibleText'
import { parseQuantity, splitComparator } from '@/domain/plan/target'
import { levelNames } from './levelNames'

/** What a column of 一级指标 may hold beside the customary names: words that no other table begins a row with (P). */
const LIKE_LEVEL =
  /(?:指标|目标|效益|效果|产出|满意度?|绩效|成效|效应|影响力?|效能|效率|贡献)$|^(?:.{0,4}管理|过程|投入|决策|履职|成本|质量|时效|进度|可持续|服务对象|受益)(?!.*(?:计划|安排|明细|测算|依据|构成|来源|表|科目|费|金)$).{0,4}$|^(?:社会|经济|生态|环境)(?:效.{0,3}|影响|发展|方面|贡献|环境)?$/
/** Names of 二级指标 that head the columns of other tables too (数量 | 单价 | 金额). */
const COLUMN_NAME = /^(?:数量|质量|成本|进度|时效)$/
/** What stands below a table: who filled it in, what others said of it (P). */
const FOOTER =
  /(?:填[表报]|制表|经办|联系|负责|审[核批]|复核)(?:人员?|电话|方式|日期|时间|单位|部门|意见)?$|^.{0,8}意见$|^(?:备注|附注|说明|填报说明|联系电话)$/

/** Whether a text in the place of a level says that the indicators end: who filled the table in, what others said of it. */
export function isFooter(text: string): boolean {
  return text.length <= 16 && FOOTER.test(bare(text))
}

/** Whether a text is the customary name of a level, and of nothing else that heads columns (domain.md §11). */
export function isLevel(text: string): boolean {
  return levelNames(text) !== null && !COLUMN_NAME.test(comparableName(text))
}

/** Whether a text may be the name of a 一级指标: customary, or in the words of one. */
export function isLikeLevel(text: string): boolean {
  return levelNames(text) !== null || LIKE_LEVEL.test(bare(text))
}

/** Whether a text is a 指标值 that no other table prints: a quantity with its sign. */
export function isSigned(text: string): boolean {
  const signed = splitComparator(visibleText(text))
  return signed !== null && parseQuantity(signed.rest) !== null
}

type Rank = '产出' | '效益' | '满意度' | '成本'

/** The 一级指标 that a customary 二级指标 belongs to where the one carried from above is another; `null` where they go together, as 满意度 under a printed 效益指标 does, or one is not customary (domain.md §7). */
export function levelOver(level2: string, carried: string | null, isPrinted: boolean): string | null {
  if (carried === null) return null
  const [own, other] = [rankOf(level2), rankAt(carried)]
  if (own === null || other === null || own === other) return null
  if (isPrinted && own === '满意度' && other === '效益') return null
  const name = own === '效益' && /效果(?:指标|目标)?$/.test(bare(level2)) ? '效果' : own
  return bare(carried).endsWith('指标') ? `${name}指标` : name
}

function rankOf(level2: string): Rank | null {
  const plain = bare(level2).replace(/(?:指标|目标)$/, '')
  if (/^(?:数量|质量|时效)$/.test(plain)) return '产出'
  if (/^(?:经济|社会|生态|环境)效[益果]$|^可持续(?:影响|发展)?$/.test(plain)) return '效益'
  return /^(?:.{0,8}(?:对象|群众|人员|公众))?满意度$/.test(plain) ? '满意度' : null
}

function rankAt(level1: string): Rank | null {
  const [found] = /^(?:产出|效益|效果|满意度|成本)/.exec(bare(level1)) ?? []
  return found === '效果' ? '效益' : ((found ?? null) as Rank | null)
}

function bare(text: string): string {
  return comparableName(text)
    .replace(/[:;。]+$/, '')
    .replace(/[(][^()]*[)]$/, '')
}
