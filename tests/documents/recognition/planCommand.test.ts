import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { indexWith } from '../../../scripts/planOf'
import { realText } from '../realPlan'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'plan-'))
afterAll(() => rmSync(folder, { recursive: true }))

function run(...given: string[]) {
  return spawnSync(process.execPath, [join(root, 'scripts/plan.mjs'), ...given], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: join(root, 'tests/fixtures/source') },
  })
}

describe('npm run plan', () => {
  it('writes the plan file of a document, relative to where it was called', () => {
    const out = join(folder, 'plan.json')
    const { status, stdout, stderr } = run('2020-323002-budget-disclosure.txt', '--out', out)
    expect([status, stdout === realText, readFileSync(out, 'utf8') === realText]).toEqual([0, true, true])
    expect(stderr).toContain('读到 6 张绩效目标表，42 个指标')
  })

  it.each([
    [[], '用法'],
    [['no-such-file.txt'], '没有找到文件'],
    [['--year', '20', 'x.txt'], '--year'],
    [['--what', 'x.txt'], '用法'],
  ])('%o ends with a sentence', (given, sentence) => {
    const { status, stdout, stderr } = run(...given)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(sentence)
  })
})

describe('the list of plans', () => {
  const entry = { id: '2021-1', year: 2021, department: '某局' }

  it('takes a plan once', () => {
    const once = indexWith('{ "plans": [] }', entry)
    expect(JSON.parse(once ?? '')).toEqual({ plans: [{ ...entry, file: '2021-1.json' }] })
    expect(indexWith(once ?? '', entry)).toBe(once)
  })

  it('is left alone when it cannot be read', () => {
    expect(indexWith('{', entry)).toBeNull()
  })
})
