import { describe, expect, it } from 'vitest'
import { DocumentSession, type Found } from '@/workers/documentSession'
import { type FormPlan, formLayout, SIX } from '../documents/reading/formLayout'
import { docxOf } from '../documents/reading/sixTables.docx'
import { wordHtmlOf } from '../documents/reading/sixTables.html'
import { xlsxOf } from '../documents/reading/sixTables.xlsx'
import { realPlan, realText } from '../documents/realPlan'
import { cell, layoutOf } from '../documents/recognition/drawn'
import { SECOND_DEPARTMENT } from '../documents/recognition/secondDepartment'

type Project = FormPlan['projects'][number]

const utf8 = (text: string) => new TextEncoder().encode(text)
const titled = (year: number, projects: readonly Project[]) => [
  { kind: 'paragraph' as const, text: `港城管理区人力资源和社会保障局${year}年部门预算信息公开` },
  ...formLayout({ ...SIX, projects }),
]
const projects = (...places: number[]): Project[] => places.flatMap((place) => SIX.projects[place - 1] ?? [])

async function sitting(files: readonly (readonly [string, Uint8Array | null])[]) {
  const session = new DocumentSession()
  for (const [name, bytes] of files) await session.add(bytes, name)
  return session
}

const names = ({ projects: found }: Found) => found.map(({ name }) => name)
const said = ({ left }: Found) => left.map(({ where, what }) => `${where}：${what}`)

describe('several documents of one sitting', () => {
  it('make one plan: each project under its file, ids through, files without a table with their sentence', async () => {
    const session = await sitting([
      ['甲.docx', await docxOf(titled(2021, projects(1, 2)))],
      ['乙.xlsx', await xlsxOf(formLayout({ ...SIX, projects: projects(3) }))],
      ['打印.pdf', utf8('%PDF-1.7\n')],
      ['丙.html', utf8(wordHtmlOf(formLayout({ ...SIX, projects: projects(4, 5) })))],
      ['太大.docx', null],
      ['通知.html', utf8('<p>关于公开的通知</p><table><tr><td>项目</td><td>收入</td></tr></table>')],
    ])
    const found = session.restate({})
    expect([found.id, found.stands, found.answer]).toEqual(['2021-323002', true, null])
    expect(names(found)).toEqual(projects(1, 2, 3, 4, 5).map(({ name }) => name))
    expect(found.candidates.map(({ file, id }) => `${file} ${id}`)).toEqual([
      '0 2021-323002/1',
      '0 2021-323002/2',
      '1 2021-323002/3',
      '3 2021-323002/4',
      '3 2021-323002/5',
    ])
    expect(found.files.map(({ joined, projects: many }) => [joined, many])).toEqual([
      [true, 2],
      [true, 1],
      [false, 0],
      [true, 2],
      [false, 0],
      [true, 0],
    ])
    expect(found.files.map(({ answer }) => answer)).toEqual([
      null,
      null,
      expect.stringContaining('PDF'),
      null,
      expect.stringContaining('太大'),
      expect.stringContaining('没有找到绩效目标表'),
    ])
    const cells = (plan: {
      projects: { budget: unknown; schedule: unknown; indicators: { target: string }[] }[]
    }) =>
      plan.projects.map(({ budget, schedule, indicators }) => [
        budget,
        schedule,
        indicators.map((i) => i.target),
      ])
    expect(cells(JSON.parse(found.text))).toEqual(cells({ projects: realPlan().projects.slice(0, 5) }))
    expect(new Set(said(found)).size).toBe(said(found).length)
  })

  it('show each value in the table of its own file', async () => {
    const session = await sitting([
      ['甲.docx', await docxOf(titled(2021, projects(1)))],
      ['乙.xlsx', await xlsxOf(formLayout({ ...SIX, projects: projects(3) }))],
    ])
    session.restate({})
    const { name, tables, groups } = session.project(1)
    expect([name, tables[0]?.heading]).toEqual(['办公楼修缮', expect.stringContaining('乙.xlsx')])
    const total = groups[0]?.values.find(({ path }) => path.endsWith('budget.total'))
    const cell = tables[0]?.rows
      .flat()
      .find(({ row, column }) => row === total?.place?.row && column === total.place.column)
    expect([total?.value, cell?.text]).toEqual(['80', '80'])
  })

  it('of another year or department stay apart, said, until they are joined', async () => {
    const session = await sitting([
      ['今年.docx', await docxOf(titled(2021, projects(1, 2)))],
      ['去年.docx', await docxOf(titled(2020, projects(3)))],
      ['农业.docx', await docxOf(layoutOf(SECOND_DEPARTMENT))],
      ['没写年度.docx', await docxOf(formLayout({ ...SIX, projects: projects(4) }))],
    ])
    const found = session.restate({})
    expect(found.id).toBe('2021-323002')
    expect(found.files.map(({ joined, differs }) => [joined, differs])).toEqual([
      [true, []],
      [false, ['year']],
      [false, ['year', 'department']],
      [true, []],
    ])
    expect(names(found)).toEqual(projects(1, 2, 4).map(({ name }) => name))
    expect(said(found)).toContainEqual(expect.stringMatching(/^去年\.docx.*年度.*没有并入/))
    const joined = session.restate({ files: { 1: true } })
    expect(names(joined)).toEqual(projects(1, 2, 3, 4).map(({ name }) => name))
    expect(said(joined)).toContainEqual(expect.stringMatching(/^去年\.docx.*按选择并入/))
    const other = session.restate({ files: { 0: false, 1: true } })
    expect([other.id, names(other)]).toEqual(['2020-323002', projects(3, 4).map(({ name }) => name)])
  })

  describe('whose tables state no department', () => {
    const form = (name: string, head: readonly string[], department?: string) =>
      utf8(
        wordHtmlOf(
          layoutOf([
            ...head.map((paragraph) => ({ paragraph })),
            {
              table: [
                ['项目名称', name, '预算数（万元）', '10'],
                ...(department === undefined ? [] : [['主管部门', department, '', '']]),
                ['年度目标', '办好', '', ''],
                ['一级指标', '二级指标', '三级指标', '指标值'],
                ['产出指标', '数量指标', '件数', '≥1件'],
              ].map((row) => row.map((text) => cell(text))),
            },
          ]),
        ),
      )
    const water = ['示例县水务局2025年部门预算公开']

    it.each<[string, readonly string[], string | undefined]>([
      ['in its title', ['示例县教育局2025年部门预算公开'], undefined],
      ['over its table', ['2025年', '示例县教育局项目支出绩效目标表'], undefined],
      ['behind the number of an annex', ['附件2：示例县教育局2025年度项目支出绩效目标表'], undefined],
      ['in its table', ['2025年度项目支出绩效目标表'], '示例县教育局'],
    ])('are kept apart by another authority %s, until they are joined', async (_, head, department) => {
      const session = await sitting([
        ['水务.html', form('清淤', water, '示例县水务局')],
        ['水务二.html', form('修渠', water)],
        ['教育.html', form('校舍', head, department)],
      ])
      const found = session.restate({})
      expect(names(found)).toEqual(['清淤', '修渠'])
      expect(found.files.map(({ joined, differs }) => [joined, differs])).toEqual([
        [true, []],
        [true, []],
        [false, ['department']],
      ])
      expect(said(found)).toContainEqual(expect.stringMatching(/^教育\.html.*部门.*没有并入/))
      expect(names(session.restate({ files: { 2: true } }))).toEqual(['清淤', '修渠', '校舍'])
    })

    it('none of them at all: the names in their titles still keep them apart', async () => {
      const session = await sitting([
        ['甲.html', form('清淤', water)],
        ['乙.html', form('修渠', ['示例县水务局2025年度项目支出绩效目标表'])],
        ['丙.html', form('校舍', ['示例县教育局2025年度项目支出绩效目标表'])],
      ])
      expect(names(session.restate({}))).toEqual(['清淤', '修渠'])
    })

    it('a unit of the department joins, and is said', async () => {
      const session = await sitting([
        ['局.html', form('清淤', water, '示例县水务局')],
        ['站.html', form('测流', ['示例县水文站2025年度项目支出绩效目标表'])],
        ['没有写.html', form('修渠', ['2025年度项目支出绩效目标表'])],
      ])
      const found = session.restate({})
      expect(names(found)).toEqual(['清淤', '测流', '修渠'])
      expect(said(found)).toContainEqual(expect.stringMatching(/^站\.html.*部门.*并入了这份计划，请核对/))
    })
  })

  it('that print one project differently are asked about, and nothing stands until it is answered', async () => {
    const [office] = projects(3)
    const changed = { ...office, budget: { total: '95', fiscal: '95', other: null } } as Project
    const session = await sitting([
      ['甲.docx', await docxOf(titled(2021, projects(1, 3)))],
      ['乙.docx', await docxOf(formLayout({ ...SIX, projects: [changed, ...projects(4)] }))],
    ])
    const found = session.restate({})
    expect([found.stands, found.repeats.length]).toEqual([false, 1])
    expect(found.repeats[0]).toMatchObject({
      key: 1,
      name: '办公楼修缮',
      same: false,
      answer: null,
      printings: [
        { file: 0, budget: '80' },
        { file: 1, budget: '95' },
      ],
    })
    const cells = found.repeats[0]?.lines.flatMap(({ cells: all }) => all) ?? []
    expect(cells).toContainEqual({ name: '预算数', before: '80', after: '95' })
    const second = session.restate({ repeats: { 1: 1 } })
    expect([second.stands, names(second)]).toEqual([
      true,
      ['社会养老保险基金财政补助', '办公楼修缮', '人员招聘费用'],
    ])
    expect(JSON.parse(second.text).projects[1].budget.total).toBe('95')
    expect(second.candidates.map(({ left }) => left)).toEqual([false, true, false, false])
    const both = session.restate({ repeats: { 1: 'all' } })
    expect([both.stands, both.projects.length]).toEqual([true, 4])
    expect(session.restate({ leftOut: [2] })).toMatchObject({ stands: true, repeats: [] })
  })

  it('that say the same of a project count once, and that is said', async () => {
    const session = await sitting([
      ['甲.docx', await docxOf(titled(2021, projects(1, 2)))],
      ['乙.html', utf8(wordHtmlOf(titled(2021, projects(2, 3))))],
    ])
    const found = session.restate({})
    expect([found.stands, names(found)]).toEqual([true, projects(1, 2, 3).map(({ name }) => name)])
    expect(said(found)).toContainEqual(expect.stringContaining('写的一样，取前面一份'))
  })

  it('take department facts from a text without tables, and keep a lone file as it is', async () => {
    const session = await sitting([
      ['表.docx', await docxOf(formLayout(SIX))],
      [
        '公开.html',
        utf8(
          '<p>沧州市某局2021年部门预算信息公开</p><p>2021年2月12日</p><table><tr><td>收入</td></tr></table>',
        ),
      ],
    ])
    expect(session.restate({})).toMatchObject({
      id: '2021-323002',
      title: '沧州市某局2021年部门预算信息公开',
      published: '2021-02-12',
    })
    const alone = await sitting([['表.docx', await docxOf(formLayout(SIX))]])
    const one = new DocumentSession()
    const opened = await one.open(await docxOf(formLayout(SIX)), '表.docx', {})
    expect(opened.ok && opened.found).toEqual(alone.restate({}))
  })

  it('none of which holds a table say so', async () => {
    const session = await sitting([
      ['a.pdf', utf8('%PDF-1.7\n')],
      ['b.rar', utf8('Rar!\u001A\u0007')],
    ])
    const found = session.look({})
    expect(found).toMatchObject({
      ok: true,
      found: { stands: false, answer: expect.stringContaining('都没有找到') },
    })
    expect(realText.length).toBeGreaterThan(0)
  })
})
