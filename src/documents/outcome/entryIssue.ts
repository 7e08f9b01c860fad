import type { Band } from '@/domain/status/attainment'
import type { SubjectLevel } from '@/domain/ledger/subject'

/** What is wrong with a stored entry, or with the file it stands in, by kind; the words are made elsewhere. */
export type EntryFault =
  | { readonly kind: 'not-json'; readonly line: number; readonly column: number }
  | { readonly kind: 'wrong-schema-version'; readonly supported: number; readonly newer: boolean }
  | {
      readonly kind: 'unknown-kind' | 'missing' | 'unknown-cell' | 'repeated-cell' | 'blank' | 'not-a-choice'
    }
  | {
      readonly kind: 'wrong-type'
      readonly expected: 'text' | 'number' | 'true-or-false' | 'list' | 'object'
    }
  | { readonly kind: 'not-an-id' | 'not-a-day' | 'not-a-moment' | 'not-a-month' | 'not-a-fingerprint' }
  | { readonly kind: 'not-an-amount' | 'not-a-number' | 'not-a-size' | 'out-of-range' }
  | { readonly kind: 'outside-band'; readonly band: Band }
  | { readonly kind: 'wrong-subject'; readonly allowed: readonly SubjectLevel[] }
  | { readonly kind: 'demo-plan' | 'real-plan' | 'not-a-demo-file' }
  | { readonly kind: 'foreign-plan'; readonly expected: string }
  | { readonly kind: 'duplicate-id'; readonly first: number }

/** One thing wrong with a stored entry: the cell by path (`value.percent`), what is written there (`null`: nothing), and why it is refused. */
export type EntryIssue = EntryFault & { readonly path: string; readonly found: string | null }
