import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { isDemoPlan } from '@/domain/ledger/demo'
import type { TypedMirror, TypedText } from '@/storage/typedMirror'
import { useAuthor } from '../author'
import { useLedger } from '../ledger'
import { useWorld } from '../world'
import { keptTexts, readKept } from './keptText'
import { tabTyping } from './tabTyping'

/** In the place of a mirror whose program could not be fetched. */
const NO_MIRROR: TypedMirror = {
  all: () => Promise.resolve([]),
  write: () => Promise.resolve(false),
  forget: () => Promise.resolve(false),
}

/** What the keys of typed texts begin with. */
const TYPED = 'jixiao-board.typed|'

/** In the place of a ledger for what belongs to the browser. */
const NO_LEDGER = 'browser'

/**
 * What is typed and not yet entered, by ledger and place: kept in this browser with every letter, until it is entered or dropped.
 * The settings keep it at once and outlive the page; the mirror outlives the browser's end; of both the later one counts.
 * What neither would keep, and what is tried in the demonstration, stays in this page; `unkept` says how much would be lost by leaving.
 */
export const useTyped = defineStore('typed', () => {
  const world = useWorld()
  const ledgers = useLedger()
  const mirror = world.typedMirror().catch(() => NO_MIRROR)
  const here = shallowRef<ReadonlyMap<string, TypedText>>(new Map())
  const mirrored = shallowRef<ReadonlyMap<string, number>>(new Map())
  let last = 0

  const nextMoment = () => (last = Math.max(last + 1, Date.parse(world.clock.now())))
  const keyOf = (place: string, ledger: string) => `${TYPED}${ledger}|${place}`
  const ledgerOf = (key: string) => key.split('|')[1] ?? ''
  const isTrial = (key: string) => isDemoPlan(ledgerOf(key))

  function hold(key: string, typed: TypedText | null): void {
    if (typed === null && !here.value.has(key)) return
    const next = new Map(here.value)
    if (typed === null) next.delete(key)
    else next.set(key, typed)
    here.value = next
  }

  const heldAt = (key: string) =>
    here.value.get(key) ?? (isTrial(key) ? null : readKept(world.setting(key).read()))
  const tabs = tabTyping({
    heldAt,
    keep: (key, text) => keep({ key, text, at: nextMoment() }),
    all: async () => [...(await (await mirror).all()), ...keptTexts(world, TYPED)],
  })

  async function keep(typed: TypedText): Promise<void> {
    const setting = world.setting(typed.key)
    const { key, text, at } = typed
    const kept = setting.write(`${at}|${text ?? ''}`) || (text === null && setting.write(null))
    hold(key, kept || text === null ? null : typed)
    await mirrorIt(typed)
  }

  async function mirrorIt(typed: TypedText): Promise<void> {
    const { key, text, at } = typed
    if (!(await (await mirror).write(typed))) return
    if (here.value.get(key) === typed) mirrored.value = new Map([...mirrored.value, [key, at]])
    const setting = world.setting(key)
    if (text === null && readKept(setting.read())?.at === at) setting.write(null)
  }

  /** Brings back what only the mirror holds. What was entered meanwhile, as far as either knows, stays entered. */
  async function restore(): Promise<void> {
    await world.ownTab().then(tabs.name, () => {})
    const own = await mirror
    const mirroredTexts = await own.all()
    for (const typed of mirroredTexts) {
      const setting = world.setting(typed.key)
      const kept = readKept(setting.read())
      last = Math.max(last, typed.at, kept?.at ?? 0)
      if (kept && kept.at >= typed.at) continue
      if (typed.text === null) {
        if (kept) setting.write(null)
        else void own.forget(typed.key)
      } else if (!setting.write(`${typed.at}|${typed.text}`)) {
        hold(typed.key, typed)
        mirrored.value = new Map([...mirrored.value, [typed.key, typed.at]])
      }
    }
    await tabs.begin()
    if (!world.shared) keepName(useAuthor(), read, write)
  }

  /** What is tried in the demonstration stays in this page, and what belongs to the browser is the same in all its tabs. */
  const isTabs = (key: string) => !isTrial(key) && ledgerOf(key) !== NO_LEDGER

  function read(place: string, ledger = ledgers.ledger.plan): string | null {
    const key = keyOf(place, ledger)
    return isTabs(key) ? tabs.read(key) : (heldAt(key)?.text ?? null)
  }

  function write(place: string, text: string | null, ledger = ledgers.ledger.plan): void {
    const key = keyOf(place, ledger)
    const at = nextMoment()
    if (isTrial(key)) hold(key, text === null ? null : { key, text, at })
    else void keep({ key: isTabs(key) ? tabs.ownOf(key) : key, text, at })
  }

  whenSaved(() => [...here.value.values()].flatMap((typed) => (isTrial(typed.key) ? [] : keep(typed))))

  return {
    /** What was typed at a place of a ledger, the open one unless another is named. */
    read,
    write,
    restore,
    /** How many texts of this tab wait to be entered: the page of another kind of host shows none of them. */
    waiting: () => tabs.waitingOf([...keptTexts(world, TYPED), ...here.value.values()], isTabs),
    /** How many texts of closed tabs came to this one. */
    taken: tabs.taken,
    unkept: computed(
      () =>
        [...here.value.values()].filter(({ key, at }) => isTabs(key) && mirrored.value.get(key) !== at)
          .length,
    ),
  }
})

/** Where something was saved there is room again for what only this page holds. */
function whenSaved(again: () => unknown): void {
  const ledgers = useLedger()
  watch(() => ledgers.savedAt, again)
}

/** The name is asked once: a browser that is killed soon after keeps it here, too. Behind a shared service it is the account's. */
function keepName(
  author: { name: string },
  read: (place: string, ledger: string) => string | null,
  write: (place: string, text: string | null, ledger: string) => void,
): void {
  const known = read('author', NO_LEDGER) ?? ''
  if (author.name === '') author.name = known
  const nameGiven = (text: string) => write('author', text === '' ? null : text, NO_LEDGER)
  if (author.name !== known) nameGiven(author.name)
  watch(() => author.name, nameGiven)
}
