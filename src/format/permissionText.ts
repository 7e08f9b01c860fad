import { yearOf } from '@/domain/time/day'
import type { Role } from '@/domain/ledger/role'
import type { Permission } from '@/domain/work/permission'
import type { YearClosing } from '@/domain/scoring/signOff'
import { closingText } from './closingText'

export const ROLE_WORD: Readonly<Record<Role, string>> = {
  leader: '分管领导',
  manager: '项目负责人',
  evaluator: '评价人员',
  admin: '系统管理',
}

/** What the role switch is and is not, in the browser-only build (DOMAIN.md §9). */
export const ROLE_HONESTY = '身份可以随时切换，只为分工方便；单机版不核对身份，不是权限控制。'

/** Says why something may not be done and who may; nothing when it may. */
export function permissionText(permission: Permission | YearClosing): string {
  switch (permission.kind) {
    case 'allowed':
      return ''
    case 'role':
      return `此项由${permission.who.map((role) => ROLE_WORD[role]).join('或')}办理，请切换身份。`
    case 'other-project':
      return `本项目由 ${permission.manager} 填报，由其本人办理；更换负责人的，请系统管理另行指定。`
    case 'other-author':
      return `这一条由 ${permission.author} 填报，只能由其本人作废。`
    case 'signed-off':
      return `${yearOf(permission.until)}年已由 ${permission.signOff.author} 签认，需要修改的，请评价人员先写明理由重开。`
    case 'closed':
      return closingText(permission.closing)
  }
}
