import { describe, expect, it } from 'vitest'
import { reachWord, savedText, type KeepingState, type Reach } from '@/format/savedText'

const KEPT: KeepingState = {
  demo: false,
  saving: false,
  slow: false,
  savedAt: '2021-02-01T02:00:00.000Z',
  held: 8,
  unsent: 0,
  missing: 0,
  place: 'browser',
}

describe('the line about what is kept', () => {
  it.each<[string, Partial<KeepingState>, string]>([
    ['all of it', {}, '已保存到本机 10:00:00，共 8 条'],
    ['nothing yet', { savedAt: null, held: 0 }, '本机尚无记录'],
    ['from before', { savedAt: null }, '本机已有 8 条记录'],
    ['from before, of a service', { savedAt: null, place: 'service' }, '共享台账 8 条'],
    [
      'some of it not sent',
      { savedAt: null, place: 'service', held: 13, unsent: 5 },
      '共享台账 13 条，另有 5 条在本机，还没有送到服务器',
    ],
    ['on its way', { saving: true }, '正在保存…'],
    ['on its way for long', { saving: true, slow: true }, '仍在保存，本机存储还没有答复'],
    ['a page only', { place: 'memory' }, '仅在本页内存中，关闭即失'],
    ['a demonstration', { demo: true, missing: 3 }, '演示：可以试填，只在本页，刷新即恢复原样'],
    ['a store that was emptied', { missing: 8 }, '本机只有 0 条，另有 8 条只在本页，关闭即失'],
    ['one saved after that', { held: 9, missing: 8 }, '本机只有 1 条，另有 8 条只在本页，关闭即失'],
    ['a line that was cut', { missing: null }, '本页 8 条，是否都在本机还不能确定'],
  ])('%s', (_, state, line) => expect(savedText({ ...KEPT, ...state })).toBe(line))
})

describe('the word of one entry', () => {
  it.each<[Reach, string]>([
    ['page', '只在本页，关闭即失'],
    ['unsure', '是否已在本机还不能确定'],
    ['here', '已保存到本机'],
    ['server', '已同步'],
    [null, '已保存'],
  ])('%s', (reach, word) => expect(reachWord(reach)).toBe(word))
})
