import { closedBy, isClosed, type Closing } from '../ledger/closing'
import { fittingSlice } from '../ledger/fitting'
import { departmentKey, type Ledger } from '../ledger/ledger'
import { yearState, type YearClosing } from '../ledger/yearState'
import { lastDayOfYear, yearOf, type Day } from '../time/day'

/** What keeps a payment of a project and day from being entered whoever asks: a closed checkpoint or a signed-off year (domain.md §6). */
export type PaymentBar = { readonly kind: 'closed'; readonly closing: Closing } | YearClosing

/** Says of a project and a day what bars a payment there; each project is looked up once. */
export function paymentBars(ledger: Ledger): (project: string, day: Day) => PaymentBar | null {
  const known = new Map<string, { readonly closing: Closing | null; readonly signed: YearClosing | null }>()
  return (project, day) => {
    const department = departmentKey(project)
    const key = `${project} ${yearOf(day)}`
    let found = known.get(key)
    if (!found) {
      const [own, plan] = [fittingSlice(ledger, project), fittingSlice(ledger, department)]
      const state = yearState(project, own, department, plan, yearOf(day))
      found = {
        closing: closedBy(project, own, plan),
        signed:
          state.kind === 'open'
            ? null
            : { kind: 'signed-off', until: lastDayOfYear(yearOf(day)), signOff: state.signOff },
      }
      known.set(key, found)
    }
    if (found.signed) return found.signed
    return found.closing && isClosed(found.closing, day) ? { kind: 'closed', closing: found.closing } : null
  }
}
