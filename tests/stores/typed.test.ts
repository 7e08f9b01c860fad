import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { createApp } from 'vue'
import { demoPlan } from '@/domain/ledger/demo'
import type { OwnTab } from '@/storage/ownTab'
import { useAuthor } from '@/stores/author'
import { useTyped } from '@/stores/desk/typed'
import { worldKey } from '@/stores/world'
import { atWork, cellAt } from './atWork'
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

  it('is kept after all as soon as something else was saved: there is room again', async () => {
    const { pinia, answers, desk } = await atWork()
    const typed = useTyped(pinia)
    Object.assign(answers, { keepsSettings: false, mirrors: false })
    typed.write(PLACE, '外墙')
    await settled()
    expect(typed.unkept).toBe(1)
    Object.assign(answers, { keepsSettings: true, mirrors: true })
    desk.open(1)
    await desk.enter(cellAt(desk, 0, 1), '5', 'wan')
    await settled()
    expect([typed.unkept, typed.read(PLACE)]).toEqual([0, '外墙'])
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

/** Another tab of the same browser, opened now; `gone` are the tabs that are closed by then, also those named later. */
async function tabOf(
  world: ReturnType<typeof testWorld>['world'],
  id: string,
  gone: readonly string[] | Set<string> = [],
) {
  const pinia = createPinia()
  const returning: (() => void)[] = []
  const ownTab = () =>
    Promise.resolve<OwnTab>({
      id,
      gone: (ids) => Promise.resolve(ids.filter((own) => [...gone].includes(own))),
      alone: (act) => act(),
      returns: (told) => void returning.push(told),
    })
  createApp({})
    .provide(worldKey, { ...world, ownTab })
    .use(pinia)
  setActivePinia(pinia)
  const typed = useTyped()
  await typed.restore()
  return {
    store: typed,
    at: (place = PLACE) => typed.read(place, LEDGER),
    type: (text: string | null, place = PLACE) => typed.write(place, text, LEDGER),
    comeBack: async () => {
      for (const told of returning) told()
      await settled()
    },
  }
}

describe('two tabs at one place', () => {
  it('keep what each of them typed, and show it to nobody else, through a reload of either', async () => {
    const { world } = testWorld()
    const one = await tabOf(world, '1')
    one.type('外墙工程款，含质保金')
    const two = await tabOf(world, '2')
    expect(two.at()).toBeNull()
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
    two.type(null)
    expect(one.at()).toBe('甲')
    two.type('丙')
    one.type(null)
    expect([one.at(), two.at()]).toEqual([null, '丙'])
  })

  it('leave a text to whoever comes next once their tab is closed, and to nobody else', async () => {
    const { world, typed } = testWorld()
    const one = await tabOf(world, '1')
    one.type('甲')
    await settled()
    expect((await tabOf(world, '2')).at()).toBeNull()
    const next = await tabOf(world, '3', ['1'])
    expect([next.at(), next.store.taken]).toEqual(['甲', 1])
    const late = await tabOf(world, '4', ['1'])
    expect([late.at(), late.store.taken]).toEqual([null, 0])
    next.type(null)
    await settled()
    expect((await tabOf(world, '5', ['1', '3'])).at()).toBeNull()
    expect([...typed.values()].filter(({ text }) => text !== null)).toEqual([])
  })

  it.each([
    ['nothing', null],
    ['an earlier text', '外'],
  ])('leave the last text of a tab that ended before its mirror held more than %s', async (_, earlier) => {
    const { world, answers } = testWorld()
    const one = await tabOf(world, '1')
    if (earlier !== null) one.type(earlier)
    await settled()
    answers.mirrors = false
    one.type('外墙工程款')
    await settled()
    expect((await tabOf(world, '2')).at()).toBeNull()
    const next = await tabOf(world, '3', ['1'])
    expect([next.at(), next.store.taken]).toEqual(['外墙工程款', 1])
    expect((await tabOf(world, '4', ['1'])).at()).toBeNull()
  })

  it('leave of several texts the latest first, and each only where nothing stands', async () => {
    const { world, moveTo } = testWorld()
    const [one, two] = [await tabOf(world, '1'), await tabOf(world, '2')]
    two.type('乙')
    await moveTo('2030-01-01T00:00:00.000Z')
    one.type('甲')
    one.type('丙', 'p/other')
    await settled()
    const next = await tabOf(world, '3', ['1', '2'])
    expect([next.at(), next.at('p/other'), next.store.taken]).toEqual(['甲', '丙', 2])
    next.type('甲乙')
    await next.comeBack()
    expect(next.at()).toBe('甲乙')
    next.type(null)
    await settled()
    await next.comeBack()
    expect([next.at(), next.store.taken]).toEqual(['乙', 3])
  })

  it('leave a text to a tab that stands when somebody comes back to it', async () => {
    const { world } = testWorld()
    const gone = new Set<string>()
    const [one, two] = [await tabOf(world, '1'), await tabOf(world, '2', gone)]
    one.type('甲')
    await settled()
    await two.comeBack()
    expect(two.at()).toBeNull()
    gone.add('1')
    await two.comeBack()
    expect([two.at(), two.store.taken]).toEqual(['甲', 1])
  })

  it('leave nothing that was entered, though the mirror has not heard of it', async () => {
    const { world, answers } = testWorld()
    const one = await tabOf(world, '1')
    one.type('甲')
    await settled()
    answers.mirrors = false
    one.type(null)
    await settled()
    expect((await tabOf(world, '2', ['1'])).at()).toBeNull()
  })

  it('make a text of before tabs had names the own one of who reads it', async () => {
    const { world, settings } = testWorld()
    settings.set(KEY, '5|外墙')
    const one = await tabOf(world, '1')
    expect(one.at()).toBe('外墙')
    expect([(await tabOf(world, '2')).at(), (await tabOf(world, '1')).at()]).toEqual([null, '外墙'])
  })
})
