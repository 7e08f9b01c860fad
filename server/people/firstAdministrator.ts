import { timingSafeEqual } from 'node:crypto'
import type { Moment } from '@/domain/ledger/entry'
import { after, type Clock } from '../clock'
import { readablePassword } from './accounts'

const LASTING = 30 * 60_000
const TRIES = 5

/** The one-time code by which the first administrator is made: printed on the console, half an hour, five tries, then a new start of the service makes another. */
export function firstCode(clock: Clock) {
  let code: { readonly text: string; readonly until: Moment; tries: number } | null = null
  return {
    make: (): string => {
      code = { text: readablePassword(), until: after(clock.now(), LASTING), tries: 0 }
      return code.text
    },
    /** Whether a text is the code. The right one is used up; so is it by five wrong ones (`used-up`), after which, or after its time, it is `over`. */
    take: (text: string): 'right' | 'wrong' | 'used-up' | 'over' => {
      if (!code || clock.now() > code.until || code.tries >= TRIES) return 'over'
      code.tries += 1
      const [given, wanted] = [Buffer.from(text), Buffer.from(code.text)]
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
        return code.tries < TRIES ? 'wrong' : 'used-up'
      code = null
      return 'right'
    },
  }
}

/** The code of the first administrator. */
export type FirstCode = ReturnType<typeof firstCode>
