import type { PaymentReply, PaymentRequest } from '@/workers/payments.worker'
import type { ListOpening } from '@/workers/paymentSession'

/** Who hears of a list being read beside the page. */
interface Hears {
  readonly step: (done: number, of: number) => void
  readonly answered: (opening: ListOpening) => void
  readonly broken: () => void
}

/** Reads one payment list after another in a worker of its own; what an older one still says counts for nothing. */
export function listReader(startWorker: () => Worker) {
  let worker: Worker | null = null
  return {
    start(hears: Hears): void {
      const mine = startWorker()
      worker = mine
      mine.addEventListener('message', ({ data }: MessageEvent<PaymentReply>) => {
        if (worker !== mine) return
        if (data.kind === 'step') hears.step(data.done, data.of)
        else hears.answered(data.opening)
      })
      mine.addEventListener('error', () => {
        if (worker === mine) hears.broken()
      })
    },
    ask(request: PaymentRequest, transfer: Transferable[] = []): void {
      worker?.postMessage(request, transfer)
    },
    stop(): void {
      worker?.terminate()
      worker = null
    },
    /** Which reading is under way, for telling whether it still is. */
    current: () => worker,
  }
}
