import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { createApp } from 'vue'
import { demoPlan } from '@/domain/ledger/demo'
import { useAuthor } from '@/stores/author'
import { useTyped } from '@/stores/desk/typed'
import { worldKey } from '@/stores/world'
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

  it('keeps the name of who types, though the browser was killed before it wrote its settings', async () => {
    const first = await visit()
    useAuthor().name = '王芳'
    await settled()
    await visit(new Map(), first.typed)
    expect(useAuthor().name).toBe('王芳')
    const early = testWorld()
    for (const [key, typed] of first.typed) early.typed.set(key, typed)
    setActivePinia(early.pinia)
    useAuthor().name = '李强'
    await useTyped().restore()
    expect(useAuthor().name).toBe('李强')
    await settled()
    await visit(new Map(), early.typed)
    expect(useAuthor().name).toBe('李强')
  })

  it('counts no name among what would be lost by leaving', async () => {
    const { store, answers } = await visit()
    answers.keepsSettings = false
    answers.mirrors = false
    useAuthor().name = '王芳'
    await settled()
    expect(store.unkept).toBe(0)
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
    expect(second.at()).toBe('外墙')
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

/** Another tab of the same browser, opened now; `gone` are the tabs that are closed by then. */
async function tabOf(world: ReturnType<typeof testWorld>['world'], id: string, gone: readonly string[] = []) {
  const pinia = createPinia()
  const ownTab = () =>
    Promise.resolve({
      id,
      gone: (ids: readonly string[]) => Promise.resolve(ids.filter((own) => gone.includes(own))),
    })
  createApp({})
    .provide(worldKey, { ...world, ownTab })
    .use(pinia)
  setActivePinia(pinia)
  const typed = useTyped()
  await typed.restore()
  return {
    at: () => typed.read(PLACE, LEDGER),
    type: (text: string | null) => typed.write(PLACE, text, LEDGER),
  }
}

describe('two tabs at one place', () => {
  it('keep what each of them typed, through a reload of either', async () => {
    const { world } = testWorld()
    const [one, two] = [await tabOf(world, '1'), await tabOf(world, '2')]
    expect([one.at(), two.at()]).toEqual([null, null])
    one.type('外墙工程款，含质保金')
    two.type('工')
    two.type('工程')
    one.type('外墙工程款，含质保金 5%')
    await settled()
    expect([(await tabOf(world, '1')).at(), (await tabOf(world, '2')).at()]).toEqual([
      '外墙工程款，含质保金 5%',
      '工程',
    ])
  })

  it('enter each its own: what one enters takes nothing from the other', async () => {
    const { world } = testWorld()
    const [one, two] = [await tabOf(world, '1'), await tabOf(world, '2')]
    one.type('甲')
    two.type('乙')
    two.type(null)
    expect(one.at()).toBe('甲')
    two.type(null)
    expect(one.at()).toBe('甲')
    two.type('丙')
    one.type(null)
    expect([one.at(), two.at()]).toEqual([null, '丙'])
  })

  it('leave a text to whoever comes next once its tab is closed and the place is free, and not before', async () => {
    const { world, typed } = testWorld()
    const [one, two] = [await tabOf(world, '1'), await tabOf(world, '2')]
    one.type('甲')
    two.type('乙')
    await settled()
    expect((await tabOf(world, '3', ['2'])).at()).toBe('甲')
    one.type(null)
    await settled()
    expect((await tabOf(world, '3')).at()).toBeNull()
    const next = await tabOf(world, '3', ['2'])
    expect(next.at()).toBe('乙')
    next.type(null)
    await settled()
    expect((await tabOf(world, '4', ['2', '3'])).at()).toBeNull()
    expect([...typed.values()].filter(({ text }) => text !== null)).toEqual([])
  })

  it('goes on with a text that was read here and not touched elsewhere since', async () => {
    const { world, settings } = testWorld()
    const one = await tabOf(world, '1')
    one.type('外墙')
    const next = await tabOf(world, '2')
    expect(next.at()).toBe('外墙')
    next.type('外墙工程款')
    expect([...settings.keys()].filter((key) => key.startsWith('jixiao-board.typed'))).toEqual([KEY])
    one.type('外墙砖')
    expect([one.at(), next.at()]).toEqual(['外墙砖', '外墙工程款'])
  })
})
