import { describe, expect, it } from 'vitest'
import { DocumentSession, type Found } from '@/workers/documentSession'
import { formLayout as wholeOf } from '../documents/reading/formLayout'
import { docxOf, sixTablesDocx } from '../documents/reading/sixTables.docx'
import { PLAN_FILE, realText } from '../documents/realPlan'
import { layoutOf } from '../documents/recognition/drawn'
import { SECOND_DEPARTMENT } from '../documents/recognition/secondDepartment'

async function opened(bytes: Uint8Array, name: string): Promise<{ session: DocumentSession; found: Found }> {
  const session = new DocumentSession()
  const opening = await session.open(bytes, name, {})
  if (!opening.ok) throw new Error(opening.why)
  return { session, found: opening.found }
}

describe('a document being looked at', () => {
  it('gives what it holds, and the file that would be kept', async () => {
    const { found } = await opened(await docxOf(layoutOf(SECOND_DEPARTMENT)), '公开.docx')
    expect(found).toMatchObject({ id: '2023-415007', year: 2023, stands: true, lost: 0, traced: true })
    expect(found.projects.map(({ indicators }) => indicators)).toEqual([8, 3])
    expect(JSON.parse(found.text)).toMatchObject({ id: '2023-415007' })
  })

  it('leads from every value of every project to a cell that shows it', async () => {
    const { session, found } = await opened(await sixTablesDocx(), '公开.docx')
    let values = 0
    for (const index of found.projects.keys()) {
      const { groups, tables } = session.project(index)
      for (const { value, place } of groups.flatMap((group) => group.values)) {
        if (!place) continue
        const table = tables.find(({ position }) => position === place.table)
        const cell = table?.rows
          .flat()
          .find(({ row, column }) => row === place.row && column === place.column)
        expect(cell).toBeDefined()
        if (value !== null) expect(cell?.text.replace(/\s/g, '')).toContain(value.replace(/\s/g, ''))
        values += 1
      }
    }
    expect(values).toBeGreaterThan(6 * 7 * 5)
  })

  it('compares with the plan that stands, and says what filled-in rows need a look', async () => {
    const { session } = await opened(await sixTablesDocx(), '公开.docx')
    const existing = realText.replace('"level3": "综合保障率"', '"level3": "综合保障"')
    const lines = session.compare(existing, PLAN_FILE, { '2020-323002/3/1': 2 }) ?? []
    const line = lines.find(({ id }) => id === '2020-323002/3/1')
    expect(line).toMatchObject({ kind: '改动', filled: 2, doubt: expect.stringContaining('2 条记录') })
    expect(lines.filter(({ id }) => id.includes('/'))).toEqual([line])
  })

  it.each(['', '{', '<html></html>', '{"schema":1}'])(
    'compares nothing with a plan that cannot be read, and does not call that the same: %s',
    async (unreadable) => {
      const { session } = await opened(await sixTablesDocx(), '公开.docx')
      expect(session.compare(unreadable, PLAN_FILE, {})).toBeNull()
      expect(session.compareYears(unreadable, PLAN_FILE)).toBeNull()
      expect(session.compare(realText, PLAN_FILE, {})).not.toBeNull()
    },
  )

  it('says what is wrong in the tables also before year and code are stated, and the same afterwards', async () => {
    const odd = realText.replaceAll('"06": "60.00"', '"06": "600.00"')
    const blocks = wholeOf(JSON.parse(odd))
    const { session, found } = await opened(await docxOf(blocks), '公开.docx')
    expect([found.id, found.stands]).toEqual([null, false])
    const said = ({ left, checks }: Found) => [...left, ...checks].filter(({ what }) => what.includes('600'))
    expect(said(found)).not.toEqual([])
    const whole = session.restate({ year: 2020, code: '323002', title: '公开' })
    expect(whole.id).toBe('2020-323002')
    expect(said(found)).toEqual(said(whole).filter(({ project }) => project !== null))
  })

  it('compares with the year before: projects by name or code, budget, spending plan and targets', async () => {
    const { session } = await opened(await sixTablesDocx(), '公开.docx')
    const earlier = realText.replaceAll('2020-323002', '2019-323002').replace('"year": 2020', '"year": 2019')
    expect(session.compareYears(earlier, '2019-323002.json')).toEqual([])
    const other = earlier.replace('"total": "10.00"', '"total": "7"')
    expect(session.compareYears(other, '2019-323002.json')).toMatchObject([
      { kind: '改动', cells: [{ name: '预算数', before: '7', after: '10.00' }] },
    ])
  })

  it('takes a plan file as it is', async () => {
    const { found } = await opened(new TextEncoder().encode(realText), PLAN_FILE)
    expect(found).toMatchObject({ id: '2020-323002', text: realText, lost: 0, traced: false })
  })

  it('asks for what the document does not say, and reads it again with that', async () => {
    const blocks = SECOND_DEPARTMENT.filter(
      (block) => !('paragraph' in block && block.paragraph.includes('2023')),
    )
    const { session, found } = await opened(await docxOf(layoutOf(blocks)), '公开.docx')
    expect(found).toMatchObject({ id: null, stands: false })
    expect(session.restate({ year: 2023, title: '部门预算' })).toMatchObject({
      id: '2023-415007',
      stands: true,
    })
  })

  it('leaves a project out as told: the ids behind move up and every line names the new place', async () => {
    const { session, found } = await opened(await docxOf(layoutOf(SECOND_DEPARTMENT)), '公开.docx')
    expect(found.candidates.map(({ id }) => id)).toEqual(['2023-415007/1', '2023-415007/2'])
    const less = session.restate({ leftOut: [0] })
    expect(less.projects.map(({ name }) => name)).toEqual(['农机购置补贴'])
    expect(less.candidates.map(({ id, left }) => [id, left])).toEqual([
      [null, true],
      ['2023-415007/1', false],
    ])
    expect(less.left.map(({ where }) => where)).toContain('项目 1 项目编码')
    expect(less.left.map(({ what }) => what)).toContain(
      '没有列入的项目：导入时选择不列入，或另一份文件里也有',
    )
  })

  it('takes a name for a project whose table prints none, and keeps a printed one', async () => {
    const unnamed = SECOND_DEPARTMENT.map((block) =>
      'paragraph' in block
        ? block
        : {
            table: block.table.map((row) =>
              row.map((one) => (one.lines[0] === '农机购置补贴' ? { ...one, lines: [] } : one)),
            ),
          },
    )
    const { session } = await opened(await docxOf(layoutOf(unnamed)), '公开.docx')
    const named = session.restate({ names: { 0: '别的', 1: '农机补贴' } })
    expect(named.projects.map(({ name }) => name)).toEqual(['高标准农田建设', '农机补贴'])
  })

  it('refuses with a sentence', async () => {
    const session = new DocumentSession()
    expect(await session.open(new Uint8Array([80, 75, 3, 4, 1]), '图.docx', {})).toMatchObject({ ok: false })
    expect(await session.open(new TextEncoder().encode('{'), '计划.json', {})).toMatchObject({ ok: false })
  })
})
