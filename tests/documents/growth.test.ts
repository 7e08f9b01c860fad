import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { INPUTS } from '../../bench/growthInputs.mjs'
import { readJsonText } from '@/documents/jsonText'
import { isDoubtfulTarget } from '@/documents/plan/doubtfulTarget'
import { readListFile } from '@/documents/payments/readList'
import { decodePlan } from '@/documents/plan/planFile'
import { readDocument } from '@/documents/reading/readDocument'
import { NO_ANSWERS, readPaymentList } from '@/domain/payments/readPaymentList'
import { DocumentSession } from '@/workers/documentSession'

const SMALL = 5_000
const TIMES = 8
const RUNS = 3
const MOST_RUNS = 12
const TOO_SHORT = 50

const bytesOf = (input: string | Uint8Array<ArrayBuffer>) =>
  typeof input === 'string' ? new TextEncoder().encode(input) : input

const PLAN = decodePlan(
  readFileSync(new URL('../../public/data/2020-323002.json', import.meta.url), 'utf8'),
  '2020-323002.json',
).plan

/** A payment list read to its lines, against the published plan. */
function payments(input: string | Uint8Array<ArrayBuffer>): unknown {
  const file = readListFile(bytesOf(input), 'a.csv')
  const { department = { code: '', name: '' }, projects = [] } = PLAN ?? {}
  const context = { year: 2020, department, projects, held: [], remembered: {}, today: null }
  return file.ok && readPaymentList(file.tables, context, NO_ANSWERS)
}

const READERS: Readonly<Record<string, (input: string | Uint8Array<ArrayBuffer>) => unknown>> = {
  计划文件: (input) => decodePlan(String(input), '2020-1.json'),
  指标值: (input) => isDoubtfulTarget(String(input)),
  文本: (input) => readDocument(bytesOf(input), 'a.txt'),
  网页: (input) => readDocument(bytesOf(input), 'a.txt'),
  支付整份: payments,
  导入整份: (input) => new DocumentSession().open(bytesOf(input), 'a.txt', {}),
}

/** Milliseconds of processor time, which a busy machine lengthens far less than the clock's. */
async function processorTime(read: () => unknown): Promise<number> {
  const started = process.cpuUsage()
  await read()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}

describe('a reader takes eight times as long for eight times as much, not sixty-four', () => {
  it.each(INPUTS.filter(({ reader }) => reader in READERS))('$reader: $kind', async ({ reader, make }) => {
    const read = READERS[reader] ?? (() => null)
    const [small, large] = [make(SMALL), make(SMALL * TIMES)]
    let [before, after] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    const isLinear = () => after < TOO_SHORT || after < before * TIMES * 4
    for (let run = 0; run < RUNS || (run < MOST_RUNS && !isLinear()); run += 1) {
      before = Math.min(before, await processorTime(() => read(small)))
      after = Math.min(after, await processorTime(() => read(large)))
    }
    expect({ before, after, linear: isLinear() }).toMatchObject({ linear: true })
  })
})

describe('a JSON text of any size', () => {
  it('may hold a string of ten million escapes', () => {
    const text = `["${'\\n'.repeat(10_000_000)}"]`
    expect(readJsonText(text)).toMatchObject({ kind: 'value', repeated: [] })
    expect(readJsonText(text.slice(0, -2))).toMatchObject({ kind: 'fault', column: 2 })
  })

  it('may write a cell as often as it likes', () => {
    const text = `{${'"x":1,'.repeat(200_000)}"y":2}`
    const read = readJsonText(text)
    expect(read.kind === 'value' && read.repeated.length).toBe(199_999)
    expect(decodePlan(text, 'a.json').plan).toBeNull()
  })
})
