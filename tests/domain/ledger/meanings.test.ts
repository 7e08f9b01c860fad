import { describe, expect, it } from 'vitest'
import { countingSlice } from '@/domain/ledger/aside'
import type { EntryId, Moment } from '@/domain/ledger/entry'
import {
  effectiveEntries,
  emptyLedger,
  type CountingSlice,
  type EffectiveSlice,
  type StandingSlice,
} from '@/domain/ledger/ledger'
import { standingEntries } from '@/domain/ledger/standingEntries'
import type { IndicatorId, ProjectId } from '@/domain/plan/plan'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { submissionOf } from '@/domain/work/submission'
import { PLAN_ID, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { JUNE } from '../build'

const PROJECT = SIX_PROJECTS[2]!
const standpoint = { asOf: JUNE, knownAt: null }
const counting: CountingSlice = countingSlice(emptyLedger(PLAN_ID), PROJECT.id)
const standing: StandingSlice = standingEntries(counting, null)
const effective: EffectiveSlice = effectiveEntries(counting, standpoint)

describe('what is not meant does not compile (vue-tsc reads this file)', () => {
  it('the three readings of a slice', () => {
    const status = projectStatus(PROJECT, counting, standpoint, HEBEI)
    // @ts-expect-error -- a status is folded from what counts, not from what stands
    projectStatus(PROJECT, standing, standpoint, HEBEI)
    // @ts-expect-error -- nor from what has happened by one day
    projectStatus(PROJECT, effective, standpoint, HEBEI)
    // @ts-expect-error -- what is handed over is what has happened by the checkpoint
    submissionOf(status, counting)
    // @ts-expect-error -- and not what stands
    submissionOf(status, standing)
    // @ts-expect-error -- what stands is not what counts
    const wrong: CountingSlice = standing
    // @ts-expect-error -- what has happened is not what stands
    const other: StandingSlice = effective
    expect([wrong, other, submissionOf(status, effective).filled]).toEqual([[], [], 0])
  })

  it('ids of a project, an indicator and an entry, and moments', () => {
    const project: ProjectId = PROJECT.id
    const indicator: IndicatorId = PROJECT.indicators[0]!.id
    const entry: EntryId = '01900000-0000-7000-8000-000000000001'
    const moment: Moment = '2020-01-01T00:00:00.000Z'
    // @ts-expect-error -- an indicator is no project
    const a: ProjectId = indicator
    // @ts-expect-error -- a project is no indicator
    const b: IndicatorId = project
    // @ts-expect-error -- an entry is no project
    const c: ProjectId = entry
    // @ts-expect-error -- a moment is no entry
    const d: EntryId = moment
    // @ts-expect-error -- an entry is no moment
    const e: Moment = entry
    expect([a, b, c, d, e]).toHaveLength(5)
  })
})
