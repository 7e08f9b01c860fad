import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { concernsOf } from '@/domain/scoring/concerns'
import { isCarriedRow } from '@/domain/scoring/row'
import { carriedClauses } from '@/format/scoring/carriedText'
import { sheetText } from '@/format/scoring/sheetText'
import { actual, pay, total, zero } from '../build'
import { projectWith, reportedAll, sheetOf, summarise } from './sheets'

const project = projectWith()
const P = project.id
const full = reportedAll(project)
const moved = (on: string) => full.map((entry) => ({ ...entry, effectiveOn: on as Entry['effectiveOn'] }))
const carriedIn = (entries: readonly Entry[]) =>
  sheetOf(project, entries)
    .rows.filter(isCarriedRow)
    .map(({ id }) => id)
const all = sheetOf(project, full).rows.map(({ id }) => id)

describe('rows that stand on an earlier checkpoint’s report (domain.md §7)', () => {
  it.each([
    ['2020-06-30', all],
    ['2020-10-31', all],
    ['2020-11-01', []],
    ['2020-12-31', []],
  ] as const)('everything of %s', (on, rows) => {
    expect(carriedIn(moved(on))).toEqual(rows)
  })

  it.each<[string, Entry, readonly string[]]>([
    ['a payment of the last period', pay(P, '2020-12-01', '1'), all.slice(1)],
    ['a statement of the last period', total(P, '2020-12-31', '100'), all.slice(1)],
    ['a value of the last period', actual(`${P}/1`, '2020-12-31', '96'), all.filter((id) => id !== `${P}/1`)],
  ])('%s ends it for its row alone', (_, entry, rows) => {
    expect(carriedIn([...moved('2020-06-30'), entry])).toEqual(rows)
  })

  it('zero said at the year’s end is of the year’s end, and nothing said is carried from nowhere', () => {
    expect(carriedIn([zero(P, '2020-12-31')])).toEqual([])
    expect(carriedIn([])).toEqual([])
  })

  it('keeps the score, says which and of when, and the sign-off asks for a word', () => {
    const june = [...moved('2020-06-30'), summarise(P)]
    const [sheet, year] = [sheetOf(project, june), sheetOf(project, [...full, summarise(P)])]
    expect(sheet.outcome).toEqual(year.outcome)
    const names = sheet.indicators.map(({ indicator }) => `“${indicator.level3}”`).join('')
    expect(carriedClauses(sheet)).toEqual(['全年执行数为截至6月30日填报数', `${names}沿用6月底`])
    expect(sheetText(sheet, 'wan').rows.map(({ carried }) => carried)).toEqual(
      sheet.indicators.map(() => '沿用6月底'),
    )
    const kinds = (own: typeof sheet) =>
      concernsOf(own, [], [], { id: null, name: '陈评' }).map(({ kind }) => kind)
    expect(kinds(sheet)).toContain('earlier-values')
    expect(kinds(year)).not.toContain('earlier-values')
    expect(carriedClauses(year)).toEqual([])
  })
})
