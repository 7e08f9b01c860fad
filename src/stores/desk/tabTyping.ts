import type { OwnTab } from '@/storage/ownTab'
import type { TypedText } from '@/storage/typedMirror'

type Kept = Pick<TypedText, 'text' | 'at'> | null

/** In the place of a name that the browser did not give. */
const NO_TAB: OwnTab = { id: '', gone: () => Promise.resolve([]) }

/** Stands between a place and the tab whose text is kept beside it. */
const BESIDE = '|tab:'

/**
 * What several tabs type at one place: where another tab has typed since this one looked, this one's text stands beside the place, and comes to
 * whoever looks there once its tab is closed and the place is free. No tab writes over or drops what it has not seen.
 */
export function tabTyping(heldAt: (key: string) => Kept, keep: (key: string, text: string | null) => void) {
  const seen = new Map<string, number>()
  let tab = NO_TAB
  const besideOf = (key: string) => `${key}${BESIDE}${tab.id}`
  const textAt = (key: string) => heldAt(key)?.text ?? null

  return {
    /** Takes the name of this tab. */
    name: (own: OwnTab) => void (tab = own),
    read: (key: string): string | null => {
      const mine = textAt(besideOf(key))
      if (mine !== null) return mine
      seen.set(key, heldAt(key)?.at ?? 0)
      return textAt(key)
    },
    wrote: (key: string, at: number) => void seen.set(key, at),
    /** Where this tab's text of a place goes; `null` when there is nothing of its own to drop. */
    placeFor: (key: string, text: string | null): string | null => {
      if (tab.id === '') return key
      if (textAt(besideOf(key)) !== null) return besideOf(key)
      if (textAt(key) === null || heldAt(key)?.at === (seen.get(key) ?? 0)) return key
      return text === null ? null : besideOf(key)
    },
    /** Takes what closed tabs left beside a place, among these keys, to the place itself where nothing stands. */
    adopt: async (keys: readonly string[]): Promise<void> => {
      const beside = keys.filter((key) => key.includes(BESIDE))
      const gone = new Set(await tab.gone(beside.map((key) => key.split(BESIDE)[1] ?? '')))
      for (const from of beside) {
        const [key = '', of = ''] = from.split(BESIDE)
        const text = textAt(from)
        if (!gone.has(of) || of === tab.id || text === null || textAt(key) !== null) continue
        keep(key, text)
        keep(from, null)
      }
    },
  }
}
