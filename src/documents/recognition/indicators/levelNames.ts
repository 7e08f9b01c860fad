import { comparableName } from '@/domain/number/visibleText'

/** The names of 一级指标, of the forms of several years (P). */
export const LEVEL1 =
  /^(?:产出|效益|效果|成本|满意度|投入|过程|影响力|管理|决策)(?:类)?(?:指标|目标)?(?:[(（].*[)）])?$/
/** The customary names of 二级指标 (P). */
export const LEVEL2 =
  /^(?:数量|质量|时效|成本|经济效益|社会效益|生态效益|环境效益|可持续影响|可持续发展|可持续|服务对象满意度|经济成本|社会成本|生态环境成本|经济效果|社会效果|生态效果|环境效果|影响力|进度)(?:指标|目标)?$/

/** The levels that one text names, as 产出指标—数量指标 names two. */
export interface LevelNames {
  readonly level1: string | null
  readonly level2: string | null
}

const LONGEST = 30
const FIRST_RANK = /^(?:[一二三四五六七八九十]{1,3}[、.．]?|[ⅠⅡⅢⅣⅤ]、?)$/
const NUMBER = /^(?:[(][一二三四五六七八九十\d]{1,3}[)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.]|[ⅠⅡⅢⅣⅤ]、)/
const POINTS = /[([](?:分值|权重|共|满分)?:?\d+(?:\.\d+)?[分%]?[)\]]|[,:]?(?:分值|权重)?:?\d+(?:\.\d+)?分$/g
const RANK = /^(?:项目|年度|绩效)?[一二]级(?:绩效)?指标[:(]/
const BETWEEN = /[-—–－―/·>→:]+|[(](?=[^()]+[)]$)/
const EXECUTION =
  /^(?:项目|部门)?(?:(?:预算|资金|经费|支出)+(?:的)?执行(?:率|指标|情况|进度|率指标|进度指标)?|预算完成率)$/

/** The names of the levels that a heading over rows of indicators prints (一、产出指标, （一）数量指标, 产出指标—数量指标), without number and points; `within` is the 一级指标 that is open, which tells a 成本指标 under it from one beside it. `null` for any other text. */
export function levelNames(text: string, within: string | null = null): LevelNames | null {
  if (text.length > LONGEST) return null
  const whole = comparableName(text)
  const plain = bareName(whole)
  if (isExecution(plain)) return { level1: plain, level2: null }
  const [first = '', second, more] = plain.split(BETWEEN).map((part) => part.replace(/[)]$/, ''))
  if (second !== undefined && second !== '') {
    return more === undefined && LEVEL1.test(first) && LEVEL2.test(second)
      ? { level1: first, level2: second }
      : null
  }
  const [isFirst, isSecond] = [LEVEL1.test(plain), LEVEL2.test(plain)]
  if (!isFirst && !isSecond) return null
  const lower =
    whole.startsWith('(') ||
    (within !== null && LEVEL1.test(within) && !/^[一二三四五六七八九十]/.test(whole))
  return isFirst && !(isSecond && lower) ? { level1: plain, level2: null } : { level1: null, level2: plain }
}

/** Whether a text is the number of a heading and nothing else (一, （二）, 3). */
export function isRank(text: string): boolean {
  const plain = comparableName(text)
  return FIRST_RANK.test(plain) || /^[(]?[一二三四五六七八九十\d]{1,3}[)]?[、.]?$/.test(plain)
}

/** Whether a text names the row of 预算执行率, which scores the spending and is no indicator of a plan (domain.md §7). */
export function isExecution(text: string): boolean {
  return text.length <= LONGEST && EXECUTION.test(bareName(comparableName(text)))
}

function bareName(whole: string): string {
  const plain = whole
    .replace(NUMBER, '')
    .replace(POINTS, '')
    .replace(RANK, '')
    .replace(/[:;。]$/, '')
  return plain.replace(/^(?:项目|年度|绩效)(?=.{2,3}指标$)/, '')
}
