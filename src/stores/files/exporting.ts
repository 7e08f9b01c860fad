import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { encodeEntry } from '@/documents/entries/entryCodec'
import { allEntries } from '@/domain/ledger/ledger'
import type { BookReply, BookRequest } from '@/workers/book.worker'
import type { BookOrder } from '@/workers/bookWriting'
import { useBoard } from '../board'
import { useLedger } from '../ledger'
import { usePlan } from '../plan'
import { useSaving } from './saving'
import { useViewing } from '../viewing'
import { useWorld } from '../world'

/** How far a long file is. Only a whole one is ever handed to the browser. */
export type Exporting =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'taking'
      readonly what: BookOrder['what']
      readonly done: number
      readonly total: number
    }
  | { readonly kind: 'writing'; readonly what: BookOrder['what'] }
  | { readonly kind: 'saved'; readonly what: BookOrder['what']; readonly name: string }
  | { readonly kind: 'stopped'; readonly what: BookOrder['what'] }
  | { readonly kind: 'failed'; readonly what: BookOrder['what']; readonly why: string }

const PART = 250
const TYPE = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
}

/** Long files, written beside the page by a worker: the ledger for an auditor and the department workbook. */
export const useExporting = defineStore('exporting', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const board = useBoard()
  const viewing = useViewing()
  const saving = useSaving()
  const world = useWorld()
  const state = shallowRef<Exporting>({ kind: 'idle' })
  let worker: Worker | null = null

  function end(next: Exporting): void {
    worker?.terminate()
    worker = null
    state.value = next
  }

  /** The entries go over in parts, so that the page never waits for all of them. */
  async function handOver(mine: Worker): Promise<void> {
    const entries = allEntries(ledgers.known)
    for (let at = 0; at < entries.length; at += PART) {
      if (worker !== mine) return
      const part = entries.slice(at, at + PART).map(encodeEntry)
      mine.postMessage({ kind: 'entries', part } satisfies BookRequest)
      await new Promise((resolve) => setTimeout(resolve))
    }
    if (worker === mine) mine.postMessage({ kind: 'write' } satisfies BookRequest)
  }

  /** Writes a file and hands it to the browser whole; a second order takes the place of the first. */
  function write(what: BookOrder['what'], format: BookOrder['format'], name: string): void {
    const { state: at } = plans
    if (at.kind !== 'ready' || board.asOf === null || board.reached === null) return
    const total = ledgers.known.ids.size
    end(total > 0 ? { kind: 'taking', what, done: 0, total } : { kind: 'writing', what })
    const mine = world.startWorker('book')
    worker = mine
    mine.addEventListener('message', ({ data }: MessageEvent<BookReply>) => {
      if (worker !== mine) return
      if (data.kind === 'taken')
        state.value =
          data.entries < total
            ? { kind: 'taking', what, done: data.entries, total }
            : { kind: 'writing', what }
      else if (data.kind === 'failed') end({ kind: 'failed', what, why: data.why })
      else {
        const marked = `${name}${ledgers.origin === 'demo' ? '-演示数据' : ''}.${format}`
        end({
          kind: 'saved',
          what,
          name: saving.save(marked, new Blob([data.bytes], { type: TYPE[format] })),
        })
      }
    })
    mine.addEventListener('error', () => {
      if (worker === mine) end({ kind: 'failed', what, why: '后台没有启动或中途停止' })
    })
    const order: BookOrder = {
      what,
      format,
      plan: { text: at.text, file: at.file },
      ledger: ledgers.ledger.plan,
      origin: ledgers.origin,
      asOf: board.asOf,
      reached: board.reached,
      knownOn: viewing.view.knownOn,
      knownAt: board.knownAt,
    }
    mine.postMessage({ kind: 'order', order } satisfies BookRequest)
    void handOver(mine)
  }

  return {
    state,
    write,
    /** Stops; no file was made. */
    stop: () => {
      if (state.value.kind === 'taking' || state.value.kind === 'writing')
        end({ kind: 'stopped', what: state.value.what })
    },
  }
})
