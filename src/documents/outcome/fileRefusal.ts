import type { EntryIssue } from './entryIssue'

/** Which files of ours there are: a hand-over between machines, a backup of one browser, an old export of a ledger. */
export type OwnFile = 'handover' | 'backup' | 'ledger'

/** Why a file was not taken, as a kind with its place; nothing of it has been applied (domain.md §10). */
export type FileRefusal =
  | { readonly kind: 'too-large'; readonly size: number; readonly limit: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'not-json'; readonly line: number; readonly column: number; readonly ends: boolean }
  | { readonly kind: 'too-deep'; readonly line: number; readonly column: number }
  | { readonly kind: 'damaged-archive' }
  | { readonly kind: 'repeated'; readonly path: string }
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'other-kind'; readonly found: OwnFile; readonly wanted: OwnFile }
  | { readonly kind: 'newer'; readonly schema: number }
  | { readonly kind: 'cells'; readonly issues: readonly EntryIssue[] }
  | { readonly kind: 'checksum' }
  | { readonly kind: 'other-plan'; readonly plan: string; readonly named: string }
  | { readonly kind: 'demo' }
  | { readonly kind: 'entries'; readonly issues: readonly EntryIssue[]; readonly count: number }
  | { readonly kind: 'differing'; readonly ids: readonly string[] }
