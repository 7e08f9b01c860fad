import type { Decimal } from '@/domain/number/decimal'

type Kind = 'longer-term-left' | 'other-year-left' | 'label-left'

/** A total that has parts: how they are named where it is not the year's, and the amount it comes to, where that may be the year's all the same. */
export interface BudgetBlock {
  readonly kind: Kind | null
  readonly amount: Decimal | null
}

/** The totals of a table by the columns of their labels: the parts below or behind one are its own, those of another total than the year's are left out with it. */
export class BudgetBlocks {
  private readonly blocks = new Map<number, BudgetBlock>()

  /** A total begins at a column: the year's (`null`), or one that is left out. */
  begin(column: number, kind: Kind | null, amount: Decimal | null = null): void {
    this.blocks.set(column, { kind, amount })
  }

  /** The total that the parts at a column belong to: the nearest at or before it; `null` where none is. */
  at(column: number): BudgetBlock | null {
    const begun = [...this.blocks.keys()].filter((one) => one <= column)
    return begun.length === 0 ? null : (this.blocks.get(Math.max(...begun)) ?? null)
  }
}
