import { describe, expect, it } from 'vitest'
import type { EntryRow } from '@/domain/desk/entryGrid'
import { projectDesk } from '@/domain/desk/projectDesk'
import {
  askPayment,
  evidencing,
  ownEntries,
  paying,
  putting,
  reading,
  remarking,
  reportingZero,
  voiding,
  type DeskBasis,
  type TypedPayment,
} from '@/domain/desk/verbs'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { PLAN_ID, projectOf, SIX_PROJECTS } from '../../fixtures/sixProjects'
import {
  actual,
  day,
  DECEMBER,
  inWan,
  JUNE,
  lock,
  MARCH,
  OCTOBER,
  pay,
  split,
  step,
  total,
  voidOf,
  wan,
  zero,
} from '../build'
import { signOff } from '../scoring/sheets'

const PROJECT = SIX_PROJECTS[2]!
const OTHER = SIX_PROJECTS[3]!
const ID = PROJECT.id
const FIRST = `${ID}/1`

function basis(entries: readonly Entry[] = [], today = DECEMBER): DeskBasis {
  return { ledger: addEntries(emptyLedger(PLAN_ID), entries).ledger, preset: HEBEI, today }
}

function rowOf(own: DeskBasis, key: string, project = PROJECT): EntryRow {
  const { grid } = projectDesk(project, 2020, own.ledger, own.today, HEBEI)
  const row = grid.rows.find((each) => each.key === key)
  if (!row) throw new Error(`no row ${key}`)
  return row
}

const at = (own: DeskBasis, key = FIRST, on = JUNE) => ({ project: PROJECT, row: rowOf(own, key), day: on })
const text = (value: string) => ({ kind: 'actual', value: { kind: 'text', text: value } }) as const

describe('a text typed into a cell', () => {
  it.each([
    ['spending', JUNE, '40', 'accepted'],
    ['spending', JUNE, '', 'empty'],
    ['spending', OCTOBER, '40', 'refused'],
    [FIRST, JUNE, '95', 'accepted'],
    [FIRST, JUNE, '0.95', 'doubtful'],
    [FIRST, JUNE, '95人', 'refused'],
    [FIRST, '2020-08-01', '95', 'accepted'],
  ])('%s at %s: “%s” is %s', (key, on, typed, kind) => {
    const own = basis([], day('2020-08-01'))
    expect(reading(own, { project: PROJECT, row: rowOf(own, key), day: day(on) }, typed, 'wan').kind).toBe(
      kind,
    )
  })

  it.each(['无', '-', '/', '—', ' —— ', '－', '未填报'])(
    '“%s” over a value that stands is answered, not passed over; where nothing stands it says nothing new',
    (typed) => {
      const own = basis([actual(FIRST, JUNE, '95%'), total(ID, JUNE, '40')])
      for (const [key, on] of [
        [FIRST, JUNE],
        [FIRST, OCTOBER],
        ['spending', JUNE],
        ['spending', OCTOBER],
      ] as const)
        expect(reading(own, at(own, key, on), typed, 'wan')).toEqual({
          kind: 'refused',
          why: { reason: 'says-nothing' },
        })
      for (const [key, on] of [
        [FIRST, MARCH],
        ['spending', MARCH],
      ] as const)
        expect(reading(own, at(own, key, on), typed, 'wan').kind).toBe('empty')
      expect(reading(own, at(own), '  ', 'wan').kind).toBe('empty')
    },
  )

  it('is read in the unit of its column', () => {
    const own = basis()
    const read = (unit: 'wan' | 'yuan') => reading(own, at(own, 'spending'), '400000', unit)
    expect(read('yuan')).toMatchObject({ kind: 'accepted', value: { amount: wan('40') } })
    expect(read('wan')).toMatchObject({ kind: 'doubtful', doubts: ['ten-thousand'] })
  })
})

describe('putting values into cells', () => {
  it('makes one step of one project: values bound to another are not its own', () => {
    const own = basis()
    const mine = { place: at(own), value: text('95%') }
    const theirs = {
      place: { project: OTHER, row: rowOf(own, `${OTHER.id}/1`, OTHER), day: JUNE },
      value: text('96%'),
    }
    expect(putting(own, PROJECT, [theirs, mine]).map(({ subject }) => subject)).toEqual([FIRST])
    expect(putting(own, OTHER, [theirs, mine]).map(({ subject }) => subject)).toEqual([`${OTHER.id}/1`])
    expect(putting(own, PROJECT, [theirs])).toEqual([])
    expect(putting(own, PROJECT, [])).toEqual([])
  })

  it('says nothing new with the value that stands', () => {
    const own = basis([actual(FIRST, JUNE, '95%'), total(ID, JUNE, '40')])
    const again = [
      { place: at(own), value: text('95%') },
      { place: at(own, 'spending'), value: { kind: 'amount', amount: wan('40') } as const },
    ]
    expect(putting(own, PROJECT, again)).toEqual([])
  })
})

describe('saying something beside a value', () => {
  const evidence = { name: '台账', place: null, size: null, sha256: null }
  const said = { category: 'funding', text: ' 资金未到 ', fullYear: ' 96% ', likelihood: 'possible' } as const
  const nothing = { category: '', text: '', fullYear: ' ', likelihood: '' } as const
  const held = { ...actual(FIRST, '2020-06-20', '90%'), evidence: [evidence] }

  it('enters the value again on its own day, with the words trimmed and its evidence kept', () => {
    const own = basis([held])
    expect(remarking(own, at(own), said)).toEqual([
      {
        kind: 'indicator-actual',
        subject: FIRST,
        effectiveOn: '2020-06-20',
        measure: null,
        value: held.value,
        evidence: [evidence],
        deviation: { category: 'funding', text: '资金未到' },
        fullYear: '96%',
        likelihood: 'possible',
      },
    ])
  })

  it('takes back what was said, and enters nothing where it says what stands', () => {
    const spoken = { ...held, fullYear: '96%', deviation: { category: 'funding', text: '资金未到' } } as const
    const own = basis([spoken])
    expect(remarking(own, at(own), nothing)).toMatchObject([
      { deviation: null, fullYear: null, likelihood: null },
    ])
    expect(remarking(own, at(own), { ...said, likelihood: '' })).toEqual([])
    expect(remarking(basis([held]), at(basis([held])), nothing)).toEqual([])
  })

  it('names a file once, however often it is chosen', () => {
    const paper = { name: '验收单.pdf', place: null, size: 3, sha256: 'a'.repeat(64) }
    const own = basis([{ ...held, evidence: [evidence, paper] }])
    expect(evidencing(own, at(own), { ...paper, name: '副本.pdf' })).toEqual([])
    expect(evidencing(own, at(own), { ...paper, sha256: null })).toMatchObject([
      { evidence: [evidence, paper, { ...paper, sha256: null }] },
    ])
  })

  it('adds evidence to what is there, and keeps what was said', () => {
    const spoken = { ...held, fullYear: '97%', deviation: { category: 'other', text: '天气' } } as const
    const own = basis([spoken])
    const more = { ...evidence, name: '验收单' }
    expect(evidencing(own, at(own), more)).toMatchObject([
      { evidence: [evidence, more], fullYear: '97%', deviation: spoken.deviation, effectiveOn: '2020-06-20' },
    ])
  })

  it('is nothing where no value stands: spending, an unreported cell, a day without a column', () => {
    const own = basis([held, total(ID, JUNE, '40')])
    expect(remarking(own, at(own, 'spending'), said)).toEqual([])
    expect(remarking(own, at(own, `${ID}/2`), said)).toEqual([])
    expect(remarking(own, at(own, FIRST, MARCH), said)).toEqual([])
    expect(evidencing(own, at(own, 'spending'), evidence)).toEqual([])
  })

  it('speaks of one part of a split', () => {
    const entries = [split(FIRST, '2020-01-01', [{}, {}]), actual(FIRST, JUNE, '95%', { measure: 'm2' })]
    const own = basis(entries)
    expect(remarking(own, at(own, `${FIRST}#m2`), said)).toMatchObject([{ measure: 'm2' }])
    expect(remarking(own, at(own, `${FIRST}#m1`), said)).toEqual([])
  })
})

describe('a void', () => {
  const paid = pay(ID, '2020-05-01', '3')
  const value = actual(FIRST, JUNE, '95%')

  it('bears the subject and the day of what it names, wherever it is asked for', () => {
    const { ledger } = basis([paid, value])
    expect(voiding(ledger, FIRST, paid.id, '填错')).toEqual([
      { kind: 'void', subject: ID, effectiveOn: '2020-05-01', entry: paid.id, reason: '填错' },
    ])
    expect(voiding(ledger, ID, value.id, '填错')).toMatchObject([{ subject: FIRST, effectiveOn: JUNE }])
  })

  it('of what is not there is none', () => {
    const { ledger } = basis([paid])
    expect(voiding(ledger, ID, 'x', '填错')).toEqual([])
    expect(voiding(ledger, OTHER.id, paid.id, '填错')).toEqual([])
  })
})

describe('the entries that make a cell', () => {
  const entries = [
    zero(ID, MARCH),
    pay(ID, '2020-04-01', '1'),
    total(ID, JUNE, '3'),
    pay(ID, '2020-07-01', '2'),
    actual(FIRST, MARCH, '90%'),
    actual(FIRST, '2020-04-01', '91%'),
    actual(FIRST, JUNE, '92%'),
    actual(FIRST, '2020-07-01', '93%'),
    actual(`${ID}/2`, JUNE, '94%'),
    actual(FIRST, JUNE, '95%', { measure: 'm1' }),
  ]
  const made = (key: string, after: typeof JUNE | null, more: readonly Entry[] = []) => {
    const own = basis([...entries, ...more])
    const row = key === 'spending' ? rowOf(own, key) : rowOf(basis(), key)
    return ownEntries(own.ledger, { project: PROJECT, row, day: JUNE }, after).map(({ id }) =>
      entries.findIndex((entry) => entry.id === id),
    )
  }

  it('are those of its own period: after the column before, up to its day', () => {
    expect(made('spending', MARCH)).toEqual([1, 2])
    expect(made('spending', null)).toEqual([0, 1, 2])
    expect(made(FIRST, MARCH)).toEqual([5, 6])
    expect(made(FIRST, null)).toEqual([4, 5, 6])
  })

  it('are of its own row, and standing', () => {
    expect(made(`${ID}/2`, null)).toEqual([8])
    expect(made('spending', MARCH, [voidOf(entries[1]!)])).toEqual([2])
  })

  it('are those of its own part', () => {
    const own = basis([split(FIRST, '2020-01-01', [{}, {}]), ...entries])
    const [value] = ownEntries(own.ledger, at(own, `${FIRST}#m1`), MARCH)
    expect(value).toBe(entries[9])
    expect(ownEntries(own.ledger, at(own, `${FIRST}#m2`), MARCH)).toEqual([])
  })
})

describe('a typed payment before it is entered', () => {
  const typed = (over: Partial<TypedPayment> = {}): TypedPayment => ({
    day: '2020-05-06',
    amount: '3',
    memo: '',
    voucher: '',
    covered: '',
    confirmed: '',
    ...over,
  })
  const asked = (over: Partial<TypedPayment> = {}, entries: readonly Entry[] = [], today = DECEMBER) =>
    askPayment(basis(entries, today), PROJECT, typed(over))

  it.each<[string, Partial<TypedPayment>, readonly Entry[], string[], string | null]>([
    ['a plain one', {}, [], [], '3'],
    ['no day', { day: '' }, [], [], '3'],
    ['no amount', { amount: '' }, [], [], null],
    ['an amount that cannot be read', { amount: '三' }, [], [], null],
    [
      'a refund of more than was spent',
      { amount: '-5' },
      [pay(ID, '2020-05-01', '3')],
      ['negative-total'],
      '-5',
    ],
    ['a refund of what was spent', { amount: '-3' }, [pay(ID, '2020-05-01', '3')], [], '-3'],
    ['元 where 万元 is meant', { amount: '400000' }, [], ['ten-thousand'], '400000'],
    ['元 said', { amount: '400000元' }, [], [], '40'],
    ['a figure in scientific form', { amount: '1e1' }, [], ['scientific'], '10'],
    [
      'what is there already',
      { memo: '工程款' },
      [{ ...pay(ID, '2020-05-06', '3'), memo: '工程款' }],
      ['repeated'],
      '3',
    ],
    ['a figure that reads as a day', { amount: '43991' }, [], ['ten-thousand'], '43991'],
  ])('%s', (_, over, entries, questions, amount) => {
    const own = asked(over, entries)
    expect(own.questions.map(({ kind }) => kind)).toEqual(questions)
    expect(inWan(own.amount)).toBe(amount)
  })

  it('asks whether a small figure is a day of the year where the budget does not tell', () => {
    const big = projectOf(7, '大项', '50000', { '06': '50', '12': '100' }, [])
    const own = askPayment(basis(), big, typed({ amount: '43991' }))
    expect(own.questions.map(({ kind }) => kind)).toEqual(['serial-date'])
    expect(askPayment(basis(), big, typed({ amount: '43991', day: '' })).questions).toEqual([])
  })

  it.each<[string, readonly Entry[], string, string | undefined]>([
    ['nothing', [], '2020-05-06', undefined],
    ['an accepted checkpoint', [step('accept', ID, JUNE)], '2020-06-30', 'closed'],
    ['the day after it', [step('accept', ID, JUNE)], '2020-07-01', undefined],
    ['a lock', [lock(JUNE)], '2020-05-06', 'closed'],
    ['a signed-off year', [signOff(ID)], '2020-05-06', 'signed-off'],
    ['today', [], '2020-08-01', undefined],
    ['tomorrow', [], '2020-08-02', 'future'],
    ['no day at all', [], '', undefined],
  ])('is barred by %s', (_, entries, on, kind) => {
    expect(asked({ day: on }, entries, day('2020-08-01')).bar?.kind).toBe(kind)
  })

  it('says which day is ahead and which is today', () => {
    expect(asked({ day: '2020-08-02' }, [], day('2020-08-01')).bar).toEqual({
      kind: 'future',
      day: '2020-08-02',
      today: '2020-08-01',
    })
  })

  it('is entered with its words trimmed', () => {
    expect(paying(basis(), PROJECT, typed({ memo: ' 工程款 ', voucher: ' 记-5 ' }))).toEqual([
      {
        kind: 'payment',
        subject: ID,
        effectiveOn: '2020-05-06',
        amount: wan('3'),
        memo: '工程款',
        voucher: '记-5',
        stated: null,
      },
    ])
  })

  it('is not entered without a day or an amount, nor with a question that nobody answered', () => {
    const own = basis()
    expect(paying(own, PROJECT, typed({ day: '2020-02-30' }))).toEqual([])
    expect(paying(own, PROJECT, typed({ amount: '' }))).toEqual([])
    const doubted = typed({ amount: '400000' })
    expect(paying(own, PROJECT, doubted)).toEqual([])
    const { key } = askPayment(own, PROJECT, doubted)
    expect(paying(own, PROJECT, { ...doubted, confirmed: key })).toMatchObject([{ amount: wan('400000') }])
  })

  it('an answer is to one payment: another day, amount, voucher or memo asks anew', () => {
    const keys = [
      {},
      { day: '2020-05-07' },
      { amount: '400001' },
      { memo: '工程款' },
      { voucher: '记-5' },
      { amount: '400000元' },
    ].map((over) => asked({ amount: '400000', ...over }).key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(asked({ amount: '400000', memo: ' ' }).key).toBe(asked({ amount: '400000' }).key)
  })

  it('raises the total that covers its day by a statement of that day, with no words of its own', () => {
    const own = basis([total(ID, JUNE, '40')])
    expect(paying(own, PROJECT, typed({ covered: 'added' }))).toMatchObject([
      { kind: 'payment' },
      { kind: 'spending-total', subject: ID, effectiveOn: JUNE, amount: wan('43'), memo: '' },
    ])
  })
})

describe('zero said', () => {
  it('is a statement of 0 on its day, and nothing where the day is none', () => {
    expect(reportingZero(PROJECT, '2020-03-31')).toEqual([
      { kind: 'spending-total', subject: ID, effectiveOn: MARCH, amount: wan('0'), memo: '' },
    ])
    expect(reportingZero(PROJECT, '3月底')).toEqual([])
  })
})
