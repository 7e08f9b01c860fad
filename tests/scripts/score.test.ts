import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('../../scripts/score.mjs', import.meta.url))
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'score-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command as an auditor would, from a folder that is not the project's. */
function score(...args: string[]) {
  const env = { ...process.env, NODE_ENV: '', VITEST: '', npm_lifecycle_event: '' }
  return spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8', env })
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return name
}

describe('npm run score -- FILE', () => {
  it('prints the array and nothing else; a row that cannot be scored is no error', () => {
    const { status, stdout, stderr } = score(
      file(
        'rows.json',
        JSON.stringify([
          { target: '≥95%', actual: '92%', weight: 10 },
          { budget: '65.66', spent: '65.07', weight: 10 },
          { target: '≥95%', actual: '', weight: 10 },
        ]),
      ),
    )
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const rows = JSON.parse(stdout) as { points?: number; reason?: string }[]
    expect(rows.map(({ points }) => points)).toEqual([9.68, 9.91, undefined])
    expect(rows[2]?.reason).toContain('未填报')
  })

  it.each([
    ['no file named', [], '用法'],
    ['two files', ['a', 'b'], '用法'],
    ['no such file', ['missing.json'], '没有这个文件：missing.json'],
    ['a folder', ['.'], '文件打不开'],
  ])('%s: a sentence and exit 1', (_, args, sentence) => {
    const { status, stdout, stderr } = score(...args)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(sentence)
  })

  it.each([
    ['bad.json', '[{', '文件不是完整的 JSON'],
    ['object.json', '{}', '应是一个 JSON 数组'],
    ['gbk.json', Uint8Array.from([0x5b, 0x22, 0xd6, 0xb8, 0xb1, 0xea, 0x22, 0x5d]), '不是 UTF-8'],
  ])('%s: a sentence and exit 1', (name, content, sentence) => {
    const { status, stdout, stderr } = score(file(name, content))
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(sentence)
  })
})
