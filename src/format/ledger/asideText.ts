import type { Aside } from '@/domain/ledger/aside'
import { ENTRY_WORD } from './entryWord'
import { dayWord, fullDay } from '../words'

/** Why an entry is kept aside, in a clause. */
export function asideClause({ because }: Pick<Aside, 'because'>): string {
  switch (because.kind) {
    case 'closed': {
      const { kind, author, effectiveOn } = because.closing
      return kind === 'sign-off'
        ? `${effectiveOn.slice(0, 4)}年已由 ${author} 签认`
        : `${dayWord(effectiveOn)}已由 ${author} ${kind === 'lock' ? '锁定' : '通过'}`
    }
    case 'unknown':
      return '所指的记录不在本台账'
    case 'other-author':
      return `所指的记录由 ${because.author} 填报，他人不能作废`
    case 'decision':
      return `所指的是${ENTRY_WORD[because.decision]}，不能作废`
    case 'role':
      return '所注的角色不能写这类记录'
    case 'other-project':
      return `本项目由 ${because.manager} 填报`
    case 'no-name':
      return '没有写明由谁填报'
    case 'no-reason':
      return '没有写明理由'
    case 'no-document':
      return '没有写明文号'
    case 'no-subject':
      return '计划中没有这个项目或指标'
    case 'other-year':
      return `${fullDay(because.day)}不在${because.year}年内`
    case 'too-fine':
      return '分数多于两位小数'
    case 'no-checkpoint':
      return `${fullDay(because.day)}不是资金支出计划的节点`
  }
}

function untilWhen({ because }: Aside): string {
  if (because.kind === 'unknown') return '，收到该记录后再判定'
  if (because.kind === 'no-subject') return '，计划更新后再判定'
  if (because.kind === 'no-checkpoint') return '，计划设有这一节点后再判定'
  if (because.kind === 'too-fine') return '，请评价人员按两位小数重新记分'
  if (because.kind === 'other-year') return '，属于别的年度的，请在那一年的计划中填报'
  if (because.kind !== 'closed') return ''
  return because.closing.kind === 'sign-off' ? '，重开本年后再计入' : '，退回或解锁后再计入'
}

/** Why entries are kept aside, by their ids. */
export function asideReasons(aside: readonly Aside[]): ReadonlyMap<string, string> {
  return new Map(aside.map((own) => [own.entry.id, `暂不计入：${asideClause(own)}${untilWhen(own)}`]))
}
