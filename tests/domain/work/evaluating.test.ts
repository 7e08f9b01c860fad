import { describe, expect, it } from 'vitest'
import type { Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import type { Role } from '@/domain/ledger/role'
import { HEBEI } from '@/domain/plan/preset'
import { decide } from '@/domain/work/decide'
import { saysSomething } from '@/domain/work/reason'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { day, DECEMBER } from '../build'
import { signOff } from '../scoring/sheets'

function judged(draft: Draft, entries: readonly Entry[] = [], role: Role = 'evaluator'): string {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  const situation = { ledger, plan: SIX_PLAN, preset: HEBEI, today: day('2021-02-01') }
  return decide([draft], { id: null, name: '陈评', role }, situation)?.kind ?? 'allowed'
}

describe('a reason that says something', () => {
  it.each([
    ['佐证不全', true],
    ['未完成', true],
    ['no evidence', true],
    ['扣', false],
    ['扣分', false],
    ['啊啊啊啊', false],
    ['123456', false],
    ['。。。。', false],
    ['  \n ', false],
    ['', false],
  ])('%j: %s', (text, says) => {
    expect(saysSomething(text)).toBe(says)
  })
})

describe('the scheme of a plan', () => {
  const choosing = (over: { scheme?: string; document?: string; reason?: string }): Draft => ({
    kind: 'scheme',
    subject: PLAN_ID,
    effectiveOn: DECEMBER,
    scheme: '2021-101',
    document: '县财〔2022〕5号',
    reason: '县里统一采用',
    ...over,
  })
  it.each<[string, Draft, Entry[], Role, string]>([
    ['by an evaluator', choosing({}), [], 'evaluator', 'allowed'],
    ['by its document number', choosing({ scheme: '财预〔2021〕101号' }), [], 'evaluator', 'allowed'],
    ['by a leader', choosing({}), [], 'leader', 'role'],
    ['one that is not known', choosing({ scheme: '2031-7' }), [], 'evaluator', 'unknown-scheme'],
    ['without a document number', choosing({ document: ' ' }), [], 'evaluator', 'no-document'],
    ['with a reason that says nothing', choosing({ reason: '换' }), [], 'evaluator', 'thin-reason'],
    ['over a signed sheet', choosing({}), [signOff(`${PLAN_ID}/3`)], 'evaluator', 'signed-project'],
  ])('%s', (_, draft, entries, role, expected) => {
    expect(judged(draft, entries, role)).toBe(expected)
  })
})
