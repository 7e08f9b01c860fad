import { expect, it } from 'vitest'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { newsSince } from '@/domain/work/since'
import { newsText } from '@/format/board/sinceText'
import { PLAN_ID, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { actual, band, DECEMBER, JUNE, MARCH, split } from '../../domain/build'

it('names the part of a split indicator, whatever its value is', () => {
  const project = SIX_PROJECTS[1]!
  const id = `${project.id}/1`
  const entries = [
    split(id, '2020-01-01', [{ name: '参保率' }, { name: '救助水平' }]),
    actual(id, MARCH, '88%', { measure: 'm1' }),
    actual(id, JUNE, '90%', { measure: 'm1' }),
    { ...band(id, JUNE, 'partly', 70), measure: 'm2' },
  ]
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  const standpoint = { asOf: DECEMBER, knownAt: null }
  const status = projectStatus(project, sliceOf(ledger, project.id), standpoint, HEBEI)
  const [own] = newsText(newsSince([status], ledger, '2000-01-01T00:00:00.000Z', standpoint), ledger, 'wan')
  const name = project.indicators[0]?.level3 ?? ''
  expect(own?.lines.map(({ what }) => what)).toEqual([
    `${name} · 救助水平 首次填报 部分达成并具有一定效果 70%`,
    `${name} · 参保率 88% → 90%`,
    `${name} · 参保率 首次填报 88%`,
    `${name} 指标拆分：参保率；救助水平`,
  ])
})
