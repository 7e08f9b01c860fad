import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attentionList } from '@/domain/status/attention'
import { worstFirst } from '@/domain/status/worstFirst'
import type { Day } from '@/domain/time/day'
import { planPoints, spendingCurve } from '@/domain/status/departmentStatus'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { attentionText } from '@/format/attentionText'
import { beginText, nothingToAttend } from '@/views/overview/beginText'
import { curveTable } from '@/format/curveTable'
import type { MoneyUnit } from '@/format/figures'
import { headline } from '@/format/headline'
import { officialTable } from '@/format/papers/officialTable'
import { phraseText, type Phrase, type Why } from '@/format/phrase'
import { entryLines } from '@/format/ledger/entryLines'
import { indicatorCards } from '@/format/project/indicatorCards'
import { needText } from '@/format/project/needText'
import { projectHeadline } from '@/format/project/projectHeadline'
import { projectRows } from '@/format/project/projectRows'
import { days, entryLists } from '../domain/arbitraries'
import { boardOf, PUBLISHED } from './board'

const digits = (text: string) =>
  text
    .replace(/[^\s\d.%≥<年/-]/g, '7')
    .replace(/\s+/g, ' ')
    .trim()

/** Entries in which nothing typed could be taken for the board's own words. */
const entries = entryLists(PUBLISHED, { maxLength: 25 }).map((list) =>
  list.map((entry): Entry => {
    if (entry.kind !== 'indicator-actual') return entry
    const { value, fullYear } = entry
    return {
      ...entry,
      value: value.kind === 'text' ? { kind: 'text', text: digits(value.text) } : value,
      fullYear: fullYear && digits(fullYear),
    }
  }),
)

async function explained(why: Why | null | undefined): Promise<string[]> {
  const said = await why?.()
  if (!said) return []
  return [
    said.title,
    said.result,
    said.rule,
    said.source,
    ...said.inputs.flatMap(({ label, value, note }) => [label, value, ...(note === undefined ? [] : [note])]),
  ]
}
const spoken = (phrase: Phrase) => [phraseText(phrase), ...phrase.map(({ why }) => explained(why))]

/** Everything the board says of a ledger on a day: sentences, cells and derivations. */
async function everything(list: readonly Entry[], asOf: Day, unit: MoneyUnit): Promise<string[]> {
  const { ledger } = addEntries(emptyLedger(PUBLISHED.id), list)
  const board = boardOf(list, asOf)
  const { rows } = projectRows(worstFirst(board.projects), board.projects, unit, HEBEI)
  const begin = beginText(board, unit, asOf)
  const said = [
    ...spoken(headline(board, unit, HEBEI)),
    begin.heading,
    ...begin.lines,
    nothingToAttend(board),
    ...attentionList(board.projects).flatMap((item) => {
      const { title, state, body } = attentionText(item, unit)
      return [title, state, body]
    }),
    ...curveTable(planPoints(board.projects), spendingCurve(board.projects), asOf, unit).flatMap(
      ({ day, plan, actual }) => [day, plan, actual],
    ),
    ...rows.flatMap(({ budget, spent, rate, plan, gap, word, cells }) => [
      word,
      ...[budget, spent, rate, plan, gap].flatMap(({ text, why }) => [text, explained(why)]),
      ...cells.flat().flatMap(({ label, why }) => [label, explained(why)]),
    ]),
    ...board.projects.flatMap((status) => {
      const need = needText(status, unit)
      return [
        ...spoken(projectHeadline(status, unit, HEBEI)),
        ...indicatorCards(status, HEBEI).flatMap(({ group, name, word, gap, parts, notes }) => [
          group,
          name,
          word,
          gap,
          ...parts.flatMap((part) => [part.name, part.text, part.when]),
          ...notes,
        ]),
        ...(need ? [need.heading, need.left, need.days, need.forecast ?? '', explained(need.why)] : []),
        ...officialTable(PUBLISHED, status).schedule.map(({ actual }) => actual),
        ...entryLines(status, sliceOf(ledger, status.project.id), unit).flatMap(
          ({ day, kind, about, content, total, voided }) => [day, kind, about, content, total, voided ?? ''],
        ),
      ]
    }),
  ]
  return (await Promise.all(said.map((text) => Promise.resolve(text)))).flat()
}

const boards = fc.record({
  list: entries,
  asOf: days(),
  unit: fc.constantFrom<MoneyUnit>('wan', 'yuan'),
})
const LETTER_OR_SHOUT = /[A-Za-z!！]/
const GAP_OF_NOTHING = /(?:滞后|超出|达|差|超|低于指标值|高于指标值) 0(?:\.0+)? |[−+]0(?:\.0+)?(?![\d.])/
const STUMBLE = /[，；、][，；、。]|。。|（）| {2}|^[，；、。]| [，；、。]/

describe('law: whatever was entered, the board', () => {
  it('speaks Chinese calmly, says no gap of nothing, and does not stumble over its punctuation', async () => {
    await fc.assert(
      fc.asyncProperty(boards, async ({ list, asOf, unit }) => {
        const wrong = [LETTER_OR_SHOUT, GAP_OF_NOTHING, STUMBLE]
        const said = await everything(list, asOf, unit)
        const found = said.filter((text) => wrong.some((fault) => fault.test(text)))
        expect(found).toEqual([])
      }),
    )
  })

  it('ends its headlines with one full stop', () => {
    fc.assert(
      fc.property(boards, ({ list, asOf, unit }) => {
        const board = boardOf(list, asOf)
        const said = [
          phraseText(headline(board, unit, HEBEI)),
          ...board.projects.map((status) => phraseText(projectHeadline(status, unit, HEBEI))),
        ]
        for (const text of said) expect(text).toMatch(/^截至[^。]+。$/)
      }),
    )
  })
})
