import type { Role } from '@/domain/ledger/role'
import { ROLE_WORD } from '../permissionText'

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome 类浏览器'],
  [/Safari\//, 'Safari'],
]

/** The browser a session is used in, as far as it says so. */
export function agentText(agent: string): string {
  return BROWSERS.find(([pattern]) => pattern.test(agent))?.[1] ?? '其他程序'
}

/** What stands against the way the service is run, for its administrator. */
export function noticeOf(notice: string): string {
  return notice === 'no-tls'
    ? '没有启用加密：口令在局域网上是明文。请用 --tls 启动服务，或放在负责加密的代理之后（见 docs/operation.md）。'
    : notice
}

/** A role as it was granted: of every plan, of one, or of one project of it. */
export function grantText(
  { plan, role, project }: { readonly plan: string; readonly role: Role; readonly project: string | null },
  planName: (plan: string) => string,
  projectName: (project: string) => string,
): string {
  const where = plan === '*' ? '全部' : planName(plan)
  return `${ROLE_WORD[role]}：${where}${project === null ? '' : ` · ${projectName(project)}`}`
}

const ACT: Readonly<Record<string, string>> = {
  'signed-in': '登录',
  'sign-in-refused': '登录被拒绝',
  'signed-out': '退出登录',
  'password-changed': '改口令',
  'session-ended': '结束登录',
  'first-administrator': '设立系统管理员',
  'account-made': '建立账户',
  'account-changed': '变更账户',
  'plan-taken': '采用绩效目标表',
  'backup-made': '备份',
  'handover-brought': '并入台账',
}

/** A line of the audit: who did what about whom. */
export function auditText(act: string, who: string, about: string): string {
  return [who || '未登录者', ACT[act] ?? act, about === who ? '' : about].filter(Boolean).join(' ')
}

/** What an administrator cannot take back, asked once before it is done: what it does to the account, and the word that does it. `self`: it is his own. */
export function accountQuestion(
  act: 'password' | 'disable',
  name: string,
  self: boolean,
): { readonly head: string; readonly next: string; readonly yes: string } {
  return act === 'password'
    ? {
        head: `重设 ${name} 的口令？`,
        next: `原口令立即失效，${self ? '您这次登录也随即结束' : '其所有登录随即结束'}；新口令只显示一次。`,
        yes: '仍然重设',
      }
    : {
        head: `停用 ${name} 的账户？`,
        next: '其所有登录随即结束，不能再登录；已填报的记录不变。需要时可再启用。',
        yes: '仍然停用',
      }
}
