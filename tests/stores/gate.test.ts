import { describe, expect, it } from 'vitest'
import { endOfMonth, lastDayOfYear } from '@/domain/time/day'
import { money, parseWan } from '@/domain/number/money'
import { permissionText } from '@/format/permissionText'
import { useActs } from '@/stores/acts'
import { useBackupAge } from '@/stores/files/backupAge'
import { cellKey } from '@/stores/desk/cells'
import { useChecks } from '@/stores/checks'
import { useEvaluation } from '@/stores/evaluation'
import { useMonitoring } from '@/stores/monitoring'
import { useRound } from '@/stores/round'
import { atWork, cellAt, PLAN } from './atWork'
import { FULL, HELD, READY, settled } from './testWorld'

const JUNE = endOfMonth(2020, 6)
const FIRST = `${PLAN}/1`

describe('the gate in the stores', () => {
  it('on 2 July 12月底 can be neither filled in nor submitted, and the sentence names the way', async () => {
    const { desk, pinia, entries, moveTo } = await atWork('2020-07-02T02:00:00.000Z')
    const round = useRound(pinia)
    desk.open(1)
    const ahead = cellAt(desk, 0, 3)
    await desk.enter(ahead, '4000', 'wan')
    expect(desk.states.get(cellKey(ahead))).toMatchObject({ kind: 'refused', why: { reason: 'future' } })
    await desk.put(ahead, { kind: 'amount', amount: money(4e7) }, '4000')
    expect(desk.refused?.kind).toBe('future')
    expect(desk.refused && permissionText(desk.refused)).toContain('全年预计')
    await desk.pay({ day: '2020-07-03', amount: '3', memo: '', voucher: '', covered: '', confirmed: '' })
    expect(desk.refused?.kind).toBe('future')
    await round.step('submit', [FIRST], lastDayOfYear(2020), '')
    expect(round.last?.kind).toBe('not-yet')
    expect(entries()).toHaveLength(0)
    await moveTo('2020-12-31T02:00:00.000Z')
    expect(round.last).toBeNull()
    expect(await round.step('submit', [FIRST], lastDayOfYear(2020), '')).toBe(true)
  })

  it('who acts is bound when something is asked for: a role changed meanwhile does not reach it', async () => {
    const { desk, author, behave, release, entries } = await atWork()
    desk.open(1)
    behave(HELD)
    const first = desk.enter(cellAt(desk, 0, 1), '500', 'wan')
    const second = desk.enter(cellAt(desk, 1, 1), '95', 'wan')
    author.role = 'leader'
    author.name = '李局'
    await release(HELD)
    await release()
    await Promise.all([first, second])
    expect((entries() as unknown as { author: string }[]).map((entry) => entry.author)).toEqual([
      '王芳',
      '王芳',
    ])
  })

  it('the day it is follows the newest entry where the clock has fallen behind, and that is said', async () => {
    const { desk, ledgers, moveTo } = await atWork('2021-02-01T02:00:00.000Z')
    desk.open(1)
    await desk.enter(cellAt(desk, 1, 1), '95', 'wan')
    expect(ledgers.clockBehind).toBe(0)
    await moveTo('2015-01-01T00:00:00.000Z')
    expect([ledgers.workingDay, ledgers.clockBehind > 0]).toEqual(['2021-02-01', true])
    await desk.enter(cellAt(desk, 1, 2), '96', 'wan')
    expect(desk.refused).toBe(null)
  })
})

describe('a clock fallen to 2015', () => {
  it('is said with the next entry, before it ticks', async () => {
    const { desk, ledgers, setTo } = await atWork('2021-02-01T02:00:00.000Z')
    desk.open(1)
    await desk.enter(cellAt(desk, 1, 1), '95', 'wan')
    setTo('2015-01-01T00:00:00.000Z')
    expect(ledgers.clockBehind).toBe(0)
    await desk.enter(cellAt(desk, 1, 1), '96', 'wan')
    expect(ledgers.clockBehind).toBeGreaterThan(0)
  })

  it('95 then 96 in one cell: 96 stands', async () => {
    const { desk, entries, moveTo } = await atWork('2021-02-01T02:00:00.000Z')
    desk.open(1)
    await desk.enter(cellAt(desk, 1, 1), '95', 'wan')
    await moveTo('2015-01-01T00:00:00.000Z')
    await desk.enter(cellAt(desk, 1, 1), '96', 'wan')
    const [first, second] = entries() as unknown as { recordedAt: string }[]
    expect((second?.recordedAt ?? '') > (first?.recordedAt ?? '')).toBe(true)
    expect(desk.statuses[1]?.indicators[0]?.parts[0]?.entry?.value).toMatchObject({ text: '96' })
  })
})

describe('the round', () => {
  it('is taken by manager and leader in turn, refused out of turn, and waits where the storage fails', async () => {
    const { pinia, author, behave, ledgers } = await atWork()
    const round = useRound(pinia)
    expect(await round.step('accept', [FIRST], JUNE, '')).toBe(false)
    expect(round.last?.kind).toBe('role')
    expect(await round.step('submit', [FIRST, `${PLAN}/2`], JUNE, '')).toBe(true)
    expect(await round.step('submit', [FIRST], JUNE, '')).toBe(false)
    expect(round.last?.kind).toBe('out-of-turn')
    author.role = 'leader'
    behave(FULL)
    expect(await round.step('accept', [FIRST], JUNE, '')).toBe(false)
    expect([round.last?.kind, round.roundOf(FIRST, JUNE).state]).toEqual(['waiting', 'submitted'])
    behave(READY)
    await ledgers.retry()
    expect(round.roundOf(FIRST, JUNE).state).toBe('accepted')
    expect(await round.lock('lock', JUNE, '汇总上报')).toBe(true)
    expect(round.lockOf(JUNE)?.author).toBe('王芳')
  })

  it('two steps at once: the second finds the first', async () => {
    const { pinia } = await atWork()
    const round = useRound(pinia)
    await Promise.all([round.step('submit', [FIRST], JUNE, ''), round.say('comment', FIRST, JUNE, '已核对')])
    expect([round.roundOf(FIRST, JUNE).state, round.commentsOf(FIRST).length]).toEqual(['submitted', 1])
  })
})

describe('整改', () => {
  it('is answered for the day of the request, whatever checkpoint is looked at', async () => {
    const { pinia, author, moveTo } = await atWork('2020-07-02T02:00:00.000Z')
    const round = useRound(pinia)
    author.role = 'leader'
    await round.say('rectification', FIRST, JUNE, '补报凭证')
    await moveTo('2020-11-02T02:00:00.000Z')
    author.role = 'manager'
    expect(await round.say('rectification-result', FIRST, endOfMonth(2020, 10), '已补')).toBe(true)
    expect(round.rectificationsOf(FIRST)).toMatchObject([{ answer: { text: '已补', effectiveOn: JUNE } }])
  })
})

describe('evaluating', () => {
  it('is the evaluator’s; a slow storage leaves the sheet as it is until it answers', async () => {
    const { pinia, author, plans, behave, release } = await atWork()
    const evaluation = useEvaluation(pinia)
    const project = plans.plan!.projects[0]!
    expect(await evaluation.takeOff(project.indicators[0]!.id, parseWan('0.0001')!, '偏离')).toBe(false)
    expect(evaluation.last?.kind).toBe('role')
    author.role = 'evaluator'
    behave(HELD)
    const said = evaluation.summarise(project, '完成')
    await settled()
    expect(evaluation.sheets[0]?.summary ?? null).toBe(null)
    await release()
    expect(await said).toBe(true)
  })
})

describe('deciding on a finding', () => {
  it('is dated today, can be taken back by its author, and fails with the storage', async () => {
    const { pinia, author, behave } = await atWork('2021-02-01T02:00:00.000Z', 'evaluator')
    const [checks, acts] = [useChecks(pinia), useActs(pinia)]
    const finding = checks.findings[0]!
    expect((await checks.decide(finding, { kind: 'accepted' }, '与原件一致'))?.kind).toBe('kept')
    const decision = checks.findings[0]!.decisions.at(-1)!
    expect(decision.effectiveOn).toBe('2021-02-01')
    author.name = '周平'
    expect((await checks.takeBack(decision, '有误')).kind).toBe('other-author')
    expect(acts.voidRefusal(decision)?.kind).toBe('other-author')
    author.name = '王芳'
    behave(FULL)
    expect((await checks.takeBack(decision, '有误')).kind).toBe('waiting')
  })
})

it('the monitor follows the project and the day', async () => {
  const { pinia, desk } = await atWork()
  desk.open(1)
  await desk.enter(cellAt(desk, 0, 3), '4000', 'wan')
  expect(useMonitoring(pinia).monitors).toHaveLength(6)
})

it('the age of the last backup is kept and counted to today', async () => {
  const { pinia, ledgers, settings, moveTo } = await atWork()
  const age = useBackupAge(pinia)
  expect(age.need.kind).toBe('none')
  age.done(ledgers.ledger.ids.size)
  expect(JSON.parse(settings.get('jixiao-board.backup') ?? '')).toEqual({ on: '2021-02-01', entries: 0 })
  await moveTo('2021-04-01T02:00:00.000Z')
  expect(age.last?.on).toBe('2021-02-01')
})
