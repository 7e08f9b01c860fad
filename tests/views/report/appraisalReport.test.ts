import { describe, expect, it } from 'vitest'
import type { Appraisal, Entry } from '@/domain/ledger/entry'
import { appraised } from '@/domain/papers/appraisal'
import { EVALUATION_FRAME } from '@/domain/papers/evaluationFrame'
import { appraisalReport } from '@/views/report/appraisalReport'
import { dec, pay } from '../../domain/build'
import { laidOut, paperOf, reportedAll, written } from '../../domain/scoring/sheets'
import { PUBLISHED } from '../../format/board'

const project = laidOut([
  ['产出指标', '数量指标', '≥90%'],
  ['产出指标', '质量指标', '≥90%'],
  ['效果指标', '社会效益指标', '≥90%'],
  ['满意度指标', '服务对象满意度指标', '≥90%'],
])
const STARTED = EVALUATION_FRAME.filter(({ part }) => part === 'output' || part === 'benefit')
const scored = (rows: typeof EVALUATION_FRAME): Appraisal => ({
  ...written(project.id, { author: '陈评' }),
  kind: 'appraisal',
  rows: rows.map(({ id }) => ({ row: id, points: dec(1), basis: '查阅验收记录' })),
  seen: [],
})

function reportOf(said: readonly Appraisal[], entries: readonly Entry[] = reportedAll(project)): string {
  const paper = paperOf(entries, project)
  const own = appraised(paper.sheet, { rows: EVALUATION_FRAME, set: null }, said)
  return appraisalReport(PUBLISHED, paper, own)
    .flatMap(({ paragraphs }) => paragraphs.map(({ phrase }) => phrase.map(({ text }) => text).join('')))
    .join('\n')
}

describe('绩效评价报告 says what was done (domain.md §12)', () => {
  const OWN = EVALUATION_FRAME.filter(({ part }) => part === 'decision')
  it.each([
    ['nobody scored', [], '产出、效益直接取项目自评得分率，未经评价人员核定。'],
    ['决策 alone', [scored(OWN)], '产出、效益直接取项目自评得分率，未经评价人员核定。'],
    [
      'one row',
      [scored(STARTED.slice(0, 1))],
      `产出、效益中${STARTED[0]?.name}经评价人员核定，其余直接取项目自评得分率，未经评价人员核定。`,
    ],
    ['every row', [scored(STARTED)], '产出、效益从项目自评得分率起算，经评价人员核定。'],
  ])('%s', (_, said, words) => {
    expect(reportOf(said)).toContain(words)
  })

  it('says no more of a source than it has, and since when the spending stands', () => {
    const over = reportOf([], [...reportedAll(project), pay(project.id, '2020-12-31', '1')])
    expect(over).not.toContain('执行数中')
    expect(over).toContain('没有说明超出部分的资金来源，执行数未按来源列入')
    const june = reportOf([], [pay(project.id, '2020-06-30', '100')])
    expect(june).toContain('（全年执行数为截至6月30日填报数）')
  })
})
