import type { StatedOfFiles } from '@/documents/recognition/several/joinFiles'
import type { TracedProject } from '@/format/published/documentFound'
import type { DifferenceLine } from '@/format/published/planDifferenceText'
import { DocumentSession, type Found, type Opening, type Step } from './documentSession'

/** What the page asks of the worker. */
export type DocumentRequest =
  | {
      readonly kind: 'open'
      readonly bytes: Uint8Array
      readonly name: string
      readonly stated: StatedOfFiles
    }
  /** One more file of a sitting, of so many; `null` for one that is too large to be read. */
  | { readonly kind: 'add'; readonly bytes: Uint8Array | null; readonly name: string; readonly more: number }
  | { readonly kind: 'look'; readonly stated: StatedOfFiles }
  | { readonly kind: 'restate'; readonly stated: StatedOfFiles }
  | {
      readonly kind: 'compare'
      readonly existing: string
      readonly file: string
      readonly filled: Readonly<Record<string, number>>
    }
  | { readonly kind: 'compare-years'; readonly earlier: string; readonly file: string }
  | { readonly kind: 'project'; readonly index: number }

/** What it answers; steps come before the answer they lead to. */
export type DocumentReply =
  | { readonly kind: 'step'; readonly step: Step; readonly name?: string; readonly more?: number }
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'difference'; readonly lines: readonly DifferenceLine[] | 'unread' }
  | { readonly kind: 'years'; readonly lines: readonly DifferenceLine[] | 'unread' }
  | { readonly kind: 'project'; readonly project: TracedProject }

const session = new DocumentSession()

function tell(reply: DocumentReply): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target
  postMessage(reply)
}

async function answer(request: DocumentRequest): Promise<DocumentReply | null> {
  const step = (at: Step) => tell({ kind: 'step', step: at })
  switch (request.kind) {
    case 'open':
      return outcome(await session.open(request.bytes, request.name, request.stated, step))
    case 'add':
      tell({ kind: 'step', step: 'reading', name: request.name, more: request.more })
      await session.add(request.bytes, request.name)
      return null
    case 'look':
      return outcome(session.look(request.stated, step))
    case 'restate':
      return { kind: 'found', found: session.restate(request.stated, step) }
    case 'compare':
      return {
        kind: 'difference',
        lines: session.compare(request.existing, request.file, request.filled) ?? 'unread',
      }
    case 'compare-years':
      return { kind: 'years', lines: session.compareYears(request.earlier, request.file) ?? 'unread' }
    case 'project':
      return { kind: 'project', project: session.project(request.index) }
  }
}

function outcome(opening: Opening): DocumentReply {
  return opening.ok ? { kind: 'found', found: opening.found } : { kind: 'refused', why: opening.why }
}

let before: Promise<unknown> = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<DocumentRequest>) => {
  before = before.then(() => answer(data)).then((reply) => reply && tell(reply), reportError)
})
