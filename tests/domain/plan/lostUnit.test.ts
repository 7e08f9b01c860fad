import { describe, expect, it } from 'vitest'
import { countingSlice } from '@/domain/ledger/aside'
import type { Entry } from '@/domain/ledger/entry'
import { askedOf } from '@/domain/ledger/incomingQuestions'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { checkDraft } from '@/domain/desk/checks'
import { projectDesk } from '@/domain/desk/projectDesk'
import { lostUnit } from '@/domain/plan/adjustment'
import { planDifference } from '@/domain/plan/planDifference'
import { HEBEI } from '@/domain/plan/preset'
import { parseTarget } from '@/domain/plan/target'
import { projectStatus } from '@/domain/status/projectStatus'
import { unitText } from '@/format/figures'
import { planDifferenceText } from '@/format/published/planDifferenceText'
import { unitQuestion } from '@/views/entry/adjustText'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { PUBLISHED } from '../../format/board'
import { DECEMBER, JUNE, OCTOBER, retarget } from '../build'
import { projectWith } from '../scoring/sheets'

describe('a new 指标值 without the unit of the one before (domain.md §5)', () => {
  it.each([
    ['≥95百分比', '≥90', '%'],
    ['≥95百分比', '90', '%'],
    ['≥95%', '90-95', '%'],
    ['90-95%', '≤90', '%'],
    ['≥1年', '≥2', '年'],
    ['≤7个工作日', '7以内', '个工作日'],
    ['≥95百分比', '≥90％', null],
    ['≥95百分比', '≥90人', null],
    ['≥95百分比', '验收合格', null],
    ['≥95百分比', '12月底前完成', null],
    ['≥95', '≥90', null],
    ['验收合格', '≥90', null],
  ])('%s → %s loses %s', (before, after, unit) => {
    const lost = lostUnit(parseTarget(before), parseTarget(after))
    expect(lost && unitText(lost)).toBe(unit)
  })
})

const PROJECT = projectWith(['≥95百分比', '≥95百分比'])
const P = PROJECT.id
const PLAN = { ...PUBLISHED, projects: [PROJECT] }
const CHANGES = [
  retarget(`${P}/1`, JUNE, '≥90%'),
  retarget(`${P}/1`, OCTOBER, '≥85'),
  retarget(`${P}/2`, OCTOBER, '≥85%'),
]

describe('is asked about at every door', () => {
  it('in the form: the same unit, or none indeed', () => {
    expect(unitQuestion(parseTarget('≥95百分比'), '≥90')).toEqual({
      sentence: '原指标值 ≥95% 有单位，新的没有写。单位是否相同？',
      same: '≥90%',
      bare: '≥90',
    })
    expect(unitQuestion(parseTarget('≥95百分比'), '≥90%')).toBeNull()
  })

  it('in a file that is merged', () => {
    const ours = emptyLedger(PLAN_ID)
    const { ledger } = addEntries(ours, CHANGES)
    expect(
      askedOf(PLAN, ours, ledger, CHANGES, HEBEI).map(({ entry, questions }) => [
        (entry as Extract<Entry, { kind: 'target-change' }>).change,
        questions.map(({ kind }) => kind),
      ]),
    ).toEqual([[{ kind: 'target', text: '≥85' }, ['lost-unit']]])
    expect(
      projectStatus(PROJECT, countingSlice(ledger, P), { asOf: DECEMBER, knownAt: null }, HEBEI).indicators[0]
        ?.target.text,
    ).toBe('≥85')
  })

  it('in 录入, once, at the checkpoint from which it holds', () => {
    const { ledger } = addEntries(emptyLedger(PLAN_ID), CHANGES)
    const found = checkDraft(projectDesk(PROJECT, 2020, ledger, null, HEBEI, null), [], 'wan')
    expect(
      found.filter(({ kind }) => kind === 'lost-unit').map(({ subject, cells }) => [subject, cells[0]?.day]),
    ).toEqual([[`${P}/1`, OCTOBER]])
  })

  it('in a corrected document', () => {
    const later = {
      ...PLAN,
      projects: [
        {
          ...PROJECT,
          indicators: PROJECT.indicators.map((own, at) =>
            at === 0 ? { ...own, target: parseTarget('≥90') } : own,
          ),
        },
      ],
    }
    expect(planDifferenceText(planDifference(PLAN, later), PLAN, later, {})[0]?.doubt).toBe(
      '指标值改后没有写单位（原为 %）：请核对原文是否漏写',
    )
  })
})
