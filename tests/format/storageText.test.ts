import { describe, expect, it } from 'vitest'
import {
  damagedText,
  memoryOnlyText,
  noticeText,
  persistenceText,
  storageTroubleText,
  type StorageTrouble,
} from '@/format/storageText'
import type { StorageFailure } from '@/storage/ledgerStorage'

const FAILURES: StorageFailure[] = [
  { kind: 'missing' },
  { kind: 'blocked', by: 'other-tab' },
  { kind: 'blocked', by: 'denied' },
  { kind: 'blocked', by: 'silence' },
  { kind: 'full' },
  { kind: 'newer' },
  { kind: 'refused', why: 'differing', ids: ['a', 'b'] },
  { kind: 'refused', why: 'foreign', ids: ['a'] },
  { kind: 'refused', why: 'unreadable', ids: ['a'] },
  { kind: 'broken', cause: 'cleared', detail: '' },
  { kind: 'broken', cause: 'interrupted', detail: '' },
  { kind: 'broken', cause: 'error', detail: 'UnknownError: …' },
]
const TROUBLES: readonly StorageTrouble[] = FAILURES
const named = TROUBLES.map((trouble) => [JSON.stringify(trouble), trouble] as const)

describe('the sentence for each failure of the storage', () => {
  it.each([
    [
      { kind: 'full' },
      3,
      '本机存储已满（磁盘没有空间，或浏览器分给本网页的用完了），最近 3 条尚未保存。请勿关闭本页：先导出到U盘或别的磁盘，再删去不用的文件、清空回收站，然后点「重试」。',
    ],
    [
      { kind: 'newer' },
      2,
      '本机数据已由新版本的看板打开，本页是旧版本，最近 2 条尚未保存。请先导出，再换用新版本后导入；换用后仍是旧版本的，请用更新过的看板（网址或文件）打开。',
    ],
    [
      { kind: 'newer' },
      0,
      '本机数据已由新版本的看板打开，本页是旧版本，已保存的记录暂时读不出来，未被改动。请换用新版本；换用后仍是旧版本的，请用更新过的看板（网址或文件）打开。',
    ],
    [
      { kind: 'missing' },
      4,
      '本浏览器没有本机存储，已录入的 4 条仅在本页内存中，关闭即失。请在离开前导出，或换用较新的 Chrome、Edge、Firefox 后导入。',
    ],
    [
      { kind: 'blocked', by: 'other-tab' },
      1,
      '另一个标签页仍在使用旧版本的本机存储，最近 1 条尚未保存。请关闭其他打开本看板的标签页，然后重试。',
    ],
    [
      { kind: 'broken', cause: 'error' },
      0,
      '本机存储读写出错，已保存的记录暂时读不出来，未被改动。请看看磁盘是否已满，腾出空间后重试。',
    ],
    [
      { kind: 'refused', why: 'differing', ids: ['a', 'b'] },
      9,
      '有 2 条与已有记录编号相同而内容不同，这一批全部未保存，已有记录未被改动。请导出这一批，核对后去掉这些条目再导入。',
    ],
  ] satisfies [StorageTrouble, number, string][])('%o with %i unsaved', (trouble, unsaved, sentence) => {
    expect(noticeText(storageTroubleText(trouble, unsaved))).toBe(sentence)
  })

  it.each(named)(
    '%s says what happened, what became of the entries and a way on; unsaved entries can be exported',
    (_name, trouble) => {
      for (const unsaved of [0, 5]) {
        const notice = storageTroubleText(trouble, unsaved)
        expect(noticeText(notice)).toMatch(/^[^。]+，[^。]+。[^。]+。$/)
        expect(noticeText(notice)).not.toMatch(/undefined|null|NaN/)
      }
      expect(storageTroubleText(trouble, 5).ways).toContain('export')
      if (trouble.kind !== 'refused' && !(trouble.kind === 'broken' && trouble.cause === 'cleared')) {
        expect(storageTroubleText(trouble, 5).typed).toMatch(/5 条/)
      }
    },
  )

  it('says each failure differently', () => {
    expect(new Set(TROUBLES.map((trouble) => storageTroubleText(trouble, 1).what)).size).toBe(TROUBLES.length)
  })
})

describe('other things to say about the storage', () => {
  it('says that memory is all there is', () => {
    expect(noticeText(memoryOnlyText(0))).toBe(
      '没有使用本机存储，录入的内容仅在本页内存中，关闭即失。需要保留的，请在离开前导出。',
    )
    expect(memoryOnlyText(2)).toMatchObject({
      typed: '已录入的 2 条仅在本页内存中，关闭即失',
      ways: ['export'],
    })
  })

  it('counts damaged records, and is silent without any', () => {
    expect(damagedText(0)).toBeNull()
    expect(damagedText(2)).toMatchObject({ what: '本机有 2 条记录已损坏，读不出来', ways: ['export'] })
  })

  it('says what the browser promised', () => {
    expect(new Set((['kept', 'evictable', 'unknown'] as const).map(persistenceText)).size).toBe(3)
  })
})
