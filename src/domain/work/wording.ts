import type { Wording } from '../ledger/entry'
import { effectiveEntries, type Slice, type Standpoint } from '../ledger/ledger'

/** A run of words in a comparison of two texts. */
export interface Run {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** A paragraph as it stands: generated, rewritten, or rewritten over words that would now be generated differently. */
export type Worded =
  | { readonly kind: 'generated'; readonly text: string }
  | { readonly kind: 'rewritten'; readonly text: string; readonly wording: Wording }
  | {
      readonly kind: 'outdated'
      readonly text: string
      readonly wording: Wording
      readonly generated: string
      readonly runs: readonly Run[]
    }

/** The rewordings that stand about a report, by paragraph; the last one of each wins. */
export function wordingsOf(slice: Slice, standpoint: Standpoint): ReadonlyMap<string, Wording> {
  const found = new Map<string, Wording>()
  for (const entry of effectiveEntries(slice, standpoint))
    if (entry.kind === 'wording') found.set(entry.paragraph, entry)
  return found
}

/** What a paragraph says: generating anew never overwrites what somebody wrote, it shows what has changed since. */
export function worded(generated: string, wording: Wording | null): Worded {
  if (!wording || wording.text === '') return { kind: 'generated', text: generated }
  if (wording.generated === generated) return { kind: 'rewritten', text: wording.text, wording }
  return {
    kind: 'outdated',
    text: wording.text,
    wording,
    generated,
    runs: difference(wording.generated, generated),
  }
}

const TOKEN = /[+\-−]?\d[\d,]*(?:\.\d+)?%?|[A-Za-z]+|[\s\S]/gu
const LONGEST = 1_500

/** How one text became another, figures and words whole, characters one by one; very long texts are compared as wholes. */
export function difference(before: string, after: string): Run[] {
  const a = before.match(TOKEN) ?? []
  const b = after.match(TOKEN) ?? []
  if (a.length > LONGEST || b.length > LONGEST) {
    return before === after
      ? runs([['same', after]])
      : runs([
          ['gone', before],
          ['new', after],
        ])
  }
  const lengths = commonLengths(a, b)
  const steps: [Run['kind'], string][] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [own, other] = [a[i], b[j]]
    if (own !== undefined && own === other) {
      steps.push(['same', own])
      i += 1
      j += 1
    } else if (
      own !== undefined &&
      (other === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      steps.push(['gone', own])
      i += 1
    } else if (other !== undefined) {
      steps.push(['new', other])
      j += 1
    }
  }
  return runs(steps)
}

function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i]
      const below = lengths[i + 1]
      if (!row || !below) continue
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return lengths
}

function runs(steps: readonly (readonly [Run['kind'], string])[]): Run[] {
  const joined: { kind: Run['kind']; text: string }[] = []
  for (const [kind, text] of steps) {
    if (text === '') continue
    const last = joined.at(-1)
    if (last?.kind === kind) last.text += text
    else joined.push({ kind, text })
  }
  return joined
}
