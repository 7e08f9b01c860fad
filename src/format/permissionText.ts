import { yearOf } from '@/domain/time/day'
import type { Role } from '@/domain/ledger/role'
import type { NotGranted, Permission } from '@/domain/work/permission'
import type { Refusal } from '@/domain/work/decide'
import type { DecisionKind } from '@/domain/ledger/naming'
import { closingText } from './ledger/closingText'
import { amount, plainNumber } from './figures'
import { sourceFaultsText } from './papers/sourceFaultText'
import { fullDay } from './words'

export const ROLE_WORD: Readonly<Record<Role, string>> = {
  leader: '分管领导',
  manager: '项目负责人',
  evaluator: '评价人员',
  admin: '系统管理',
}

/** Where the name is asked for, said wherever an act waits for it. */
export const NAMELESS = '请先在页首写明填报人。'

/** What the role switch is and is not, in the browser-only build (domain.md §9). */
export const ROLE_HONESTY = '身份可以随时切换，只为分工方便；单机版不核对身份，不是权限控制。'

const TAKING_BACK: Readonly<Record<DecisionKind, string>> = {
  accept: '通过的项目不能作废审核记录；需要收回的，请分管领导退回。',
  return: '退回不能作废；改好后请项目负责人再次报送。',
  lock: '锁定不能作废；需要打开的，请分管领导解锁。',
  unlock: '解锁不能作废；需要关闭的，请分管领导重新锁定。',
  'sign-off': '签认不能作废；需要修改的，请评价人员写明理由重开。',
  reopen: '重开不能作废；改好后请评价人员再次签认。',
  'project-manager': '指定的负责人不能作废；需要更换的，请系统管理另行指定。',
}

const OUT_OF_TURN: Readonly<Record<'submit' | 'return' | 'accept' | 'unlock', string>> = {
  submit: '已经报送或通过，不需再报。',
  return: '还没有报送，无从退回。',
  accept: '还没有报送，不能通过。',
  unlock: '没有锁定，不需解锁。',
}

function notGrantedText({ role, whole, before }: NotGranted): string {
  const what = role === 'manager' ? (whole ? '填报全部项目' : '填报本项目') : '办理此项'
  return before
    ? `您${what}的授权已被收回，需要继续${what.slice(0, 2)}的，请系统管理员重新授权。`
    : `没有授予您${what}的权限，需要${what.slice(0, 2)}的，请系统管理员授权。`
}

/** Why an act was not written, as a sentence; empty where it is kept, waits, or nothing was done. */
export function refusedText(
  done: { readonly kind: 'kept' } | { readonly kind: 'waiting' } | Refusal | null,
): string {
  return done === null || done.kind === 'kept' || done.kind === 'waiting' ? '' : permissionText(done)
}

/** Says why something may not be done, who may, and what to do instead; nothing when it may. */
export function permissionText(permission: Permission | Refusal): string {
  switch (permission.kind) {
    case 'allowed':
      return ''
    case 'role':
      return `此项由${permission.who.map((role) => ROLE_WORD[role]).join('或')}办理，${'held' in permission && permission.held === false ? '您的账户没有这一身份' : '请切换身份'}。`
    case 'other-project':
      return `本项目由 ${permission.manager} 填报，由其本人办理；更换负责人的，请系统管理另行指定。`
    case 'not-granted':
      return notGrantedText(permission)
    case 'other-author':
      return `这一条由 ${permission.author} 填报，只能由其本人作废。`
    case 'signed-off':
      return `${yearOf(permission.until)}年已由 ${permission.signOff.author} 签认，需要修改的，请评价人员先写明理由重开。`
    case 'closed':
      return closingText(permission.closing)
    case 'unknown-entry':
      return '所指的记录不在本机台账中；请先并入含有这条记录的交接文件。'
    case 'decision':
      return TAKING_BACK[permission.decision]
    case 'future':
      return `${fullDay(permission.day)}还没有到（今天是${fullDay(permission.today)}），不能填作已经发生的数。预计要支出或完成的，请填“全年预计”。`
    case 'not-yet':
      return `${fullDay(permission.day)}还没有到，从当日起可以报送。`
    case 'unset-checkpoint':
      return `${fullDay(permission.day)}没有设定支出计划，不用报送，也不用锁定。确要设这个节点的，请分管领导先按文号调整支出计划。`
    case 'out-of-turn':
      return OUT_OF_TURN[permission.step]
    case 'conflict':
      return `有 ${permission.subjects.length} 处不同的人填得不一样，请先在“审核”中核定，再报送或通过。`
    case 'negative-total':
      return '累计支出不能小于 0。退回的款项，请在“逐笔支出”中记为负数。'
    case 'not-zero':
      return `${fullDay(permission.day)}已有大于 0 的支出，不能再填为零支出。填错的，请先作废那一条。`
    case 'source-faults':
      return sourceFaultsText(permission.faults, 'wan')
    case 'negative-budget':
      return `调整后全年预算数为 ${amount(permission.budget, 'wan')} 万元，不能小于 0。请核对正负号和单位；项目取消的，调减到 0。`
    case 'other-year':
      return `${fullDay(permission.day)}不在${permission.year}年内，本计划只记当年发生的。属于别的年度的，请换到那一年的计划填报；日期写错的，请改正。`
    case 'no-subject':
      return '本计划中没有这个项目或指标。计划有更新的，请先在“导入”中更新，再办理。'
    case 'no-checkpoint':
      return `${fullDay(permission.day)}不是资金支出计划的节点，不能报送、审核或锁定；请选定计划列有的月底。`
    case 'too-fine':
      return '分数最多写两位小数（评分表按两位小数相加），请改正。'
    case 'awaiting':
      return '同一事项已办理过一次，待服务器写入，尚未生效；连上服务器后以写入的为准。'
    case 'no-name':
      return '请写明由谁填报。'
    case 'no-reason':
      return '请写明理由。'
    case 'no-note':
      return '请写明内容；退回的，写明要补正什么。'
    case 'thin-reason':
      return '理由要说明情况：至少三个字，不能只有数字、标点或同一个字。'
    case 'no-document':
      return '请写明依据的文号。'
    case 'unknown-scheme':
      return `没有“${permission.scheme}”这一评分方案，请从列表中选择。`
    case 'no-row':
      return '所指的不是本表的评分行，或同一行写了两次。'
    case 'bad-weights':
      return '分值合计不符，没有写入；哪里不符，见“分值”下所列。'
    case 'same-again':
      return '与现有的复评分和说明相同，不需要再记一次。'
    case 'nothing-to-lift':
      return '这一行没有扣分，不需要取消。'
    case 'above-row':
      return `这一行满分 ${plainNumber(permission.weight)} 分，不能超过。`
    case 'must-replace':
      return `这一行已由 ${permission.standing.author} 扣 ${plainNumber(permission.standing.pointsOff)} 分；请写明新的扣分替换它。`
    case 'not-ready':
      return `还有 ${permission.problems} 项没有办妥，见“还差什么”。`
    case 'no-word':
      return `还有 ${permission.concerns} 处需要说明，请逐条写明后签认。`
    case 'other-figures':
      return '签认时的得分与台账现在的得分不一致，请重新看过再签认。'
    case 'not-seen':
      return `这一行刚由 ${permission.entry.author} 评过分，请看过再评。`
    case 'signed-project':
      return `${permission.project}的自评表已由 ${permission.signOff.author} 签认，改变评分方案会改变其得分；请先写明理由重开。`
  }
}
