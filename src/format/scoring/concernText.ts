import type { Aside } from '@/domain/ledger/aside'
import type { SignOff } from '@/domain/ledger/entry'
import type { Concern } from '@/domain/scoring/concerns'
import type { Sheet } from '@/domain/scoring/sheet'
import { sinceSigned } from '@/domain/scoring/signOff'
import { HUNDRED } from '@/domain/number/decimal'
import { percent, signed } from '../figures'
import { sourceFaultMend, sourceFaultText } from '../papers/sourceFaultText'
import { dayWord, documentText, fullDay } from '../words'
import { carriedClauses } from './carriedText'
import { pointsText } from './scoreFormula'
import { rowName } from './scoreWord'

/** What stands out before a sign-off, in a sentence; each wants a word of its own. */
export function concernText(sheet: Sheet, concern: Concern): string {
  switch (concern.kind) {
    case 'not-accepted':
      return `${fullDay(concern.day)}这一期还没有通过审核`
    case 'earlier-values':
      return `末期没有填报、按较早填报数计分：${carriedClauses(sheet).join('、')}`
    case 'off-budget':
      if (concern.earlier)
        return `执行率 ${percent(concern.percent, 2, HUNDRED)}，${dayWord(concern.earlier.effectiveOn)}的说明不是年末的，请写年末${concern.percent.gt(HUNDRED) ? '超支' : '未支完'}的原因`
      return `执行率 ${percent(concern.percent, 2, HUNDRED)}，没有填写${concern.percent.gt(HUNDRED) ? '超支' : '未支完'}的原因`
    case 'no-evidence':
      return `${concern.rows.length} 行没有佐证：${concern.rows.map((row) => rowName(sheet, row)).join('、')}`
    case 'weights-after-results':
      return `分值在有了填报以后由 ${concern.entry.author} 调整（${documentText(concern.entry.document)}：${concern.entry.reason}）`
    case 'stale-re-evaluation':
      return `须重新复评：${concern.rows.map((row) => rowName(sheet, row)).join('、')}（复评以后分值、评分方案或自评分有变动，原复评分不计入）`
    case 'sources-sum':
      return `分来源资金存疑：${concern.faults.map((fault) => sourceFaultText(fault, 'wan')).join('；')}；${[...new Set(concern.faults.map(sourceFaultMend))].join('；')}`
    case 'same-person':
      return `填报、审核、签认都是 ${concern.person} 一人`
  }
}

const CONCERN_WORD: Readonly<Record<Concern['kind'], string>> = {
  'not-accepted': '末期未通过审核',
  'earlier-values': '沿用较早填报',
  'off-budget': '执行率原因',
  'no-evidence': '缺少佐证',
  'weights-after-results': '填报后调整分值',
  'stale-re-evaluation': '须重新复评',
  'sources-sum': '分来源资金',
  'same-person': '一人办理',
}

/** What was said at a sign-off about each thing that stood out. */
export function saidText({ words }: Pick<SignOff, 'words'>): string {
  return words
    .map(({ concern, text }) => `${CONCERN_WORD[concern as Concern['kind']] ?? concern}：${text}`)
    .join('；')
}

/** What came for a signed sheet and waits, because the sign-off closes its year; empty where nothing does. */
export function waitingText(aside: readonly Aside[]): string {
  const count = aside.filter(
    ({ because }) => because.kind === 'closed' && because.closing.kind === 'sign-off',
  ).length
  return count > 0 ? `另有 ${count} 条记录因已签认暂不计入，重开本年后再计入（台账中逐条标明）` : ''
}

/** How far a signed sheet lies from its figures now; empty where it does not. */
export function sinceSignedText(sheet: Sheet, signOff: SignOff): string {
  const since = sinceSigned(sheet, signOff)
  if (since === null || !signOff.sheet) return ''
  const then = `签认时 ${pointsText(signOff.sheet.total)} 分`
  return since === 'incomplete'
    ? `${then}，按现在的台账暂不完整`
    : `${then}，按现在的台账相差 ${signed(since, 2)} 分；以签认的得分为准`
}
