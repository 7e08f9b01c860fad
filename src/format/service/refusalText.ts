import type { ServiceRefusal } from '@/documents/outcome/serviceRefusal'
import { asideClause } from '../ledger/asideText'
import { permissionText, ROLE_WORD } from '../permissionText'

const OTHER: Readonly<Record<string, string>> = {
  'not-yourself': '填报人不是现在登录的账户。他人填报的记录，请系统管理员并入。',
  'mixed-roles': '一次写入用了两种身份。请分开办理。',
  unreadable: '服务器读不懂这一条。请导出留存，并与系统管理员联系。',
  'unknown-plan': '这份绩效目标表不在服务器上，或您没有它的权限。请与系统管理员联系。',
  'too-large': '一次写入的内容过多。请分几次办理。',
  'not-administrator': '此项由系统管理员办理。',
  'plan-stays': '服务器上的绩效目标表不能移出。',
  plan: '这份绩效目标表有读不懂的地方，服务器没有采用。',
  file: '这个文件服务器没有采用。',
}

/** Says why the service did not take a step, and what to do. */
export function serviceRefusalText(refusal: ServiceRefusal): string {
  switch (refusal.kind) {
    case 'refused':
      return permissionText(refusal.refusal)
    case 'not-granted':
      return `没有授予您${refusal.role ? `“${ROLE_WORD[refusal.role]}”` : ''}办理此项目的权限。请与系统管理员联系。`
    case 'aside':
      return `${asideClause(refusal)}。`
    case 'clock':
      return `本机时钟比服务器快 ${Math.max(1, Math.round(refusal.ahead / 60_000))} 分钟。请校正本机日期和时间后重新录入。`
    case 'moved':
      return `您办理之前，他人又写入了 ${refusal.news.length} 条。请看过最新情况后重新办理。`
    case 'differing':
      return '编号相同而内容不同的记录已在服务器上。请导出留存，并与系统管理员联系。'
    case 'other':
      return OTHER[refusal.said] ?? '服务器没有采用。请导出留存，并与系统管理员联系。'
  }
}
