import type { AmountUnit } from '@/domain/desk/amountCell'
import type { CellValue } from '@/domain/desk/entryGrid'
import { cameMeanwhile, stands } from '@/domain/desk/meanwhile'
import { putting, reading, type CellPlace, type DeskBasis } from '@/domain/desk/verbs'
import type { Ledger } from '@/domain/ledger/ledger'
import { useLedger } from '../ledger'
import { useCells } from './cells'
import { useSteps } from './steps'

/** Typing into the cells of a grid and entering what was typed. What belongs to a place is bound when it is asked for. */
export function deskEntering(basis: (ledger: Ledger) => DeskBasis) {
  const ledgers = useLedger()
  const cells = useCells()
  const steps = useSteps()

  /** Puts a value into a cell, unless another one came into it since typing began: then that is asked about first. */
  async function put(place: CellPlace, value: CellValue, text: string): Promise<void> {
    const { plan } = ledgers.ledger
    const now = basis(ledgers.ledger)
    const before = cells.stood(plan, place, () => stands(now, place))
    const meanwhile = cameMeanwhile(now, place, before, value)
    if (meanwhile) {
      cells.seen(plan, place, stands(now, place))
      return cells.settle(plan, place, { kind: 'moved', text, value, meanwhile })
    }
    cells.settle(plan, place, { kind: 'saving', text })
    const kept = await steps.hand(place.project.id)((ledger) =>
      putting(basis(ledger), place.project, [{ place, value }]),
    )
    cells.settle(plan, place, kept ? null : { kind: 'failed', text })
  }

  /** Takes what was typed into a cell: kept when it is clear, asked about or refused when it is not; a blank changes nothing. */
  async function enter(place: CellPlace, text: string, unit: AmountUnit): Promise<void> {
    const now = basis(ledgers.ledger)
    cells.stood(now.ledger.plan, place, () => stands(now, place))
    const read = reading(now, place, text, unit)
    if (read.kind === 'accepted') return put(place, read.value, text)
    cells.settle(ledgers.ledger.plan, place, read.kind === 'empty' ? null : { ...read, text })
  }

  return {
    enter,
    put,
    /** Keeps what is being typed into a cell, letter by letter. */
    typing: (place: CellPlace, text: string | null) =>
      cells.typing(ledgers.ledger.plan, place, text, () => stands(basis(ledgers.ledger), place)),
  }
}
