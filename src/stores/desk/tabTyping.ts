import { ref } from 'vue'
import type { OwnTab } from '@/storage/ownTab'
import type { TypedText } from '@/storage/typedMirror'

/** Where the texts are: what stands at a key, how one is put there, and all that are kept anywhere with those that other tabs wrote (one kept twice comes twice). */
interface Texts {
  readonly heldAt: (key: string) => Pick<TypedText, 'text' | 'at'> | null
  readonly keep: (key: string, text: string | null) => Promise<void>
  readonly all: () => Promise<readonly TypedText[]>
}

/** In the place of a name that the browser did not give. */
const NO_TAB: OwnTab = {
  id: '',
  gone: () => Promise.resolve([]),
  alone: (act) => act(),
  returns: () => {},
}

/** Stands between a place and the tab whose text is kept there. */
const BESIDE = '|tab:'
const placeOf = (key: string) => key.split(BESIDE)[0] ?? ''
const tabOf = (key: string) => key.split(BESIDE)[1] ?? ''

/**
 * What several tabs type at one place: each has a text of its own there, which no other shows, writes over or drops. A text that nobody owns, its tab
 * being closed, goes to one tab where nothing of its own stands, and is nobody else's from then on.
 */
export function tabTyping({ heldAt, keep, all }: Texts) {
  let tab = NO_TAB
  const taken = ref(0)
  let taking: Promise<void> | null = null
  let anew = false
  const textAt = (key: string) => heldAt(key)?.text ?? null
  const ownOf = (place: string) => (tab.id === '' ? place : `${place}${BESIDE}${tab.id}`)

  function isLeft({ key, text }: TypedText): boolean {
    return (
      text !== null && key.includes(BESIDE) && tabOf(key) !== tab.id && textAt(ownOf(placeOf(key))) === null
    )
  }

  function take(key: string, text: string): Promise<unknown> {
    return Promise.all([keep(ownOf(placeOf(key)), text), keep(key, null)])
  }

  /** Takes the latest text of each place. */
  async function takeLatest(left: readonly TypedText[]): Promise<number> {
    const taken = new Map<string, Promise<unknown>>()
    for (const typed of [...left].sort((a, b) => b.at - a.at)) {
      const held = heldAt(typed.key)
      const text = held && held.at >= typed.at ? held.text : typed.text
      const place = placeOf(typed.key)
      if (text !== null && !taken.has(place)) taken.set(place, take(typed.key, text))
    }
    await Promise.all(taken.values())
    return taken.size
  }

  /** Takes what closed tabs left where nothing of this one stands; returns how many texts came. */
  async function adopt(): Promise<number> {
    const left = (await all()).filter(isLeft)
    if (left.length === 0) return 0
    const gone = new Set(await tab.gone([...new Set(left.map(({ key }) => tabOf(key)))]))
    if (gone.size === 0) return 0
    return tab.alone(async () =>
      takeLatest((await all()).filter((typed) => isLeft(typed) && gone.has(tabOf(typed.key)))),
    )
  }

  /** Whoever asks while it looks has it look again: what it began with may be no longer true. */
  function takeOver(): Promise<void> {
    anew = true
    taking ??= takeWhileAsked().finally(() => (taking = null))
    return taking
  }

  async function takeWhileAsked(): Promise<void> {
    while (anew) {
      anew = false
      taken.value += await adopt().catch(() => 0)
    }
  }

  return {
    /** Takes the name of this tab. */
    name: (own: OwnTab) => void (tab = own),
    /** Where this tab's text of a place is kept. */
    ownOf,
    /** How many of some texts, one kept twice counted once, are this tab's among those of tabs. */
    waitingOf: (texts: readonly TypedText[], isTabs: (key: string) => boolean): number => {
      const isOwn = (key: string) => isTabs(key) && ownOf(placeOf(key)) === key
      return new Set(texts.flatMap(({ key, text }) => (text !== null && isOwn(key) ? key : []))).size
    },
    /** This tab's text of a place, or one that stands there without a tab and becomes its own. */
    read: (place: string): string | null => {
      const own = textAt(ownOf(place))
      const nobodys = own === null && tab.id !== '' ? textAt(place) : null
      if (nobodys !== null) void take(place, nobodys)
      return own ?? nobodys
    },
    /** How many texts of closed tabs came to this one. */
    taken,
    /** Takes what closed tabs left, at the beginning and whenever somebody comes back to this tab. */
    begin: (): Promise<void> => {
      tab.returns(() => void takeOver())
      return takeOver()
    },
  }
}
