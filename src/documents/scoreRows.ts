import { Decimal } from '@/domain/number/decimal'
import {
  auditExecution,
  auditIndicator,
  refused,
  type AuditedRow,
  type RowField,
  type RowOutcome,
  type RowRefusal,
  type ScoreFileFault,
} from '@/domain/scoring/auditRow'
import { DEFAULT_SCHEME, schemeNamed, type Scheme } from '@/domain/scoring/scheme'
import { readPoints } from '@/domain/scoring/weights'
import { readJsonText } from './jsonText'
import { isRow } from './plan/planShape'

/** A score file read and scored row by row, or why it cannot be read at all. */
export type ScoredFile =
  | { readonly kind: 'rows'; readonly rows: readonly AuditedRow[] }
  | { readonly kind: 'fault'; readonly fault: ScoreFileFault }

/**
 * Scores an auditor's file: a JSON array of `{ target, actual, weight }` or `{ budget, spent, weight }`, texts or numbers, `scheme`
 * (a document number) where it is not 财预〔2020〕10号, `year` where a date needs it: a year alone chooses no scheme (domain.md §7). Rows keep their order; one that cannot be scored says why and holds up no other. A number that JSON would round is refused, not rounded.
 */
export function scoreFile(text: string): ScoredFile {
  const plain = text.replace(/^\uFEFF/, '')
  const json = readJsonText(plain)
  if (json.kind === 'fault') {
    const { line, column, character } = json
    return { kind: 'fault', fault: { kind: 'not-json', line, column, character } }
  }
  if (!Array.isArray(json.value)) return { kind: 'fault', fault: { kind: 'not-an-array' } }
  const inexact = inexactNumber(plain)
  if (inexact) return { kind: 'fault', fault: inexact }
  const repeated = new Map(json.repeated.map(([row, field]) => [row, String(field)]))
  const rows = json.value.map((given: unknown, index): AuditedRow => {
    const field = repeated.get(index)
    return {
      given,
      outcome: field === undefined ? scoreRow(given) : refused({ kind: 'repeated', field }),
    }
  })
  return { kind: 'rows', rows }
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** The first number of a valid JSON text that would not survive being read as a JSON number. */
function inexactNumber(text: string): ScoreFileFault | null {
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token.startsWith('"')) continue
    const read = Number(token)
    if (Number.isFinite(read) && new Decimal(token).eq(new Decimal(String(read)))) continue
    return { kind: 'inexact-number', text: token, line: text.slice(0, index).split('\n').length }
  }
  return null
}

type Cell = { readonly text: string } | { readonly why: RowRefusal }

/** A cell as text: numbers in plain figures; absent, `null` and blank are missing, never 0. */
function cell(row: Readonly<Record<string, unknown>>, field: RowField): Cell {
  const value = row[field]
  if (typeof value === 'number') return { text: new Decimal(String(value)).toFixed() }
  if (value === undefined || value === null) return { why: { kind: 'missing', field } }
  if (typeof value !== 'string') return { why: { kind: 'wrong-type', field } }
  return value.trim() === '' ? { why: { kind: 'missing', field } } : { text: value }
}

function scoreRow(row: unknown): RowOutcome {
  if (!isRow(row)) return refused({ kind: 'not-a-row' })
  const indicator = 'target' in row || 'actual' in row
  const execution = 'budget' in row || 'spent' in row
  if (indicator && execution) return refused({ kind: 'both' })
  if (!indicator && !execution) return refused({ kind: 'neither' })
  const [wanted, given] = indicator ? (['target', 'actual'] as const) : (['budget', 'spent'] as const)
  const first = cell(row, wanted)
  if ('why' in first) return refused(first.why)
  const second = cell(row, given)
  if ('why' in second) {
    return refused(second.why.kind === 'missing' ? { kind: 'unreported', field: given } : second.why)
  }
  const rule = ruleOf(row)
  if ('why' in rule) return refused(rule.why)
  const outcome = indicator
    ? auditIndicator(first.text, second.text, rule.year, rule)
    : auditExecution(first.text, second.text, rule)
  return outcome.kind === 'scored' && rule.scheme !== DEFAULT_SCHEME
    ? { ...outcome, notes: [...outcome.notes, { kind: 'other-scheme', scheme: rule.scheme }] }
    : outcome
}

function ruleOf(
  row: Readonly<Record<string, unknown>>,
): { weight: Decimal; scheme: Scheme; year: number | null } | { why: RowRefusal } {
  const typed = cell(row, 'weight')
  if ('why' in typed) return typed
  const weight = readPoints(typed.text)
  if (!weight) return { why: { kind: 'not-a-weight', text: typed.text } }
  const chosen = cell(row, 'scheme')
  if ('why' in chosen && chosen.why.kind !== 'missing') return chosen
  const scheme = 'text' in chosen ? schemeNamed(chosen.text) : DEFAULT_SCHEME
  if (!scheme) return { why: { kind: 'not-a-scheme', text: 'text' in chosen ? chosen.text : '' } }
  const named = cell(row, 'year')
  if ('why' in named) return named.why.kind === 'missing' ? { weight, scheme, year: null } : named
  const digits = /^(20\d{2})年?$/.exec(named.text.trim())?.[1]
  if (digits === undefined) return { why: { kind: 'not-a-year', text: named.text } }
  return { weight, scheme, year: Number(digits) }
}
