import { READING_LIMITS } from '@/documents/reading/readingLimits'
import type { DocumentReply, DocumentRequest } from '@/workers/document.worker'

/** A document to be read: a file, or what was pasted. */
export interface NamedContent {
  readonly name: string
  readonly content: Blob
}

/** What pasted contents are called, in the place of a file's name. */
export const PASTED = { html: '粘贴的表格.html', text: '粘贴的文字.txt' }

/** What was pasted, named as a document. */
export function pasted(kind: 'html' | 'text', content: string): NamedContent {
  return { name: PASTED[kind], content: new Blob([content]) }
}

/** Reads one sitting after another, each in a worker of its own; what an older one still says counts for nothing. */
export function documentReader(startWorker: () => Worker) {
  let worker: Worker | null = null
  function stop(): void {
    worker?.terminate()
    worker = null
  }
  function ask(request: DocumentRequest, transfer: Transferable[] = []): void {
    worker?.postMessage(request, transfer)
  }
  return {
    stop,
    ask,
    /** Starts a worker for the documents of a sitting and hands them over, one after another; the worker before is ended. */
    async open(
      documents: readonly NamedContent[],
      heard: (reply: DocumentReply) => void,
      broken: () => void,
    ): Promise<void> {
      stop()
      const mine = startWorker()
      worker = mine
      mine.addEventListener('message', ({ data }: MessageEvent<DocumentReply>) => {
        if (worker === mine) heard(data)
      })
      mine.addEventListener('error', () => {
        if (worker === mine) broken()
      })
      const alone = documents.length === 1
      for (const [at, { name, content }] of documents.entries()) {
        const fits = content.size <= READING_LIMITS.fileBytes
        const bytes = fits ? new Uint8Array(await content.arrayBuffer()) : null
        if (worker !== mine) return
        const moved = bytes ? [bytes.buffer] : []
        if (alone && bytes) ask({ kind: 'open', bytes, name, stated: {} }, moved)
        else ask({ kind: 'add', bytes, name, more: documents.length - at - 1 }, moved)
      }
      if (!alone) ask({ kind: 'look', stated: {} })
    },
    /** Asks of the reading under way whether it still is. */
    still: () => {
      const mine = worker
      return () => worker === mine
    },
  }
}
