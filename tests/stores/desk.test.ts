import { describe, expect, it } from 'vitest'
import { lastDayOfYear } from '@/domain/time/day'
import { money } from '@/domain/number/money'
import { useAcross } from '@/stores/desk/across'
import { useCells } from '@/stores/desk/cells'
import { useSteps } from '@/stores/desk/steps'
import { atWork, cellAt, PLAN } from './atWork'
import type { Entry } from '@/domain/ledger/entry'
import { day as on, total } from '../domain/build'
import { FULL, HELD, READY, settled } from './testWorld'

const OTHER = `${PLAN}/2`
const FIRST = `${PLAN}/1`
const shown = (desk: Awaited<ReturnType<typeof atWork>>['desk'], column: number) =>
  desk.statuses[column]?.spent?.div(10_000).toString() ?? null

describe('the desk with a slow storage', () => {
  it('keeps three figures typed quickly in the project they were typed into, though another is opened meanwhile', async () => {
    const { desk, behave, release, entries } = await atWork()
    desk.open(1)
    behave(HELD)
    const typed = ['100', '500', '700'].map((text, column) =>
      desk.enter(cellAt(desk, 0, column), text, 'wan'),
    )
    desk.open(2)
    while (entries().length < 3) await release(HELD)
    await release(READY)
    await Promise.all(typed)
    expect(new Set(entries().map(({ subject }) => subject))).toEqual(new Set([FIRST]))
    expect([0, 1, 2, 3].map((column) => shown(desk, column))).toEqual([null, null, null, null])
    desk.open(1)
    expect([0, 1, 2].map((column) => shown(desk, column))).toEqual(['100', '500', '700'])
    expect(desk.states.size).toBe(0)
  })

  it('says of each cell that it is being saved until it is, and lets it be undone then', async () => {
    const { desk, behave, release } = await atWork()
    desk.open(1)
    behave(HELD)
    const cell = cellAt(desk, 0, 1)
    const typed = desk.enter(cell, '500', 'wan')
    await settled()
    expect([...desk.states.values()].map(({ kind }) => kind)).toEqual(['saving'])
    expect(desk.canUndo).toBe(false)
    await release()
    await typed
    expect(desk.states.size).toBe(0)
    expect(desk.canUndo).toBe(true)
  })

  it('keeps a payment, a zero, a remark, an evidence and a void with the project they were said of', async () => {
    const { desk, behave, release, entries } = await atWork()
    desk.open(1)
    const cell = cellAt(desk, 1, 1)
    await desk.enter(cell, '95', 'wan')
    const [held] = entries() as unknown as { id: string }[]
    behave(HELD)
    const asked = [
      desk.remark(cell, { category: 'staff', text: '人手不足', fullYear: '', likelihood: '' }),
      desk.addEvidence(cell, new File(['x'], '凭证.pdf')),
      desk.pay({ day: '2020-05-06', amount: '3', memo: '', voucher: '', covered: '', confirmed: '' }),
      desk.voidEntry(held!.id, '填错'),
    ]
    desk.open(2)
    for (let turn = 0; turn < 8; turn += 1) await release(HELD)
    await release()
    await Promise.all(asked)
    expect(entries()).toHaveLength(5)
    expect(entries().every(({ subject }) => subject.startsWith(FIRST))).toBe(true)
  })

  it('undoes in the project where 撤销 was pressed', async () => {
    const { desk, behave, release, entries } = await atWork()
    for (const position of [1, 2]) {
      desk.open(position)
      await desk.enter(cellAt(desk, 0, 1), '40', 'wan')
    }
    behave(HELD)
    const undone = desk.undo()
    desk.open(1)
    await release()
    await undone
    expect(
      entries()
        .filter(({ kind }) => kind === 'void')
        .map(({ subject }) => subject),
    ).toEqual([OTHER])
    expect(shown(desk, 1)).toBe('40')
    expect(desk.canUndo).toBe(true)
    desk.open(2)
    expect(shown(desk, 1)).toBe(null)
    expect([desk.canUndo, desk.canRedo]).toEqual([false, true])
    await desk.redo()
    expect(shown(desk, 1)).toBe('40')
  })
})

describe('the desk with a storage that fails', () => {
  it.each([
    ['answers that it is full', FULL],
    ['throws', { kind: 'throws' } as const],
  ])('marks the cell when it %s, and settles it on 重试', async (_, manner) => {
    const { desk, behave, ledgers } = await atWork()
    desk.open(1)
    behave(manner)
    await desk.enter(cellAt(desk, 0, 1), '500', 'wan')
    expect([...desk.states.values()].map(({ kind, text }) => [kind, text])).toEqual([['failed', '500']])
    expect(ledgers.saving).toBe(false)
    expect(ledgers.unsaved).toHaveLength(1)
    behave(READY)
    await ledgers.retry()
    await settled()
    expect(desk.states.size).toBe(0)
    expect(shown(desk, 1)).toBe('500')
    await desk.undo()
    expect([shown(desk, 1), desk.canUndo, desk.canRedo]).toEqual([null, false, true])
  })
})

describe('a payment that could not be kept', () => {
  const paid = { day: '2020-05-06', amount: '3', memo: '', voucher: '', covered: '', confirmed: '' } as const

  it('is told of when 重试 has kept it, once', async () => {
    const { desk, behave, ledgers, entries } = await atWork()
    desk.open(1)
    behave(FULL)
    let told = 0
    expect(await desk.pay(paid, () => (told += 1))).toBe(false)
    await ledgers.retry()
    expect(told).toBe(0)
    behave(READY)
    await ledgers.retry()
    expect([told, entries().length]).toEqual([1, 1])
    await ledgers.retry()
    expect(told).toBe(1)
    expect(desk.canUndo).toBe(true)
    await desk.undo()
    expect([desk.canUndo, entries().length]).toEqual([false, 2])
  })

  it('is the same payment when it is entered again, full or not, and another is another', async () => {
    const { desk, behave, ledgers, entries } = await atWork()
    desk.open(1)
    behave(FULL)
    let told = 0
    await desk.pay(paid)
    expect(await desk.pay(paid, () => (told += 1))).toBe(false)
    await desk.pay({ ...paid, amount: '4' })
    expect(ledgers.unsaved).toHaveLength(2)
    behave(READY)
    expect(await desk.pay(paid)).toBe(true)
    expect([entries().length, ledgers.unsaved.length, ledgers.failure, told]).toEqual([2, 0, null, 1])
    expect(await desk.pay(paid)).toBe(false)
  })

  it('is not entered a second time while it is being tried again', async () => {
    const { desk, behave, ledgers, entries, release } = await atWork()
    desk.open(1)
    behave(FULL)
    await desk.pay(paid)
    await desk.pay({ ...paid, amount: '4' })
    behave(HELD)
    const [retried, again] = [ledgers.retry(), desk.pay({ ...paid, amount: '4' })]
    while (entries().length < 2) await release(HELD)
    await release(READY)
    await Promise.all([retried, again])
    expect(entries()).toHaveLength(2)
  })
})

describe('what is typed and not settled', () => {
  it('keeps a dash over a saved value in its cell until it is given up, and the value stands', async () => {
    const { desk } = await atWork()
    desk.open(1)
    await desk.enter(cellAt(desk, 0, 1), '500', 'wan')
    await desk.enter(cellAt(desk, 0, 1), '—', 'wan')
    expect([...desk.states.values()]).toEqual([
      { kind: 'refused', why: { reason: 'says-nothing' }, text: '—' },
    ])
    desk.dismiss(cellAt(desk, 0, 1))
    expect([desk.states.size, shown(desk, 1)]).toEqual([0, '500'])
  })

  it('stays with its project while others are looked at', async () => {
    const { desk } = await atWork()
    desk.open(2)
    await desk.enter(cellAt(desk, 1, 1), '很多', 'wan')
    expect([...desk.states.values()].map(({ kind }) => kind)).toEqual(['refused'])
    desk.open(3)
    expect(desk.states.size).toBe(0)
    desk.open(2)
    expect([...desk.states.values()].map(({ text }) => text)).toEqual(['很多'])
    desk.dismiss(cellAt(desk, 1, 1))
    expect(desk.states.size).toBe(0)
  })

  it('is asked about where it is doubtful, and put as answered', async () => {
    const { desk } = await atWork()
    desk.open(3)
    const cell = cellAt(desk, 0, 1)
    await desk.enter(cell, '400000', 'wan')
    const [state] = [...desk.states.values()]
    expect(state?.kind).toBe('doubtful')
    if (state?.kind === 'doubtful') await desk.put(cell, state.suggestion, state.text)
    expect(shown(desk, 1)).toBe('40')
  })
})

describe('two at once', () => {
  it('pastes a block and takes a figure typed in another project at the same moment', async () => {
    const { desk, behave, release, entries } = await atWork()
    desk.open(1)
    behave(HELD)
    const pasted = desk.paste(
      [0, 1].map((column) => {
        const place = cellAt(desk, 1, column)
        return { place, value: { kind: 'actual' as const, value: { kind: 'text' as const, text: '95' } } }
      }),
    )
    desk.open(2)
    const typed = desk.enter(cellAt(desk, 0, 1), '40', 'wan')
    await release(HELD)
    await release()
    await Promise.all([pasted, typed])
    const subjects = entries().map(({ subject }) => subject)
    expect(subjects.filter((subject) => subject.startsWith(FIRST))).toHaveLength(2)
    expect(subjects.filter((subject) => subject === OTHER)).toHaveLength(1)
  })

  it('keeps what was typed in a plan that is left before it was saved', async () => {
    const { desk, behave, release, ledgers, entries, plans, told } = await atWork()
    desk.open(1)
    behave(HELD)
    const typed = desk.enter(cellAt(desk, 0, 1), '500', 'wan')
    await settled()
    await plans.load(null, true)
    await ledgers.openDemo(PLAN)
    expect(told.closed).toBe(0)
    await release()
    await typed
    expect(entries().map(({ subject }) => subject)).toEqual([FIRST])
    expect(ledgers.ledger.ids.has((entries()[0] as unknown as { id: string }).id)).toBe(false)
    expect(told.closed).toBe(1)
  })

  it('forgets the steps of a demonstration that is left', async () => {
    const { ledgers, pinia } = await atWork()
    await ledgers.openDemo(PLAN)
    const { plan } = ledgers.ledger
    await useSteps(pinia).hand(FIRST)(() => [
      { kind: 'comment', subject: FIRST, effectiveOn: lastDayOfYear(2020), text: '已阅' },
    ])
    expect(useSteps(pinia).of(plan, FIRST).done).toHaveLength(1)
    await ledgers.openReal(PLAN)
    await settled()
    expect(useSteps(pinia).of(plan, FIRST).done).toHaveLength(0)
    expect(useCells(pinia).of(plan, FIRST).size).toBe(0)
  })

  it('has one history: all projects take back the newest step of any, a project its own part', async () => {
    const { desk, pinia } = await atWork()
    const across = useAcross(pinia)
    across.open(on('2020-06-30'))
    await settled()
    const spent = (project: number) => {
      desk.open(project)
      return shown(desk, 1)
    }
    const place = (project: number) => {
      desk.open(project)
      return cellAt(desk, 0, 1)
    }
    const value = (wan: number) => ({ kind: 'amount' as const, amount: money(wan * 10_000) })
    const undone = async () => (await across.undo()).projects.map(({ id }) => id)
    const redone = async () => (await across.redo()).projects.map(({ id }) => id)
    await desk.enter(place(1), '100', 'wan')
    expect(across.canUndo).toBe(true)
    await across.paste([
      { place: place(1), value: value(200) },
      { place: place(2), value: value(20) },
    ])
    await desk.enter(place(3), '30', 'wan')
    expect(await undone()).toEqual([`${PLAN}/3`])
    expect(await undone()).toEqual([FIRST, OTHER])
    expect([spent(1), spent(2), spent(3)]).toEqual(['100', null, null])
    expect(await redone()).toEqual([FIRST, OTHER])
    expect([spent(1), spent(2)]).toEqual(['200', '20'])
    desk.open(1)
    await desk.undo()
    expect([spent(1), spent(2)]).toEqual(['100', '20'])
    expect(await undone()).toEqual([OTHER])
    expect(await undone()).toEqual([FIRST])
    expect([spent(1), spent(2), spent(3)]).toEqual([null, null, null])
    expect(across.canUndo).toBe(false)
    await desk.enter(place(2), '5', 'wan')
    expect(across.canRedo).toBe(false)
    expect(await redone()).toEqual([])
  })

  it('takes back two steps of two presses, the second asked for while the first is being written', async () => {
    const { desk, pinia, behave, release } = await atWork()
    const across = useAcross(pinia)
    desk.open(1)
    await desk.enter(cellAt(desk, 0, 1), '100', 'wan')
    desk.open(2)
    await desk.enter(cellAt(desk, 0, 1), '20', 'wan')
    behave(HELD)
    const undone = [across.undo(), across.undo()]
    await settled()
    await release()
    await release()
    expect((await Promise.all(undone)).map(({ projects }) => projects.map(({ id }) => id))).toEqual([
      [OTHER],
      [FIRST],
    ])
  })
})

describe('a cell that another tab fills while it is being typed into', () => {
  /** Another total of 6月底, recorded after everything that is here. */
  const theirs = (
    ledgers: Awaited<ReturnType<typeof atWork>>['ledgers'],
    wanted: string,
    author = '李明',
  ): Entry => {
    const newest = (ledgers.ledger.slices.get(FIRST) ?? [])
      .map(({ recordedAt }) => recordedAt)
      .sort()
      .at(-1)
    const recordedAt = new Date(Date.parse(newest ?? '2020-07-01T00:00:00.000Z') + 1000).toISOString()
    return { ...total(FIRST, '2020-06-30', wanted, { author }), recordedAt }
  }
  const kinds = (desk: Awaited<ReturnType<typeof atWork>>['desk']) =>
    [...desk.states.values()].map((state) =>
      state.kind === 'moved' ? `moved by ${state.meanwhile.by?.author}` : state.kind,
    )

  it('asks before it is replaced, and again when it moved since the question', async () => {
    const { desk, ledgers } = await atWork()
    desk.open(1)
    const cell = cellAt(desk, 0, 1)
    desk.typing(cell, '6')
    await ledgers.take([theirs(ledgers, '500')])
    desk.typing(cell, '600')
    await desk.enter(cell, '600', 'wan')
    expect([kinds(desk), shown(desk, 1)]).toEqual([['moved by 李明'], '500'])
    await ledgers.take([theirs(ledgers, '510')])
    const value = { kind: 'amount' as const, amount: money(6_000_000) }
    await desk.put(cell, value, '600')
    expect([kinds(desk), shown(desk, 1)]).toEqual([['moved by 李明'], '510'])
    await desk.put(cell, value, '600')
    expect([kinds(desk), shown(desk, 1)]).toEqual([[], '600'])
  })

  it('asks also where what was typed is only taken up after a reload, and not where nothing came', async () => {
    const { desk, ledgers, pinia } = await atWork()
    const cells = useCells(pinia)
    desk.open(1)
    const cell = cellAt(desk, 0, 1)
    desk.typing(cell, '600')
    desk.typing(cell, null)
    await ledgers.take([theirs(ledgers, '500')])
    await desk.enter(cell, '610', 'wan')
    expect([kinds(desk), shown(desk, 1)]).toEqual([[], '610'])
    desk.typing(cell, '620')
    await ledgers.take([theirs(ledgers, '630')])
    cells.restore(PLAN, FIRST)
    expect(kinds(desk)).toEqual(['typed'])
    await desk.enter(cell, '620', 'wan')
    expect(kinds(desk)).toEqual(['moved by 李明'])
  })

  it('one’s own figures, typed one after another, are never asked about', async () => {
    const { desk, behave, release } = await atWork()
    desk.open(1)
    const cell = cellAt(desk, 0, 1)
    behave(HELD)
    desk.typing(cell, '5')
    const first = desk.enter(cell, '5', 'wan')
    desk.typing(cell, '6')
    const second = desk.enter(cell, '6', 'wan')
    await settled()
    await release(HELD)
    await release(READY)
    await Promise.all([first, second])
    expect([kinds(desk), shown(desk, 1)]).toEqual([[], '6'])
  })

  it('is told when the undo of one’s own figure moves nothing', async () => {
    const { desk, ledgers } = await atWork()
    desk.open(1)
    await desk.enter(cellAt(desk, 0, 1), '400', 'wan')
    await ledgers.take([theirs(ledgers, '500', '王芳')])
    expect(shown(desk, 1)).toBe('500')
    const { stays } = await desk.undo()
    expect(stays.map(({ day, value }) => [day, value?.kind === 'amount' && value.amount.toFixed()])).toEqual([
      ['2020-06-30', '5000000'],
    ])
  })
})
