import { parseDecimal } from '@/domain/number/decimal'
import type { RecognitionIssue, SourcePlace } from '../../outcome/recognitionIssue'
import type { ProjectTable } from '../projectTable'
import { readBudgetCell } from './budgetCell'

const LARGE_WAN = 100_000

/**
 * What is to be said of amounts whose table states no unit: one line for all that go by a unit stated further above, one for all read as 万元 because none is
 * stated, and that line doubts it where an amount would be 10 亿元 or more or other tables of the document count in another unit (D).
 */
export function unitIssues(tables: readonly ProjectTable[]): RecognitionIssue[] {
  const carried = new Map<string, { readonly from: SourcePlace; readonly more: SourcePlace[] }>()
  const plain: SourcePlace[] = []
  const doubtful: SourcePlace[] = []
  const others = tables.some(
    ({ budget: { units } }) => (units.unit ?? units.carried?.unit ?? '万元') !== '万元',
  )
  for (const {
    budget: { units },
  } of tables) {
    if (units.carried === null) {
      const large = units.unsaid.some(({ text }) => isLarge(text))
      for (const place of units.unsaid) (large || others ? doubtful : plain).push(place)
    } else if (units.unsaid.length > 0) {
      const { from } = units.carried
      const key = JSON.stringify(from)
      const line = carried.get(key) ?? { from, more: [] }
      line.more.push(...units.unsaid)
      carried.set(key, line)
    }
  }
  return [
    ...[...carried.values()].map((line) => ({ kind: 'unit-carried' as const, path: null, ...line })),
    ...line('unit-doubtful', doubtful),
    ...line('unit-not-stated', plain),
  ]
}

function line(kind: 'unit-doubtful' | 'unit-not-stated', places: readonly SourcePlace[]): RecognitionIssue[] {
  const [from, ...more] = places
  return from ? [{ kind, path: null, from, ...(more.length > 0 ? { more } : {}) }] : []
}

function isLarge(text: string): boolean {
  const reading = readBudgetCell(text, '万元')
  return reading.kind === 'printed' && parseDecimal(reading.text)?.gte(LARGE_WAN) === true
}
