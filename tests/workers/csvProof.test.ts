import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeEntry } from '@/documents/entries/entryCodec'
import { countingSlice } from '@/domain/ledger/aside'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, effectiveEntries, emptyLedger } from '@/domain/ledger/ledger'
import { appraised } from '@/domain/papers/appraisal'
import { EVALUATION_FRAME, frameInForce } from '@/domain/papers/evaluationFrame'
import { HEBEI } from '@/domain/plan/preset'
import { evaluationBasis } from '@/domain/scoring/schemeInForce'
import { selfEvaluation } from '@/domain/scoring/sheet'
import { BookWriting } from '@/workers/bookWriting'
import { actual, adjust, band, dec, DECEMBER, pay, retarget, split, total, voidOf } from '../domain/build'
import { choose, reEvaluate, takeOff, weigh, written } from '../domain/scoring/sheets'
import { PLAN_FILE, realText } from '../documents/realPlan'
import { PUBLISHED } from '../format/board'
import { csvRows, provenAppraisal, provenSheet } from '../scripts/csvProof'

const PROJECTS = PUBLISHED.projects.slice(0, 2)
const FRAME_IDS = EVALUATION_FRAME.map(({ id }) => id)
const DAYS = ['2020-03-31', '2020-06-30', '2020-10-31', '2020-12-31', '2021-01-15']
const VALUES = ['95', '94.996%', '100%', '99', '57%', '0', '4.9%', '88', '好', '1年', '120']
const TARGETS = ['≥95百分比', '=100%', '≤5%', '>90%', '按规定完成', '≥100人']

const act = fc.record({
  project: fc.nat({ max: 1 }),
  row: fc.nat({ max: 6 }),
  on: fc.constantFrom(...DAYS),
  author: fc.constantFrom('张三', '李四'),
  amount: fc.integer({ min: -20_000, max: 500_000 }).map((hundredths) => (hundredths / 100).toFixed(2)),
  text: fc.constantFrom(...VALUES),
  target: fc.constantFrom(...TARGETS),
  percent: fc.constantFrom(null, 80, 91.5, 100),
  kind: fc.constantFrom(
    'pay',
    'pay',
    'total',
    'adjust',
    'actual',
    'actual',
    'actual',
    'part',
    'band',
    'split',
    'target',
    'weights',
    'off',
    'scheme',
    'again',
    'appraise',
    'appraise',
    'frame',
    'void',
    'all',
  ),
})
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

/** The acts as entries, a second apart; a void names an earlier entry of its author. */
function entriesOf(acts: readonly Act[]): Entry[] {
  const made: Entry[] = []
  for (const one of acts) {
    const { id, indicators } = PROJECTS[one.project]!
    const row = indicators[one.row]!.id
    const at = new Date(Date.UTC(2021, 0, 20, 8, 0, made.length)).toISOString()
    const over = { author: one.author, recordedAt: at }
    const points = (Number(one.amount.replace('-', '')) % 11).toFixed(2)
    const half = (Number(points) / 2).toFixed(2)
    const mine = made.filter((entry) => entry.author === one.author && entry.kind !== 'void')
    const named = mine[one.row % Math.max(1, mine.length)]
    const found: Record<Act['kind'], () => Entry[]> = {
      pay: () => [pay(id, one.on, one.amount, over)],
      total: () => [total(id, one.on, one.amount.replace('-', ''), over)],
      adjust: () => [adjust(id, one.on, one.amount, over)],
      actual: () => [actual(row, one.on, one.text, over)],
      part: () => [actual(row, one.on, one.text, { ...over, measure: one.row % 2 ? 'm1' : 'm2' })],
      band: () => [band(row, one.on, 'achieved', one.percent, over)],
      split: () => [split(row, one.on, [{ judged: one.row !== 3 }, {}], over)],
      target: () => [retarget(row, one.on, one.target, over)],
      weights: () => [
        weigh(id, { [indicators[0]!.id]: '20', [row]: points }, '突出重点', '县财〔2021〕3号', over),
      ],
      off: () => [takeOff(one.row === 6 ? id : row, one.row === 5 ? '0' : points, '佐证不全', over)],
      scheme: () => [choose(one.row % 2 ? '2021-101' : '2020-10', over)],
      again: () => [reEvaluate(id, { [row]: ['1', '抽查不符'] }, over)],
      appraise: () => [
        {
          ...written(id, over),
          kind: 'appraisal' as const,
          rows: [...new Set([FRAME_IDS[one.row], FRAME_IDS[(one.row * 5) % 12]])].map((frameRow) => ({
            row: frameRow ?? '',
            points: dec(points),
            basis: '查阅；绩效目标 3、资料',
          })),
          seen:
            one.row % 2
              ? made
                  .filter(({ kind, subject }) => kind === 'appraisal' && subject === id)
                  .map((own) => own.id)
              : [],
        },
      ],
      frame: () => [
        {
          ...written(PUBLISHED.id, over),
          kind: 'appraisal-frame' as const,
          weights: { goals: half, initiation: dec('10').minus(half).toFixed() },
          document: '县财〔2021〕7号',
          reason: '县里统一调整',
        },
      ],
      void: () => (named ? [voidOf(named, over)] : []),
      all: () =>
        indicators.map((own, index) =>
          actual(own.id, one.on, VALUES[(one.row + index) % 4]!, {
            ...over,
            recordedAt: new Date(Date.parse(at) + index).toISOString(),
          }),
        ),
    }
    made.push(
      ...(found[one.kind]?.() ?? []).map((entry) => ({ ...entry, schema: 2 as const, plan: PUBLISHED.id })),
    )
  }
  return made
}

async function csvOf(entries: readonly Entry[]): Promise<string> {
  const writing = new BookWriting({
    what: 'ledger',
    format: 'csv',
    plan: { text: realText, file: PLAN_FILE },
    ledger: PUBLISHED.id,
    origin: 'real',
    asOf: '2020-12-31' as never,
    reached: '2020-12-31' as never,
    knownOn: null,
    knownAt: null,
  })
  writing.add(entries.map(encodeEntry))
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writing.write())
}

describe('the exported .csv alone', () => {
  it('proves every row of every sheet, over 300 random ledgers', async () => {
    let scored = 0
    let evaluated = 0
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 40 }), async (acts) => {
        const entries = entriesOf(acts)
        const { ledger } = addEntries(emptyLedger(PUBLISHED.id), entries)
        const basis = evaluationBasis(PUBLISHED, ledger, HEBEI, null)
        const rows = csvRows(await csvOf(entries))
        for (const project of PROJECTS) {
          const sheet = selfEvaluation(project, countingSlice(ledger, project.id), basis)
          const proven = provenSheet(rows, PUBLISHED.id, project.id, 2020)
          expect(proven).toEqual(
            sheet.rows.map(({ id, weight, points }) => ({
              id,
              weight: weight.toFixed(),
              points: points?.toFixed(2) ?? null,
            })),
          )
          const standpoint = { asOf: DECEMBER, knownAt: null }
          const judged = appraised(
            sheet,
            frameInForce(countingSlice(ledger, PUBLISHED.id), standpoint),
            effectiveEntries(countingSlice(ledger, project.id), standpoint).filter(
              (entry) => entry.kind === 'appraisal',
            ),
            (knownAt) => frameInForce(countingSlice(ledger, PUBLISHED.id), { ...standpoint, knownAt }),
          )
          expect(provenAppraisal(rows, PUBLISHED.id, project.id, 2020)).toEqual(
            judged.rows.map(({ row, points }) => ({ name: row.name, points: points?.toFixed(2) ?? null })),
          )
          evaluated += judged.rows.filter(({ state }) => state === 'judged').length
          scored += sheet.rows.filter(({ points }) => points !== null).length
        }
      }),
      { numRuns: 300 },
    )
    expect(scored).toBeGreaterThan(1000)
    expect(evaluated).toBeGreaterThan(100)
  })
})
