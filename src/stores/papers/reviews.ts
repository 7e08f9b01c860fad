import { defineStore } from 'pinia'
import { fittingSlice } from '@/domain/ledger/fitting'
import { reviewsOf, type Review } from '@/domain/papers/reviews'
import { lastAct, useActs } from '../acts'
import { useBoard } from '../board'
import { useLedger } from '../ledger'

/** The 复评 and 绩效评价 of projects as they were written, and taking one's own back with a reason (domain.md §6). */
export const useReviews = defineStore('reviews', () => {
  const ledgers = useLedger()
  const board = useBoard()
  const acts = useActs()
  const { last, act, forget } = lastAct()
  return {
    last,
    forget,
    of: (project: string, kind: Review['kind']) =>
      reviewsOf(fittingSlice(ledgers.known, project), project, kind, board.knownAt),
    /** Whether the one who is at work may take it back. */
    mayWithdraw: (entry: Review) => acts.voidRefusal(entry) === null,
    withdraw: ({ id, subject, effectiveOn }: Review, reason: string) =>
      act([{ kind: 'void', subject, effectiveOn, entry: id, reason }]),
  }
})
