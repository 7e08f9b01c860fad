import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { compareProjects } from '@/domain/status/compare'
import { roundIn } from '@/domain/work/round'
import { submissionText } from '@/format/board/submissionText'
import { DECEMBER, explain, JUNE, OCTOBER, pay, step } from '../../domain/build'
import { boardOf, PUBLISHED } from '../board'

const P = `${PUBLISHED.id}/5`
const late = pay(P, '2020-10-01', '215.6')

function submitted(
  entries: readonly Entry[],
  [before, now] = [JUNE, OCTOBER],
  earlier: readonly Entry[] = [],
) {
  const all = [late, ...entries, ...earlier, step('submit', P, now)]
  const [then, own] = [boardOf(all, before).projects[4], boardOf(all, now).projects[4]]
  if (!then || !own) throw new Error('there is no fifth project')
  const { ledger } = addEntries(emptyLedger(PUBLISHED.id), all)
  return submissionText(compareProjects(then, own), roundIn(ledger, P, now), null, '王芳', 'wan', [
    roundIn(ledger, P, before),
  ])
}

describe('what the drawer says of late spending', () => {
  it('has category, reason, next step, owner and day', () => {
    const { why, heed } = submitted([explain(P, OCTOBER, { by: DECEMBER, who: '李会计' })])
    expect(why).toMatchObject({
      reason: '经费保障：申报材料不全',
      next: expect.stringContaining('集中拨付') as string,
      who: '李会计',
      by: '12月底',
    })
    expect(heed.join('')).not.toContain('原因')
  })

  it('marks a reason of an earlier checkpoint as such, and that nobody said more', () => {
    const { why, heed } = submitted([explain(P, OCTOBER)], [OCTOBER, DECEMBER])
    expect(why?.reason).toBe('经费保障：申报材料不全（10月底说明）')
    expect(heed).toContain('支出原因是以前所述，12月底没有再说明')
  })

  it('says which earlier checkpoint is sent back, and that an acceptance closes it', () => {
    const steps = [step('submit', P, OCTOBER), step('return', P, OCTOBER)]
    const { heed } = submitted([], [OCTOBER, DECEMBER], steps)
    expect(heed[0]).toBe('10月底已退回，尚未补正；通过12月底后，随12月底关闭，不再补正')
  })

  it('says which earlier checkpoint still waits, and that an acceptance passes it too', () => {
    const { heed } = submitted([], [OCTOBER, DECEMBER], [step('submit', P, OCTOBER)])
    expect(heed[0]).toBe('10月底待审核；通过12月底后，随12月底通过并关闭')
  })

  it('says nothing of an earlier checkpoint that nobody submitted', () => {
    expect(submitted([], [OCTOBER, DECEMBER]).heed.join()).not.toContain('随12月底')
  })

  it('says that nobody said why', () => {
    expect(submitted([]).heed).toContain('支出进度没有说明原因')
  })
})
