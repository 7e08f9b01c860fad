import { inject } from 'vue'
import { typedKeeperKey } from '@/components/forms/typedKeeper'
import { keptTyping } from '@/domain/desk/keptTyping'
import type { BlockIssue, PastedBlock } from '@/domain/sheets/pastedBlock'
import type { PasteAnswer } from '@/domain/sheets/pasteStep'
import type { Place } from '../sheet'

/** A block being looked at, with what was answered. */
export interface KeptPaste {
  readonly block: PastedBlock & { readonly issues: readonly BlockIssue[] }
  readonly at: Place
  readonly answers: readonly (readonly [string, PasteAnswer])[]
}

/** Keeps a pasted block under the grid it was pasted on, as typed text is kept, until it is entered or dropped; an empty place keeps nothing. */
export function keptPaste(place: () => string) {
  const keeper = inject(typedKeeperKey, null)
  const text = () => (place() === '' ? null : (keeper?.read(place()) ?? null))
  return {
    arrivals: () => keeper?.arrivals(),
    read: (): KeptPaste | null => {
      const { block, at, answers = [] } = keptTyping<KeptPaste>(text())
      return at && block && Array.isArray(block.rows) ? { block, at, answers } : null
    },
    write: ({ block, at, answers }: KeptPaste) => {
      if (place() !== '') keeper?.write(place(), JSON.stringify({ block, at, answers }))
    },
    /** What is returned drops what is kept now, wherever one is by then; not what was pasted there meanwhile. */
    dropLater: (): (() => void) => {
      const [at, held] = [place(), text()]
      return () => {
        if (held !== null && keeper?.read(at) === held) keeper.write(at, null)
      }
    },
  }
}
