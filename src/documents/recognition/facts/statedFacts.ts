import type { Account } from './account'
import { type Paragraph, paragraphPlace } from '../documentRows'
import { type StatedAmount, statedAmounts } from './statedAmounts'
import { Leaf, NOT_STATED } from '../traced'

type Text = Leaf

/** A paragraph with the amounts it states. */
export interface Statement {
  readonly paragraph: Paragraph
  readonly amounts: readonly StatedAmount[]
}

/** The paragraphs that state amounts. */
export function statementsOf(paragraphs: readonly Paragraph[]): Statement[] {
  return paragraphs.flatMap((paragraph) => {
    const amounts = statedAmounts(paragraph.text)
    return amounts.length > 0 ? [{ paragraph, amounts }] : []
  })
}

/** The place of the first amount whose words match, from an index on; -1 when there is none. */
export function amountAt({ amounts }: Statement, words: RegExp, from = 0): number {
  return amounts.findIndex(({ label }, index) => index >= from && words.test(label))
}

/** A stated amount in 万元 as printed; one stated in another unit is listed, not turned. */
export function figure(statement: Statement, index: number, account: Account, path: string): Text {
  const amount = statement.amounts[index]
  if (!amount) return NOT_STATED
  if (amount.unit !== '万元') {
    account.issue('fact-in-another-unit', paragraphPlace(statement.paragraph), path)
    return NOT_STATED
  }
  return new Leaf(amount.figure, paragraphPlace(statement.paragraph))
}

/** The words after 主要是/主要为 up to the end of the sentence, the reason of a change; `null` when none is given. */
export function reasonIn(text: string, ends: RegExp): string | null {
  const found = /主要(?:原因)?(?:是|为)(?:因为|由于)?[，：]?/.exec(text)
  if (!found) return null
  const rest = text.slice(found.index + found[0].length)
  const end = rest.search(ends)
  const reason = (end < 0 ? rest : rest.slice(0, end)).trim()
  return reason === '' ? null : reason
}
