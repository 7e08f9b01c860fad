import { describe, expect, it } from 'vitest'
import { comparableName, visibleText } from '@/domain/number/visibleText'
import { readActual } from '@/domain/status/actual'
import { parseTarget, parseUnit, sameUnit } from '@/domain/plan/target'

/** What a reader does not see, each by its name. */
const UNSEEN = [
  ['zero width space', '\u200B'],
  ['zero width joiner', '\u200D'],
  ['word joiner', '\u2060'],
  ['byte order mark', '\uFEFF'],
  ['soft hyphen', '\u00AD'],
  ['left-to-right mark', '\u200E'],
  ['embedding', '\u202A'],
  ['variation selector', '\uFE0F'],
  ['ideographic variation', '\u{E0100}'],
  ['Hangul filler', '\u3164'],
  ['Mongolian separator', '\u180E'],
  ['a control character', '\u0001'],
  ['a delete', '\u007F'],
] as const

describe('a text as it reads', () => {
  it.each(UNSEEN)('without a %s, wherever it stands', (_, sign) => {
    expect(visibleText(`${sign}办公${sign}楼${sign}`)).toBe('办公楼')
  })

  it.each([
    ['  办公　楼 \t\n 修缮  ', '办公 楼 修缮'],
    ['办公\t楼', '办公 楼'],
    ['办公\u00A0楼', '办公 楼'],
    ['办公\u2800楼', '办公 楼'],
    ['办公\u2800\u2800楼', '办公 楼'],
    ['办公 楼', '办公 楼'],
    ['９５％', '95%'],
    ['', ''],
    ['\u200B', ''],
  ])('%j is %j', (text, plain) => {
    expect(visibleText(text)).toBe(plain)
  })

  it('a name is compared without any spaces', () => {
    expect(comparableName(' 办公 楼　修\u200B缮 ')).toBe('办公楼修缮')
  })
})

/** Percent signs of every width, as documents print them (domain.md §5: one unit). */
const PERCENTS = ['百分比', '%', '％', '﹪', '٪', '%(百分比)', '﹪﹙百分比﹚', '％（百分比）'] as const

describe('signs nobody sees and signs of other widths make no unit of their own (domain.md §5)', () => {
  it.each(PERCENTS)('%s is the percent', (printed) => {
    expect(parseUnit(printed)).toEqual({ kind: 'percent' })
    for (const [, sign] of UNSEEN) {
      expect(parseUnit(`${sign}${printed}${sign}`)).toEqual({ kind: 'percent' })
      expect(parseUnit(`${printed.slice(0, 1)}${sign}${printed.slice(1)}`)).toEqual({ kind: 'percent' })
    }
  })

  it.each(PERCENTS.flatMap((printed) => UNSEEN.map(([name, sign]) => [name, sign, printed] as const)))(
    'with a %s (%j) before %s a target is plain, and 95%% is accepted against it',
    (_, sign, printed) => {
      const text = `≥90${sign}${printed}`
      const target = parseTarget(text)
      expect(target).toMatchObject({ kind: 'threshold', text, comparator: '>=', unit: { kind: 'percent' } })
      for (const typed of ['95', '95%', '95％', '95﹪', `95${sign}%`, `95${sign}`])
        expect(readActual(typed, target)).toMatchObject({ kind: 'accepted' })
    },
  )

  it.each([
    ['﹥90﹪', '>', '90'],
    ['﹤90﹪', '<', '90'],
    ['﹦100﹪', '=', '100'],
    ['≥\u200B９０％', '>=', '90'],
    ['\u200B≥90%', '>=', '90'],
    ['≥1\u2060,200%', '>=', '1200'],
    ['不低\u200B于90%', '>=', '90'],
  ])('%s', (text, comparator, value) => {
    const target = parseTarget(text)
    if (target.kind !== 'threshold') throw new Error(target.kind)
    expect([target.comparator, target.value.toFixed(), target.unit.kind]).toEqual([
      comparator,
      value,
      'percent',
    ])
  })

  it('another unit is kept as printed and compared as it reads', () => {
    const [plain, hidden] = [parseTarget('≥1年'), parseTarget('≥1\u200B年')]
    if (plain.kind !== 'threshold' || hidden.kind !== 'threshold') throw new Error('no threshold')
    expect(sameUnit(plain.unit, hidden.unit)).toBe(true)
    expect(readActual('2年', hidden)).toMatchObject({ kind: 'accepted' })
    expect(readActual('2%', hidden)).toMatchObject({ kind: 'refused' })
  })
})
