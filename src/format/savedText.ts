import type { Moment } from '@/domain/ledger/entry'

/** How far an entry has come: in this page only, perhaps only there, in this machine before a shared service, in the service; `null` is kept in this machine, and no service serves the page. */
export type Reach = 'page' | 'unsure' | 'here' | 'server' | null

/** The word of an entry that is kept. */
export const SAVED = '已保存'

/** Says of one entry how it is kept, as the line below counts all of them. */
export function reachWord(reach: Reach): string {
  switch (reach) {
    case 'page':
      return '只在本页，关闭即失'
    case 'unsure':
      return '是否已在本机还不能确定'
    case 'here':
      return `${SAVED}到本机`
    case 'server':
      return '已同步'
    case null:
      return SAVED
  }
}

/** What the screen knows of the keeping of the ledger. */
export interface KeepingState {
  readonly demo: boolean
  readonly saving: boolean
  /** Whether the storage has kept us waiting for long. */
  readonly slow: boolean
  readonly savedAt: Moment | null
  readonly held: number
  /** How many of this ledger lie here and have not reached the shared service, beside those `held` there. */
  readonly unsent: number
  /** How many of those held are in this page only, since the storage was lost; `null` while it cannot be told. */
  readonly missing: number | null
  readonly place: 'browser' | 'memory' | 'service'
}

/** Says whether what was entered is kept, and since when; 已保存 is said only of what is durable. */
export function savedText({
  demo,
  saving,
  slow,
  savedAt,
  held,
  unsent,
  missing,
  place,
}: KeepingState): string {
  if (demo) return '演示：可以试填，只在本页，刷新即恢复原样'
  if (saving) return slow ? '仍在保存，本机存储还没有答复' : '正在保存…'
  if (place === 'memory') return '仅在本页内存中，关闭即失'
  if (missing === null) return `本页 ${held} 条，是否都在本机还不能确定`
  if (missing > 0) return `本机只有 ${held - missing} 条，另有 ${missing} 条只在本页，关闭即失`
  if (place === 'service') {
    const said = `共享台账 ${held} 条${unsent > 0 ? `，另有 ${unsent} 条在本机，还没有送到服务器` : ''}`
    return savedAt === null ? said : `已保存到本机 ${timeText(savedAt)}，是否已送到服务器见页首；${said}`
  }
  if (savedAt !== null) return `已保存到本机 ${timeText(savedAt)}，共 ${held} 条`
  return held > 0 ? `本机已有 ${held} 条记录` : '本机尚无记录'
}

function timeText(moment: Moment): string {
  return new Intl.DateTimeFormat('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(Date.parse(moment))
}
