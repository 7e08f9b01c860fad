import type { Stated } from '@/documents/recognition/draft'
import type { TracedProject } from '@/format/published/documentFound'
import type { DifferenceLine } from '@/format/published/planDifferenceText'
import { DocumentSession, type Found, type Step } from './documentSession'

/** What the page asks of the worker. */
export type DocumentRequest =
  | { readonly kind: 'open'; readonly bytes: Uint8Array; readonly name: string; readonly stated: Stated }
  | { readonly kind: 'restate'; readonly stated: Stated }
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
  | { readonly kind: 'step'; readonly step: Step }
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

async function answer(request: DocumentRequest): Promise<DocumentReply> {
  const step = (at: Step) => tell({ kind: 'step', step: at })
  switch (request.kind) {
    case 'open': {
      const opening = await session.open(request.bytes, request.name, request.stated, step)
      return opening.ok ? { kind: 'found', found: opening.found } : { kind: 'refused', why: opening.why }
    }
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

addEventListener('message', async ({ data }: MessageEvent<DocumentRequest>) => tell(await answer(data)))
