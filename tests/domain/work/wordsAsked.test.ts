import { describe, expect, it } from 'vitest'
import { decodeEntry } from '@/documents/entries/entryCodec'
import type { Draft } from '@/domain/ledger/draft'
import type { EntryKind } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import type { Role } from '@/domain/ledger/role'
import { HEBEI } from '@/domain/plan/preset'
import { decide } from '@/domain/work/decide'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { STORED } from '../../fixtures/storedEntries'
import { day, JUNE, lock, step } from '../build'

type Kind = Exclude<EntryKind, 'zero-spending'>

/** Who writes a kind, and what it is refused for while its words (reason, note, text) are blank; `null`: its words may be. */
const ASKED: Readonly<Record<Kind, readonly [Role, string | null]>> = {
  payment: ['manager', null],
  'spending-total': ['manager', null],
  'spending-estimate': ['manager', null],
  'spending-reason': ['manager', 'no-reason'],
  'spending-by-source': ['manager', null],
  'indicator-actual': ['manager', null],
  measures: ['manager', null],
  'budget-adjustment': ['leader', 'no-reason'],
  'target-change': ['leader', 'no-reason'],
  weights: ['evaluator', null],
  'score-adjustment': ['evaluator', 'thin-reason'],
  scheme: ['evaluator', 'thin-reason'],
  'sign-off': ['evaluator', null],
  reopen: ['evaluator', 'no-reason'],
  're-evaluation': ['evaluator', null],
  appraisal: ['evaluator', null],
  'appraisal-frame': ['evaluator', 'thin-reason'],
  summary: ['manager', 'no-note'],
  'goal-progress': ['leader', null],
  submit: ['manager', null],
  return: ['leader', 'no-note'],
  accept: ['leader', null],
  lock: ['leader', 'no-reason'],
  unlock: ['leader', 'no-reason'],
  rectification: ['leader', 'no-note'],
  'rectification-result': ['manager', 'no-note'],
  settlement: ['manager', 'no-reason'],
  comment: ['leader', 'no-note'],
  wording: ['manager', null],
  check: ['leader', 'no-reason'],
  void: ['manager', 'no-reason'],
  'project-manager': ['admin', null],
}

const ABOUT_WORDS = new Set(['no-reason', 'no-note', 'thin-reason'])

describe('an act that others are to read and follow is not written without its words (domain.md §6)', () => {
  it.each(Object.keys(ASKED) as Kind[])('%s', (kind) => {
    const [role, asked] = ASKED[kind]
    const stored = decodeEntry(STORED[kind]).entry
    if (!stored) throw new Error(`the stored ${kind} cannot be read`)
    const there = { return: [step('submit', `${PLAN_ID}/3`, JUNE)], unlock: [lock(JUNE)] }
    const { ledger } = addEntries(
      emptyLedger(PLAN_ID),
      kind === 'return' || kind === 'unlock' ? there[kind] : [],
    )
    const today = day('2021-02-01')
    for (const blank of ['', ' \u3000']) {
      const said = Object.fromEntries(
        ['reason', 'note', 'text'].flatMap((cell) => (cell in stored ? [[cell, blank]] : [])),
      )
      const draft = { ...stored, effectiveOn: JUNE, ...said } as Draft
      const refusal = decide(
        [draft],
        { id: null, name: '张三', role },
        { ledger, plan: SIX_PLAN, preset: HEBEI, today },
      )
      const found = refusal?.kind ?? null
      expect(found !== null && ABOUT_WORDS.has(found) ? found : null).toBe(asked)
    }
  })
})
