import type { DocumentReply, DocumentRequest } from '@/workers/document.worker'

/** Reads one document after another in a worker of its own; what an older one still says counts for nothing. */
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
    /** Starts a worker for one document and hands the document over; the one before is ended. */
    async open(name: string, content: Blob, heard: (reply: DocumentReply) => void, broken: () => void) {
      stop()
      const mine = startWorker()
      worker = mine
      mine.addEventListener('message', ({ data }: MessageEvent<DocumentReply>) => {
        if (worker === mine) heard(data)
      })
      mine.addEventListener('error', () => {
        if (worker === mine) broken()
      })
      const bytes = new Uint8Array(await content.arrayBuffer())
      if (worker === mine) ask({ kind: 'open', bytes, name, stated: {} }, [bytes.buffer])
    },
    /** Asks of the reading under way whether it still is. */
    still: () => {
      const mine = worker
      return () => worker === mine
    },
  }
}
