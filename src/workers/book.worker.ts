import type { Json } from '@/documents/entries/json'
import { BookWriting, type BookOrder } from './bookWriting'

/** What the page asks: a file, its entries part by part, and then the writing. */
export type BookRequest =
  | { readonly kind: 'order'; readonly order: BookOrder }
  | { readonly kind: 'entries'; readonly part: readonly Json[] }
  | { readonly kind: 'write' }

/** What the worker answers: how many entries it has, the file, or what failed. */
export type BookReply =
  | { readonly kind: 'taken'; readonly entries: number }
  | { readonly kind: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly why: string }

let writing: BookWriting | null = null

function tell(reply: BookReply, transfer: Transferable[] = []): void {
  postMessage(reply, { transfer })
}

async function answer(request: BookRequest): Promise<void> {
  if (request.kind === 'order') writing = new BookWriting(request.order)
  if (request.kind === 'entries' && writing) tell({ kind: 'taken', entries: writing.add(request.part) })
  if (request.kind === 'write' && writing) {
    const bytes = new Uint8Array(await writing.write())
    tell({ kind: 'written', bytes }, [bytes.buffer])
  }
}

addEventListener('message', async ({ data }: MessageEvent<BookRequest>) => {
  try {
    await answer(data)
  } catch (error) {
    tell({ kind: 'failed', why: error instanceof Error ? error.message : String(error) })
  }
})
