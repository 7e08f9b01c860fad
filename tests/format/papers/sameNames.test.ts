import { describe, expect, it } from 'vitest'
import { departmentSheet } from '@/domain/papers/departmentSheet'
import { departmentForm } from '@/format/papers/departmentForm'
import { nameAmong, type FormTable } from '@/format/papers/formCells'
import { rectificationForm } from '@/format/papers/rectificationForm'
import { evaluationTables } from '@/format/papers/reportTables'
import { phraseText } from '@/format/phrase'
import { evaluationReport } from '@/views/report/reportText'
import { wholeEvaluationReport } from '@/views/report/wholeReport'
import { pay, rectify } from '../../domain/build'
import { BASIS, paperOf, projectWith, reportedAll } from '../../domain/scoring/sheets'
import { projectOf } from '../../fixtures/sixProjects'
import { PUBLISHED } from '../board'

const one = projectWith()
const namedLike = (name: string) =>
  projectOf(2, name, '100', { '03': null, '06': '60', '10': '80', '12': '100' }, ['≥90%', '≥90%'])
const texts = ({ rows }: FormTable) => rows.flat().map(({ text }) => text)

/** What every paper that names several projects calls the two, each with something wrong. */
function namesOn(second: string): Readonly<Record<string, string>> {
  const two = namedLike(second)
  const plan = { ...PUBLISHED, projects: [one, two] }
  const [first, ...rest] = reportedAll(one)
  const papers = [
    paperOf([{ ...first!, ...pay(one.id, '2020-12-31', '80') }, ...rest], one),
    paperOf([pay(two.id, '2020-12-31', '90')], two),
  ]
  const sheets = papers.map(({ sheet }) => sheet)
  const asked = rectify('rectification', two.id, '2020-12-31', '补报', { author: '周局长' })
  const own = [
    { asked, answer: null, source: 'self-evaluation' as const, status: null, manager: null } as never,
  ]
  const report = wholeEvaluationReport(plan, evaluationReport(plan.id, sheets, 'wan'), papers)
  return {
    整改清单: texts(rectificationForm(plan, papers, [{ id: two.id, name: two.name, own }])).join('\n'),
    自评报告: report
      .flatMap(({ paragraphs }) => paragraphs.map(({ phrase }) => phraseText(phrase)))
      .join('\n'),
    附表1: texts(evaluationTables(papers)[0]!).join('\n'),
    部门整体: texts(departmentForm(departmentSheet(plan, sheets, [], BASIS.scheme), papers)).join('\n'),
  }
}

describe('projects of one name (domain.md §1)', () => {
  it('are told apart by their number on every paper that names several', () => {
    for (const [paper, words] of Object.entries(namesOn(one.name)))
      expect(words, paper).toMatch(/2\.甲(?!\d)/)
    const words = namesOn(one.name)
    expect(words['整改清单']).toMatch(/^1\.甲：预算执行率 80\.00%/m)
    expect(words['整改清单']).not.toMatch(/^甲：/m)
    expect(words['自评报告']).toMatch(/第 1 名 1\.甲 /)
    expect(words['自评报告']).not.toMatch(/^甲/m)
  })
  it('keep the bare name where it stands once', () => {
    for (const [paper, words] of Object.entries(namesOn('乙')))
      expect(words, paper).not.toMatch(/[12]\.[甲乙]/)
  })
  it('are the same also with a space around the name; the place alone is not asked', () => {
    const all = [one, { ...one, position: 2, name: ` ${one.name} ` }, { position: 3, name: '乙' }]
    expect(all.map((own) => nameAmong(own, all))).toEqual(['1.甲', '2. 甲 ', '乙'])
  })
})
