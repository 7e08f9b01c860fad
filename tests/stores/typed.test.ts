import { setActivePinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { demoPlan } from '@/domain/ledger/demo'
import { useTyped } from '@/stores/desk/typed'
import { settled, testWorld } from './testWorld'

const PLACE = 'p/payment'
const LEDGER = '2020-323002'
const KEY = `jixiao-board.typed|${LEDGER}|${PLACE}`

type Settings = ReadonlyMap<string, string>

/** A visit of a browser whose settings are as they last reached the disk, and whose mirror holds what reached it. */
async function visit(
  settings: Settings = new Map(),
  mirror: ReturnType<typeof testWorld>['typed'] | null = null,
) {
  const world = testWorld()
  for (const [key, text] of settings) world.settings.set(key, text)
  for (const [key, typed] of mirror ?? []) world.typed.set(key, typed)
  setActivePinia(world.pinia)
  const typed = useTyped()
  await typed.restore()
  return {
    ...world,
    store: typed,
    at: () => typed.read(PLACE, LEDGER),
    type: (text: string | null) => typed.write(PLACE, text, LEDGER),
  }
}

describe('what is typed and not yet entered', () => {
  it('is there at the next visit, though the browser was killed before it wrote its settings', async () => {
    const first = await visit()
    first.type('外墙')
    const onDisk = new Map(first.settings)
    first.type('外墙工程款')
    await settled()
    expect((await visit(onDisk, first.typed)).at()).toBe('外墙工程款')
    expect((await visit(new Map(), first.typed)).at()).toBe('外墙工程款')
  })

  it('is there when the mirror came too late', async () => {
    const first = await visit()
    first.answers.mirrors = false
    first.type('外墙工程款')
    await settled()
    expect((await visit(first.settings, first.typed)).at()).toBe('外墙工程款')
  })

  it('does not come back once it was entered, whichever of both was last to hear of it', async () => {
    const first = await visit()
    first.type('外墙')
    await settled()
    const [settings, mirror] = [new Map(first.settings), new Map(first.typed)]
    first.answers.mirrors = false
    first.type(null)
    await settled()
    expect((await visit(first.settings, mirror)).at()).toBeNull()
    const second = await visit(settings, mirror)
    second.type(null)
    await settled()
    expect(second.settings.has(KEY)).toBe(false)
    const third = await visit(settings, second.typed)
    expect(third.at()).toBeNull()
    const fourth = await visit(third.settings, third.typed)
    await settled()
    expect([fourth.at(), fourth.typed.size]).toEqual([null, 0])
  })

  it('counts as later than all before, also when the clock has fallen back', async () => {
    const first = await visit()
    await first.moveTo('2030-01-01T00:00:00.000Z')
    first.type('早')
    await settled()
    const second = await visit(first.settings, first.typed)
    second.type('晚')
    second.answers.mirrors = false
    expect((await visit(second.settings, first.typed)).at()).toBe('晚')
  })

  it('reads what was kept before texts bore their moment', async () => {
    expect((await visit(new Map([[KEY, '{"memo":"外墙"}']]))).at()).toBe('{"memo":"外墙"}')
  })

  it('is counted as unkept only while neither place takes it', async () => {
    const first = await visit()
    first.answers.keepsSettings = false
    first.type('外墙')
    expect([first.at(), first.store.unkept]).toEqual(['外墙', 1])
    await settled()
    expect(first.store.unkept).toBe(0)
    first.answers.mirrors = false
    first.type('外墙工程')
    await settled()
    expect([first.at(), first.store.unkept]).toEqual(['外墙工程', 1])
    first.type(null)
    expect([first.at(), first.store.unkept]).toEqual([null, 0])
  })

  it('comes back from the mirror where the settings are full', async () => {
    const first = await visit()
    first.answers.keepsSettings = false
    first.type('外墙')
    await settled()
    const world = await visit(first.settings, first.typed)
    expect(world.at()).toBe('外墙')
  })

  it('stays in the page in a demonstration', async () => {
    const first = await visit()
    first.store.write(PLACE, '试', demoPlan(LEDGER))
    await settled()
    expect([first.settings.size, first.typed.size, first.store.unkept]).toEqual([0, 0, 0])
    expect(first.store.read(PLACE, demoPlan(LEDGER))).toBe('试')
  })
})
