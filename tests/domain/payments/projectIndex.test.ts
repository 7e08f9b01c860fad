import { describe, expect, it } from 'vitest'
import { memoryKey, ProjectIndex, type ListProject } from '@/domain/payments/projectIndex'
import { wan } from '../build'

const budget = wan('10')
const of = (id: string, code: string, name: string): ListProject => ({ id, code, name, budget })
const PLAN = [
  of('1', '323-0404-JBN', '社会养老保险基金财政补助'),
  of('2', '323-0410-JBN', '社会医疗保险补助'),
  of('3', '323-0701-JBN', '办公楼修缮'),
  of('4', '323-0105-YBN', '人员招聘费用'),
  of('6', '323-0105-YBN', '港诚招聘人员费用'),
  of('7', '', '宣传费'),
  of('8', '', '2020年宣传费'),
]

/** What a line's cells come to in short: the project and by what, or why it is asked, the likely one and the choices. */
function brief(code: string, name: string, projects = PLAN, remembered: Record<string, string> = {}): string {
  const match = new ProjectIndex(projects, remembered).match(code, name)
  if (match.kind === 'found') return `${match.project.id} by ${match.by}`
  return `${match.why} ${match.likely?.id ?? '-'} [${match.choices.map(({ id }) => id).join(' ')}]`
}

describe('the project of a line, by code and name together (domain.md §1: neither is a key)', () => {
  it.each([
    ['323-0701-JBN', '办公楼修缮', '3 by both'],
    ['323-0105-YBN', '人员招聘费用', '4 by both'],
    ['323-0105-YBN', '港诚招聘人员费用', '6 by both'],
    ['', '办公楼修缮', '3 by name'],
    ['323-0701-JBN', '', '3 by code'],
    ['323-0701-jbn', '', '3 by code'],
    ['３２３－０７０１－JBN', '', '3 by code'],
    ['323—0701—JBN', '', '3 by code'],
    ['323_0701_JBN', '', '3 by code'],
    ['323-0701-JBN.', '', '3 by code'],
    ['323 -0701-JBN', '', '3 by code'],
    ['', '323-0701-JBN', '3 by code'],
    ['', '323-0701-JBN 办公楼修缮', '3 by both'],
    ['', '办公楼修缮（323-0701-JBN）', '3 by both'],
    ['', '323-0701-JBN-办公楼修缮', '3 by both'],
    ['', '323-0701-JBN--办公楼修缮：', '3 by both'],
    ['', '—— 办公楼修缮 ——', '3 by name'],
    ['', '323-0701-JBN 323-0701-JBN 办公楼修缮', '3 by both'],
    ['A/323-0701-JBN/B', '', '3 by code'],
    ['323-0701-JBN 办公楼', '办公楼修缮', '3 by both'],
    ['', '3、办公楼修缮', '3 by name'],
    ['', '（办公楼修缮）', '3 by name'],
    ['', '《办公楼 修缮》', '3 by name'],
    ['', '三．办公楼修缮', '3 by name'],
    ['', '十二、办公楼修缮', '3 by name'],
    ['', '宣传费', '7 by name'],
    ['', '2020年宣传费', '8 by name'],
  ])('%s %s', (code, name, expected) => {
    expect(brief(code, name)).toBe(expected)
  })

  it.each([
    ['', '', 'unnamed - []'],
    [' ', ' ', 'unnamed - []'],
    ['', '食堂', 'unknown - []'],
    ['999', '', 'unknown - []'],
    ['', '2020年办公楼修缮', 'suffix 3 [3]'],
    ['', '办公楼修缮（2021年度）', 'suffix 3 [3]'],
    ['', '2021年宣传费', 'unknown - [7 8]'],
    ['323-0105-YBN', '', 'shared-code - [4 6]'],
    ['323-0105-YBN', '招聘', 'shared-code - [4 6]'],
    ['323-0105-YBN', '2020年人员招聘费用', 'shared-code 4 [4 6]'],
    ['323-0701-JBN', '人员招聘费用', 'contradiction - [3 4]'],
    ['323-0701-JBN', '食堂采购', 'other-name 3 [3]'],
    ['323-0701-JBN', '楼修', 'other-name 3 [3]'],
    ['323-0701-XXX', '办公楼修缮', 'other-code 3 [3]'],
    ['', '办公楼修缮13092320', 'suffix 3 [3]'],
    ['323-0701-XXX 甲', '办公楼修缮', 'other-code 3 [3]'],
    ['', '323-0701-XXX 办公楼修缮', 'other-code 3 [3]'],
    ['323-0105-YBN', '2020年人员招聘费用和港诚', 'shared-code - [4 6]'],
    ['', '办公楼-修缮', 'unknown - []'],
  ])('%s %s is asked: %s', (code, name, expected) => {
    expect(brief(code, name)).toBe(expected)
  })

  it.each([
    ['323-0701-JBN', '办公楼修缮工程', '3 by code'],
    ['323-0701-JBN', '楼修缮', '3 by code'],
    ['323-0701-JBN', '2021年办公楼修缮', '3 by code'],
    ['13092320T0001', '办公楼修缮', '3 by name'],
    ['99-99', '办公楼修缮', '3 by name'],
  ])('a code and a name that hardly differ are one: %s %s', (code, name, expected) => {
    expect(brief(code, name)).toBe(expected)
  })

  it('a name that several bear is asked, and one of them by its code is found', () => {
    const twins = [of('1', 'A-001', '宣传费'), of('2', 'A-002', '宣传费'), of('3', 'A-002', '宣传费')]
    expect(brief('', '宣传费', twins)).toBe('shared-name - [1 2 3]')
    expect(brief('A-001', '宣传费', twins)).toBe('1 by both')
    expect(brief('A-002', '宣传费', twins)).toBe('shared-name - [2 3]')
    expect(brief('A-001', '', twins)).toBe('1 by code')
  })

  it('a code of one part is told in a name where a project bears it', () => {
    const coded = [of('1', '13092320T01', '宣传费'), of('2', '13092320T02', '印刷费')]
    expect(brief('', '13092320T01', coded)).toBe('1 by code')
    expect(brief('', '宣传费 13092320T01', coded)).toBe('1 by both')
    expect(brief('', '宣传费 13092320T02', coded)).toBe('contradiction - [2 1]')
    expect(brief('', '宣传费13092320T99', coded)).toBe('suffix 1 [1]')
    expect(brief('13092320T99', '宣传费', coded)).toBe('1 by name')
  })

  it('two projects of one name under different years are asked by their bare name', () => {
    const years = [of('1', 'A-001', '2019年宣传费'), of('2', 'A-002', '2020年宣传费')]
    expect(brief('', '宣传费', years)).toBe('unknown - [1 2]')
    expect(brief('A-001', '宣传费', years)).toBe('1 by code')
  })

  it('what a person answered is remembered by how code and name read', () => {
    const key = memoryKey('Ｘ-１', '食堂 （采购）')
    expect(key).toBe('x-1|食堂采购')
    expect(brief('x-1', '食堂采购', PLAN, { [key]: '3' })).toBe('3 by remembered')
    expect(brief('x-1', '食堂采购', PLAN, { [key]: 'gone' })).toBe('unknown - []')
    expect(brief('', '办公楼修缮', PLAN, { [memoryKey('', '办公楼修缮')]: '4' })).toBe('4 by remembered')
    expect(brief('323-0701-JBN', '办公楼修缮', PLAN, { [key]: '4' })).toBe('3 by both')
    expect(brief('', '', PLAN, { [memoryKey('', '')]: '4' })).toBe('unnamed - []')
  })

  it('says what the line says, code before name, and finds projects by id', () => {
    const index = new ProjectIndex(PLAN, {})
    const match = index.match('999', '食堂')
    expect(match).toMatchObject({ kind: 'asked', said: '999 食堂' })
    expect(index.match('999', '食堂')).toBe(match)
    expect(index.match('', '食堂')).toMatchObject({ said: '食堂' })
    expect([index.get('3')?.name, index.get('99')]).toEqual(['办公楼修缮', null])
  })
})

describe('the project that a longer text names', () => {
  const within = (text: string, projects = PLAN) => new ProjectIndex(projects, {}).within(text)?.id ?? null

  it.each([
    ['事业支出-项目支出-办公楼修缮', '3'],
    ['办公楼 修缮', '3'],
    ['项目支出', null],
    ['', null],
    ['人员招聘费用和办公楼修缮', null],
    ['2020年宣传费', '8'],
    ['宣传费', '7'],
  ])('%s: %s', (text, expected) => {
    expect(within(text)).toBe(expected)
  })

  it('the longest counts where it holds the others, a name of one letter or borne twice never', () => {
    expect(within('办公楼修缮费', [of('1', '', '修缮'), of('2', '', '办公楼修缮')])).toBe('2')
    expect(within('办公楼修缮费', [of('2', '', '办公楼修缮'), of('1', '', '修缮')])).toBe('2')
    expect(within('修缮费', [of('1', '', '修')])).toBeNull()
    expect(within('修缮费', [of('1', '', '修缮')])).toBe('1')
    expect(within('修缮费', [of('1', '', '修缮'), of('2', '', '修缮')])).toBeNull()
    const index = new ProjectIndex(PLAN, {})
    expect([index.within('办公楼修缮')?.id, index.within('办公楼修缮')?.id]).toEqual(['3', '3'])
  })
})
