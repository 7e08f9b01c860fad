import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { typedMirror, type TypedText } from '@/storage/typedMirror'
import { dump, giveIndexedDb } from './fakeBrowser'

const at = (key: string, text: string | null, moment: number): TypedText => ({ key, text, at: moment })

beforeEach(() => giveIndexedDb())
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve, 5))
  vi.unstubAllGlobals()
})

describe('the mirror of what is typed', () => {
  it('holds the last text of each place, also for the next visit', async () => {
    const mirror = typedMirror()
    expect(await mirror.all()).toEqual([])
    const written = ['外', '外墙', '外墙工程'].map((text, turn) => mirror.write(at('a', text, turn)))
    expect(await Promise.all([...written, mirror.write(at('b', null, 9))])).toEqual([true, true, true, true])
    expect(await typedMirror().all()).toEqual([at('a', '外墙工程', 2), at('b', null, 9)])
    await mirror.forget('b')
    expect(await typedMirror().all()).toEqual([at('a', '外墙工程', 2)])
  })

  it('writes what comes while it writes at once afterwards, in the order it came', async () => {
    const mirror = typedMirror()
    const first = mirror.write(at('a', '1', 1))
    await Promise.resolve()
    await Promise.resolve()
    const second = mirror.write(at('a', '12', 2))
    expect(await Promise.all([first, second])).toEqual([true, true])
    expect(await mirror.all()).toEqual([at('a', '12', 2)])
  })

  it('is one numbered store', async () => {
    await typedMirror().write(at('a', '1', 1))
    expect(await dump('jixiao-board.typed')).toMatchObject({
      version: 1,
      stores: [{ name: 'texts', keyPath: 'key', records: [at('a', '1', 1)] }],
    })
  })

  it('says so where the browser keeps nothing', async () => {
    vi.stubGlobal('indexedDB', undefined)
    expect(await typedMirror().all()).toEqual([])
    expect(await typedMirror().write(at('a', '1', 1))).toBe(false)
  })
})
