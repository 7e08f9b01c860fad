import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { indexWith } from '../../../scripts/planOf'
import { formLayout, SIX } from '../reading/formLayout'
import { docxOf, sixTablesDocx } from '../reading/sixTables.docx'
import { sixTablesHtml, wordHtmlOf } from '../reading/sixTables.html'
import { sixTablesXlsx } from '../reading/sixTables.xlsx'
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

  it('gives the published file byte for byte from every format it reads, several files in one run', async () => {
    const out = join(folder, 'twins')
    const twins: Record<string, Uint8Array | string> = {
      '公开.docx': await sixTablesDocx(),
      '公开.htm': sixTablesHtml(),
      '公开.xlsx': await sixTablesXlsx(),
      '公开.txt': readFileSync(join(root, 'tests/fixtures/source/2020-323002-budget-disclosure.txt')),
      '计划.json': realText,
    }
    const paths = Object.entries(twins).map(([name, content]) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    })
    const { status, stdout } = run('--out', out, ...paths)
    expect([status, stdout.match(/读到 6 张绩效目标表，42 个指标/g)]).toEqual([
      0,
      Array(5).fill(expect.anything()),
    ])
    const written = readdirSync(out)
    expect(written).toHaveLength(5)
    const same = written.map((name) => readFileSync(join(out, name)).equals(Buffer.from(realText)))
    expect(same).toEqual(Array(5).fill(true))
  })

  it('answers for each file of a folder as one JSON object a line', async () => {
    const mixed = join(folder, 'mixed')
    mkdirSync(mixed)
    writeFileSync(join(mixed, '1.docx'), await sixTablesDocx())
    writeFileSync(join(mixed, '2.docx'), '%PDF-1.7\n')
    writeFileSync(join(mixed, '3.html'), '<p>公开</p><table><tr><td>项目</td><td>收入</td></tr></table>')
    const { status, stdout } = run('--json', mixed)
    const reports = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(status).toBe(0)
    expect(reports.map(({ file, outcome }) => [basename(file), outcome])).toEqual([
      ['1.docx', 'read'],
      ['2.docx', 'help'],
      ['3.html', 'none'],
    ])
    expect(reports.map(({ plan, answer }) => [plan?.projects.length ?? null, answer])).toEqual([
      [6, null],
      [null, expect.stringMatching(/PDF.*\.docx/)],
      [0, expect.stringContaining('没有找到绩效目标表')],
    ])
  })

  it('makes one plan of several files with --together, as the screen does', async () => {
    const parts = join(folder, 'parts')
    mkdirSync(parts)
    const first = formLayout({ ...SIX, projects: SIX.projects.slice(0, 2) })
    const title = { kind: 'paragraph' as const, text: '某局2021年部门预算信息公开' }
    writeFileSync(join(parts, '1.docx'), await docxOf([title, ...first]))
    writeFileSync(join(parts, '2.htm'), wordHtmlOf(formLayout({ ...SIX, projects: SIX.projects.slice(2) })))
    writeFileSync(join(parts, '3.docx'), '%PDF-1.7\n')
    const { status, stdout } = run('--together', '--json', parts)
    const report = JSON.parse(stdout)
    expect([status, report.id, report.plan.projects.length]).toEqual([0, '2021-323002', 6])
    expect(
      report.files.map(({ joined, answer }: { joined: boolean; answer: unknown }) => [joined, answer]),
    ).toEqual([
      [true, null],
      [true, null],
      [false, expect.stringContaining('PDF')],
    ])
  })

  it('says of several which could not be read, and writes nothing', () => {
    const { status, stdout } = run('2020-323002-budget-disclosure.txt', join(folder, 'mixed', '2.docx'))
    expect(status).toBe(1)
    expect(stdout).toMatch(/读到 6 张[\s\S]*2\.docx\n这是 PDF 文件/)
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
