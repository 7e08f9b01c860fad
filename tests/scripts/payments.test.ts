import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaymentsAnswer } from '@/format/payments/answer'

const script = fileURLToPath(new URL('../../scripts/payments.mjs', import.meta.url))
const list = (name: string) => fileURLToPath(new URL(`../fixtures/payments/${name}`, import.meta.url))
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'payments-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command from a folder that is not the project's. */
function payments(...args: string[]) {
  const env = { ...process.env, NODE_ENV: '', VITEST: '', npm_lifecycle_event: '' }
  return spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8', env })
}

describe('npm run -s payments -- FILE', () => {
  it('prints what a list would enter, takes the ticked lines, and takes nothing twice', () => {
    const { status, stdout, stderr } = payments(list('basic-expenditure-row.csv'), '--take', 'taken.json')
    expect([status, stderr]).toEqual([0, ''])
    const answer = JSON.parse(stdout) as PaymentsAnswer
    expect(Object.keys(answer)).toEqual(['unit', 'sheets', 'lines', 'leftOut', 'sums'])
    expect(answer.lines[0]).toEqual({
      sheet: null,
      row: 4,
      project: '2020-323002/1',
      day: '2020-01-15',
      amount: '5000000',
      voucher: '20200115001',
      memo: '一季度养老补助',
      ticked: true,
      why: null,
    })
    expect(answer.lines.filter(({ ticked }) => ticked)).toHaveLength(8)
    const taken = JSON.parse(readFileSync(join(folder, 'taken.json'), 'utf8')) as { entries: unknown[] }
    expect(taken.entries).toHaveLength(8)

    const again = payments(list('basic-expenditure-row.csv'), '--ledger', 'taken.json', '--take', 'none.json')
    const second = JSON.parse(again.stdout) as PaymentsAnswer
    expect(second.lines.filter(({ ticked }) => ticked)).toEqual([])
    expect(second.lines[0]?.why).toBe('已在台账：日期、金额和凭证（没有凭证的看用途）都相同。')
    expect(
      (JSON.parse(readFileSync(join(folder, 'none.json'), 'utf8')) as { entries: unknown[] }).entries,
    ).toEqual([])
  })

  it('a workbook names the sheet of each line', () => {
    const answer = JSON.parse(payments(list('two-sheets.xlsx')).stdout) as PaymentsAnswer
    expect(answer.sheets).toEqual(['1月', '2月'])
    expect(answer.lines.map(({ sheet, row }) => [sheet, row])).toEqual([
      ['1月', 4],
      ['1月', 5],
      ['2月', 4],
      ['2月', 5],
    ])
  })

  it.each([
    ['no file named', [], '用法'],
    ['no such file', ['missing.csv'], '没有这个文件：missing.csv'],
    ['no list', ['words.csv'], '没有同时找到日期和金额的表头'],
    ['no such plan', ['words.csv', '--plan', '1999'], '没有这份计划：1999'],
  ])('%s: a sentence and exit 1', (_, args, sentence) => {
    writeFileSync(join(folder, 'words.csv'), '甲,乙\n1,2')
    const { status, stdout, stderr } = payments(...args)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(sentence)
  })
})
