import type { SourcePlace } from '../../outcome/recognitionIssue'
import type { SourceCell } from '../../reading/sourceDocument'
import type { Account } from '../facts/account'
import type { BudgetReading } from './budgetCell'
import {
  type BudgetUnit,
  isForeignAmount,
  type SaidUnit,
  statedBudgetUnit,
  statesForeignCurrency,
  type UnitRefusal,
  unitRefusal,
} from './budgetUnit'
import type { Money } from './moneyNames'

/** The units that the table of one project states for its amounts, and why none is taken. */
export class AmountUnits {
  /** The unit that the table states; `null` while it states none. */
  unit: BudgetUnit | null = null
  /** The unit that was stated above an earlier table and still holds. */
  carried: SaidUnit | null = null
  /** The amounts whose unit their own table does not state: by the carried one, or by none at all. */
  readonly unsaid: SourcePlace[] = []
  /** Why no amount is taken: all are said to be in a foreign currency, or in a unit that is none. */
  refused: UnitRefusal | null = null
  private ofTotal: { readonly unit: BudgetUnit; readonly byLabel: boolean } | null = null

  constructor(private readonly account: Account) {}

  /** Keeps the unit that a label or a note states. */
  learn(cell: SourceCell, text: string): void {
    const refused = unitRefusal(text)
    if (refused !== null) this.refused = refused
    const unit = statedBudgetUnit(text)
    if (unit === null) return
    this.unit = unit
    this.account.understood(cell)
  }

  /** The unit of an amount: its label's or column's own, the one that the total's label states, the table's, or the one printed behind the total. */
  for(own: BudgetUnit | null): BudgetUnit | null {
    const { ofTotal } = this
    return own ?? (ofTotal?.byLabel ? ofTotal.unit : (this.unit ?? ofTotal?.unit ?? null))
  }

  /** Keeps the unit that the total's label states or its cell prints: its parts go by it. */
  learnTotal(byLabel: BudgetUnit | null, reading: BudgetReading): void {
    const printed = 'own' in reading ? reading.own : null
    const unit = byLabel ?? printed
    if (unit !== null) this.ofTotal = { unit, byLabel: byLabel !== null }
  }

  /** Why an amount is not taken; `null` where it is. */
  refusalOf(name: Money, label: string, text: string): UnitRefusal | null {
    const said = statesForeignCurrency(label)
    if (said && name === 'total') this.refused = 'foreign-currency'
    if (text === '') return null
    if (isForeignAmount(text) || said) return 'foreign-currency'
    return statedBudgetUnit(label) === null && !/元\s*$/.test(text) ? this.refused : null
  }
}
