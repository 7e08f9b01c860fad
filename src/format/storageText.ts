import type { ServiceRefusal } from '@/documents/outcome/serviceRefusal'
import { serviceRefusalText } from './service/refusalText'

/** What the storage reports when it fails (the shape of its failures, as far as words need it). */
export type StorageTrouble =
  | { readonly kind: 'missing' | 'full' }
  | { readonly kind: 'newer'; readonly records?: number }
  | { readonly kind: 'blocked'; readonly by: 'other-tab' | 'denied' | 'silence' }
  | {
      readonly kind: 'refused'
      readonly why: 'differing' | 'foreign' | 'unreadable'
      readonly ids: readonly string[]
    }
  | { readonly kind: 'broken'; readonly cause: 'cleared' | 'interrupted' | 'error' }
  | { readonly kind: 'service'; readonly because: 'away' | 'signed-out' | ServiceRefusal }

/** A way out that the screen offers as a button. */
export type WayOut = 'export' | 'retry' | 'renew' | 'restore' | 'anew'

/** A notice: what happened, what it means for what was typed, how to mend it, and the buttons for that. */
export interface StorageNotice {
  readonly what: string
  readonly typed: string
  readonly mend: string
  readonly ways: readonly WayOut[]
}

export const WAY_OUT_WORD: Readonly<Record<WayOut, string>> = {
  export: '导出',
  retry: '重试',
  renew: '换用新版本',
  restore: '去“交接”恢复',
  anew: '从头填报',
}

/** Says a failure of the storage; `unsaved` is how many entries are in this page and not yet kept (0 when it failed while reading). */
export function storageTroubleText(trouble: StorageTrouble, unsaved: number): StorageNotice {
  const waiting = unsaved > 0
  const typed = waiting ? `最近 ${unsaved} 条尚未保存` : '已保存的记录暂时读不出来，未被改动'
  const exportFirst = waiting ? '请先导出，再' : '请'
  const ways = (...others: WayOut[]): WayOut[] => (waiting ? ['export', ...others] : others)
  switch (trouble.kind) {
    case 'missing':
      return inMemory(
        '本浏览器没有本机存储',
        unsaved,
        '请在离开前导出，或换用较新的 Chrome、Edge、Firefox 后导入。',
      )
    case 'blocked':
      switch (trouble.by) {
        case 'denied':
          return inMemory(
            '浏览器不允许本网页在本机保存数据',
            unsaved,
            '请在离开前导出，再在浏览器设置中允许本网站保存数据，然后刷新页面。',
          )
        case 'other-tab':
          return {
            what: '另一个标签页仍在使用旧版本的本机存储',
            typed,
            mend: '请关闭其他打开本看板的标签页，然后重试。',
            ways: ways('retry'),
          }
        case 'silence':
          return {
            what: '本机存储长时间没有响应',
            typed,
            mend: waiting ? '请重试；仍无响应，请先导出，再重启浏览器。' : '请重试；仍无响应，请重启浏览器。',
            ways: ways('retry'),
          }
      }
    case 'full':
      return {
        what: '本机存储已满（磁盘没有空间，或浏览器分给本网页的用完了）',
        typed,
        mend: waiting
          ? '请勿关闭本页：先导出到U盘或别的磁盘，再删去不用的文件、清空回收站，然后点「重试」。'
          : '请删去不用的文件、清空回收站，然后点「重试」。',
        ways: ways('retry'),
      }
    case 'newer':
      return {
        what: trouble.records
          ? `有 ${trouble.records} 条记录是新版本的看板写的，本页是旧版本`
          : '本机数据已由新版本的看板打开，本页是旧版本',
        typed,
        mend: `${exportFirst}换用新版本${waiting ? '后导入' : ''}；换用后仍是旧版本的，请用更新过的看板（网址或文件）打开。`,
        ways: ways('renew'),
      }
    case 'service':
      return serviceText(trouble.because)
    case 'refused':
      return refusedText(trouble.why, trouble.ids.length)
    case 'broken':
      switch (trouble.cause) {
        case 'cleared':
          return {
            what: '本机存储被清除',
            typed: '此前保存的内容可能已不在本机，本页中的内容仍在',
            mend: '请勿关闭本页：先导出，并看看磁盘是否已满，再点「重试」重新保存；有备份的，请导入备份。',
            ways: ['export', 'retry'],
          }
        case 'interrupted':
          return {
            what: '与本机存储的连接中断',
            typed: waiting ? typed : '本页中的内容仍在',
            mend: '请勿关闭本页：先导出，并看看磁盘是否已满，再点「重试」重新保存。',
            ways: ['export', 'retry'],
          }
        case 'error':
          return {
            what: '本机存储读写出错',
            typed,
            mend: `${exportFirst}看看磁盘是否已满，腾出空间后重试。`,
            ways: ways('retry'),
          }
      }
  }
}

/** Says that the storage is empty and was not before: what was kept here is gone, which is not the same as nothing reported. */
export function goneText(): StorageNotice {
  return {
    what: '本机存储是空的，而以前在这里保存过记录',
    typed: '可能被浏览器或人清除，也可能因磁盘已满而损坏',
    mend: '有备份或交接文件的，请恢复；都没有的，才从头填报。',
    ways: ['restore', 'anew'],
  }
}

/** Why no screen shows figures while the records were not read. */
export const UNREAD = '记录读出来以前，各页不显示数字，也不能填报和导出：没有读到不等于没有填报。'

/** Says that everything entered lives in this page only, as in a trial or where the browser keeps nothing. */
export function memoryOnlyText(unsaved: number): StorageNotice {
  return inMemory('没有使用本机存储', unsaved, '需要保留的，请在离开前导出。')
}

const MINUTE = 60_000

/** Says that the machine's clock is behind the ledger, by milliseconds; `null` when it is not. */
export function clockText(behind: number): StorageNotice | null {
  if (behind === 0) return null
  const minutes = Math.ceil(behind / MINUTE)
  const by =
    minutes < 120
      ? `${minutes} 分钟`
      : minutes < 2880
        ? `${Math.floor(minutes / 60)} 小时`
        : `${Math.floor(minutes / 1440)} 天`
  return {
    what: `本机时钟比台账中最新的记录慢 ${by}`,
    typed: '已录入的内容不受影响',
    mend: '请校正本机的日期和时间后再录入，以免先后颠倒。',
    ways: [],
  }
}

/** Says that the storage has not answered for long: what is on its way is not lost, typing goes on, and a copy can be taken. */
export function slowText(onItsWay: number): StorageNotice {
  return {
    what: '本机存储较慢，还没有答复',
    typed: `最近 ${onItsWay} 条仍在保存，内容在本页`,
    mend: '可以继续录入；请勿关闭本页，存妥后本行自动消失。不放心的，可先导出一份。',
    ways: ['export'],
  }
}

/** Says that entries that arrived from the future wait for their time; `null` when there are none. */
export function earlyText(count: number): StorageNotice | null {
  if (count === 0) return null
  return {
    what: `有 ${count} 条记录的录入时间晚于本机时钟`,
    typed: '已保存，到其录入时间再计入，其余记录照常计入',
    mend: '请与录入人核对两台电脑的日期和时间。',
    ways: [],
  }
}

/** Says that stored records could not be read: they count for nothing and stay as they are; `null` when there are none. */
export function damagedText(count: number): StorageNotice | null {
  if (count === 0) return null
  return {
    what: `本机有 ${count} 条记录已损坏，读不出来`,
    typed: '损坏的记录未计入任何数字，原样保留',
    mend: '请导出损坏的记录留存，核对原始凭证后重新录入。',
    ways: ['export'],
  }
}

/** Says that what is being typed at so many places is kept nowhere but on the page; `null` when it is kept. */
export function unkeptText(places: number): StorageNotice | null {
  if (places === 0) return null
  return {
    what: '本机存不下正在填写的内容',
    typed: `有 ${places} 处填写中的内容只在本页，关闭或刷新即失`,
    mend: '请先提交能提交的，再清理磁盘；离开本页时会再问一次。',
    ways: [],
  }
}

/** Says that what was being typed in tabs that are closed now stands in this one. */
export function takenText(places: number): string {
  return `已关闭的标签页里有 ${places} 处没写完，文字已放到本页的原处，可以接着写。`
}

/** Says whether the browser promised to keep the data. */
export function persistenceText(persistence: 'kept' | 'evictable' | 'unknown'): string {
  switch (persistence) {
    case 'kept':
      return '浏览器已同意长期保存本机数据。'
    case 'evictable':
      return '浏览器未同意长期保存：在无痕（隐私）窗口里，关闭窗口就全部消失；普通窗口在磁盘紧张时也可能被清除。请定期导出备份。'
    case 'unknown':
      return '无法确认浏览器是否长期保存本机数据：在无痕（隐私）窗口里，关闭窗口就全部消失。请定期导出备份。'
  }
}

/** The notice as one text: for live regions, titles and logs. */
export function noticeText({ what, typed, mend }: StorageNotice): string {
  return `${what}，${typed}。${mend}`
}

function inMemory(what: string, unsaved: number, mend: string): StorageNotice {
  const typed =
    unsaved > 0 ? `已录入的 ${unsaved} 条仅在本页内存中，关闭即失` : '录入的内容仅在本页内存中，关闭即失'
  return { what, typed, mend, ways: unsaved > 0 ? ['export'] : [] }
}

function refusedText(why: 'differing' | 'foreign' | 'unreadable', count: number): StorageNotice {
  const { what, mend } = {
    differing: {
      what: `有 ${count} 条与已有记录编号相同而内容不同`,
      mend: '请导出这一批，核对后去掉这些条目再导入。',
    },
    foreign: {
      what: `有 ${count} 条属于另一份绩效目标表`,
      mend: '请导出这一批，打开它所属的绩效目标表后再导入。',
    },
    unreadable: {
      what: `有 ${count} 条内容不完整或不合规，存入后将无法读出`,
      mend: '请导出这一批，改正后重新录入。',
    },
  }[why]
  return { what, typed: '这一批全部未保存，已有记录未被改动', mend, ways: ['export'] }
}

function serviceText(because: 'away' | 'signed-out' | ServiceRefusal): StorageNotice {
  const notice = { what: '没有写入服务器', typed: '台账未改动', ways: [] }
  if (because === 'away') return { ...notice, mend: '服务器连不上；此项要连上服务器才能办理，请稍后再试。' }
  if (because === 'signed-out') return { ...notice, mend: '登录已结束，请重新登录后再办理。' }
  return { ...notice, mend: serviceRefusalText(because) }
}
