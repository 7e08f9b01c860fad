import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodePlanIndex } from '@/documents/plan/planIndex'

const text = readFileSync(new URL('../../../public/data/index.json', import.meta.url), 'utf8')
const entry = {
  id: '2020-323002',
  year: 2020,
  department: '沧州市南大港管理区劳动和社会保障局',
  file: '2020-323002.json',
}

function decode(...plans: unknown[]) {
  return decodePlanIndex(JSON.stringify({ plans }))
}

it('reads the published index', () => {
  expect(decodePlanIndex(text)).toEqual({ plans: [entry], issues: [] })
})

describe('a broken row leaves the others', () => {
  it.each<[string, unknown, object]>([
    [
      'a missing file',
      { ...entry, id: 'x', file: undefined },
      { kind: 'missing-cell', path: 'plans[1].file' },
    ],
    [
      'a file elsewhere',
      { ...entry, id: 'x', file: '../x.json' },
      { kind: 'not-a-file-name', path: 'plans[1].file' },
    ],
    ['an address', { ...entry, id: 'x', file: 'https://x.cn/a.json' }, { kind: 'not-a-file-name' }],
    ['a year in quotes', { ...entry, id: 'x', year: '2020' }, { kind: 'wrong-type', expected: 'number' }],
    ['a year of no plan', { ...entry, id: 'x', year: 20 }, { kind: 'not-a-year' }],
    ['an id again', entry, { kind: 'duplicate-id', first: 1 }],
    ['no row', 'x', { kind: 'wrong-type', expected: 'object', path: 'plans[1]' }],
  ])('%s', (_, row, issue) => {
    const { plans, issues } = decode(entry, row)
    expect(plans).toEqual([entry])
    expect(issues).toMatchObject([
      { ...issue, severity: 'part', place: { owner: { kind: 'listed-plan', position: 2 } } },
    ])
  })
})

it.each([
  ['a web page', '<!doctype html>', 'html-page'],
  ['nothing', '', 'empty-file'],
  ['not JSON', '{plans', 'not-json'],
  ['a list', '[]', 'wrong-type'],
  ['no list of plans', '{}', 'missing-cell'],
])('%s leaves nothing', (_, broken, kind) => {
  const { plans, issues } = decodePlanIndex(broken)
  expect(plans).toEqual([])
  expect(issues).toMatchObject([{ kind, severity: 'file' }])
})
