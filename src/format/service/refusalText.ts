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

function aheadText(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  if (minutes < 120) return `${minutes} 分钟`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} 小时` : `${Math.round(hours / 24)} 天`
}

/** Refusals that sending the same once more cannot change. */
const FOR_GOOD: ReadonlySet<string> = new Set([
  'differing',
  'clock',
  'not-yourself',
  'mixed-roles',
  'unreadable',
  'too-large',
])

/** The button that sends a refused step once more as it was written; `null` where that could never be taken. One refused for news says that they were seen. */
export function againText(refusal: ServiceRefusal): string | null {
  const kind = refusal.kind === 'other' ? refusal.said : refusal.kind
  if (kind === 'moved' || kind === 'behind') return '看过了，照原样再送'
  return FOR_GOOD.has(kind) ? null : '照原样再送'
}

/** As many of the news as a refusal tells (docs/service-api.md): there may be more. */
const MOST_NEWS = 50

/** Says why the service did not take a step, and what to do. `listed`: what others wrote stands below the sentence; elsewhere it says where. */
export function serviceRefusalText(refusal: ServiceRefusal, listed = false): string {
  switch (refusal.kind) {
    case 'refused':
      return permissionText(refusal.refusal)
    case 'not-granted':
      return `没有授予您${refusal.role ? `“${ROLE_WORD[refusal.role]}”` : ''}办理此项目的权限。请与系统管理员联系，授权后照原样再送。`
    case 'aside':
      return `${asideClause(refusal)}。`
    case 'clock':
      return `本机时钟比服务器快 ${aheadText(refusal.ahead)}。请校正本机日期和时间后重新录入。`
    case 'moved':
      return refusal.news.length > 0
        ? `在送达之前，他人又写入了${refusal.news.length < MOST_NEWS ? '' : '至少'} ${refusal.news.length} 条（${listed ? '见下' : '列在“账户与同步”页'}），没有生效。请看过最新情况再定：照原样再送，或重新办理。`
        : '您办理时所依据的台账已不是服务器上的。请看过最新情况再定：照原样再送，或重新办理。'
    case 'behind':
      return '排在它前面、同一项目的一次写入服务器没有采用，这一次没有送出，没有生效。请先看过前面那一次，再照原样送出，或重新办理。'
    case 'differing':
      return '编号相同而内容不同的记录已在服务器上。请导出留存，并与系统管理员联系。'
    case 'other':
      return OTHER[refusal.said] ?? '服务器没有采用。请导出留存，并与系统管理员联系。'
  }
}
