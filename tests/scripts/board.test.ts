import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeBackup } from '@/documents/exchange/backup'
import { encodeHandover } from '@/documents/exchange/handover'
import type { Entry } from '@/domain/ledger/entry'
import type { BoardAnswer } from '@/format/boardAnswer'
import { PLAN_ID } from '../fixtures/sixProjects'
import { actual, day, pay, total } from '../domain/build'

const script = fileURLToPath(new URL('../../scripts/board.mjs', import.meta.url))
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'board-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command as an auditor would, from a folder that is not the project's. */
function board(...args: string[]) {
  const env = { ...process.env, NODE_ENV: '', VITEST: '', npm_lifecycle_event: '' }
  return spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8', env })
}

function answer(...args: string[]): BoardAnswer {
  const { stdout, stderr } = board(...args)
  expect(stderr).toBe('')
  return JSON.parse(stdout) as BoardAnswer
}

const HEAD = {
  plan: PLAN_ID,
  department: '某局',
  year: 2020,
  project: null,
  author: '张三',
  writtenAt: '2020-07-01T00:00:00.000Z',
}

function handover(name: string, entries: readonly Entry[], plan = PLAN_ID): string {
  writeFileSync(join(folder, name), encodeHandover({ ...HEAD, plan }, entries))
  return name
}

const PAID = pay(`${PLAN_ID}/3`, '2020-06-30', '40', { recordedAt: '2020-07-01T01:00:00.000Z' })
const SEEN = actual(`${PLAN_ID}/3/1`, '2020-06-30', '89%', { recordedAt: '2020-07-02T15:59:59.999Z' })
const LATE = pay(`${PLAN_ID}/3`, '2020-06-29', '1.5', { recordedAt: '2020-07-02T16:00:00.000Z' })

describe('npm run board', () => {
  it('says a total of 0 that arrived over money, lets it stand, and blames no file', () => {
    const none = total(`${PLAN_ID}/3`, '2020-10-31', '0', { recordedAt: '2020-11-01T00:00:00.000Z' })
    const found = answer('--as-of', '2020-10-31', handover('zero.json', [PAID, none]))
    expect(found.projects[2]?.spent).toBe('0')
    expect(found.issues).toEqual([
      '办公楼修缮：截至2020年10月31日报的是零支出，而此前（含当日）已有大于 0 的支出，请与填报人核对。',
    ])
    const before = answer(
      '--as-of',
      '2020-10-31',
      handover('first.json', [{ ...none, effectiveOn: day('2020-03-31') }, PAID]),
    )
    expect(before.issues).toEqual([])
  })

  it('keeps aside what is recorded in the future, so that it lifts nobody, and takes twice the same once', () => {
    const future = pay(`${PLAN_ID}/3`, '2020-06-29', '9', { recordedAt: '2999-01-01T00:00:00.000Z' })
    const { projects, aside } = answer('--as-of', '2020-06-30', handover('future.json', [PAID, future, PAID]))
    expect(projects[2]?.spent).toBe('400000')
    expect(aside).toEqual([future.id])
  })

  it('folds hand-overs and a backup by union, as of a day, as it was known at the end of a day in China', () => {
    const backup = encodeBackup({
      writtenAt: HEAD.writtenAt,
      settings: { author: '', role: '' },
      damaged: [],
      plans: [],
      entries: [PAID, LATE],
    })
    writeFileSync(join(folder, 'backup.json'), backup)
    const files = [handover('a.json', [PAID, SEEN]), 'backup.json']
    const found = answer('--as-of', '2020-06-30', ...files)
    expect(found.issues).toEqual([])
    expect(found.department).toEqual({
      budget: '65805100',
      spent: '415000',
      rate: '0.63065',
      planned: '38324650',
      gapPoints: '-57.608985',
      state: 'severely-behind',
    })
    expect(found.projects[2]).toMatchObject({
      id: `${PLAN_ID}/3`,
      name: '办公楼修缮',
      budget: '800000',
      spent: '415000',
      rate: '51.875',
      planned: '400000',
      gapPoints: '1.875',
      state: 'on-plan',
    })
    expect(found.projects[2]?.indicators[0]).toEqual({
      id: `${PLAN_ID}/3/1`,
      target: '≥90百分比',
      value: '89%',
      light: 'near',
    })
    const known = answer('--as-of', '2020-06-30', '--known-on', '2020-07-02', ...[...files].reverse())
    expect([known.knownOn, known.projects[2]?.spent, known.projects[2]?.indicators[0]?.value]).toEqual([
      '2020-07-02',
      '400000',
      '89%',
    ])
  })

  it('without files shows the plan at its default day; with --demo the sample year', () => {
    expect(answer()).toMatchObject({ plan: PLAN_ID, asOf: '2020-12-31', department: { spent: null } })
    const { department, asOf } = answer('--demo', '--as-of', '2020-06-30', '--plan', PLAN_ID)
    expect([asOf, department.state, department.planned]).toEqual([
      '2020-06-30',
      'slightly-behind',
      '38324650',
    ])
  })

  it('names every file that cannot be taken, takes the others, and ends with 1', () => {
    const args = [handover('good.json', [PAID]), 'missing.json', handover('other.json', [], '2021-323002')]
    const { status, stdout } = board(...args)
    const { issues, projects } = JSON.parse(stdout) as BoardAnswer
    expect(status).toBe(1)
    expect(projects[2]?.spent).toBe('400000')
    expect(issues.map((text) => text.slice(0, text.indexOf('：')))).toEqual(args.slice(1))
    expect(issues.join('\n')).toMatch(/没有这个文件[^]*另一份绩效目标表/)
  })

  it('counts neither of two records of one id that do not say the same, whichever file comes first', () => {
    const changed = { ...PAID, amount: LATE.amount }
    const files = [
      handover('b.json', [PAID, SEEN]),
      handover('a.json', [SEEN, changed]),
      handover('c.json', [PAID]),
    ]
    const ways = [files, [...files].reverse(), [files[1] ?? '', files[0] ?? '', files[2] ?? '']]
    const [first, ...others] = ways.map((names) => board('--as-of', '2020-06-30', ...names))
    const { projects, aside, issues } = JSON.parse(first?.stdout ?? '') as BoardAnswer
    expect(first?.status).toBe(1)
    expect([projects[2]?.spent, projects[2]?.indicators[0]?.value, aside]).toEqual([null, '89%', [PAID.id]])
    expect(issues).toEqual([expect.stringMatching(/^a.json、b.json、c.json：有 1 条记录编号相同而内容不同/)])
    expect(issues[0]).toContain(PAID.id)
    for (const other of others) expect(other).toEqual({ ...first, pid: other.pid })
  })

  it.each([
    ['--as-of', '6月底', '不是日期'],
    ['--known-on', '2020-02-30', '不是日期'],
    ['--plan', '1999-1', '没有编号为 1999-1 的计划'],
    ['--other', '1', '用法'],
  ])('%s %s: a sentence and exit 1', (option, value, sentence) => {
    const { status, stdout, stderr } = board(option, value)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(sentence)
  })
})
