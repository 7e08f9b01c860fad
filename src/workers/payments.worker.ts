import type { ListAnswers } from '@/domain/payments/readPaymentList'
import { PaymentSession, type ListOpening, type SentContext } from './paymentSession'

/** What the page asks of the worker. */
export type PaymentRequest =
  | {
      readonly kind: 'open'
      readonly bytes: Uint8Array
      readonly name: string
      readonly context: SentContext
      readonly answers: ListAnswers
    }
  | { readonly kind: 'answer'; readonly answers: ListAnswers }

/** What it answers; steps come before the list. */
export type PaymentReply =
  | { readonly kind: 'step'; readonly done: number; readonly of: number }
  | { readonly kind: 'list'; readonly opening: ListOpening }

const session = new PaymentSession()

function tell(reply: PaymentReply): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target
  postMessage(reply)
}

addEventListener('message', ({ data }: MessageEvent<PaymentRequest>) => {
  const step = (done: number, of: number) => tell({ kind: 'step', done, of })
  const opening =
    data.kind === 'open'
      ? session.open(data.bytes, data.name, data.context, data.answers, step)
      : session.answer(data.answers, step)
  tell({ kind: 'list', opening })
})
