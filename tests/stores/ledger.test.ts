import { describe, expect, it } from 'vitest'
import type { Draft } from '@/domain/ledger/draft'
import { lastDayOfYear } from '@/domain/time/day'
import { atWork, PLAN } from './atWork'
import { FULL, HELD, READY, settled } from './testWorld'

const WANG = { id: null, name: '王芳', role: 'manager' } as const
const comment = (text: string): Draft => ({
  kind: 'comment',
  subject: `${PLAN}/1`,
  effectiveOn: lastDayOfYear(2020),
  text,
})

describe('saving hangs on nothing else', () => {
  it.each([
    ['is never answered', () => new Promise<never>(() => {}), 'evictable'],
    ['is refused with an error', () => Promise.reject(new Error('404')), 'unknown'],
    [
      'throws',
      () => {
        throw new Error('no such thing')
      },
      'unknown',
    ],
    ['is answered', () => Promise.resolve('kept' as const), 'kept'],
  ])('when the question for lasting storage %s, an entry is saved all the same', async (_, ask, said) => {
    const { ledgers, answers, told } = await atWork()
    answers.persist = ask
    expect(await ledgers.write([comment('一')], WANG)).toHaveLength(1)
    expect(ledgers.saving).toBe(false)
    expect(ledgers.savedAt).not.toBe(null)
    await ledgers.write([comment('二')], WANG)
    await settled()
    expect(ledgers.persistence).toBe(said)
    expect(told.persist).toBe(1)
  })

  it('says what the browser has promised before anything is entered, and asks nobody', async () => {
    const { ledgers, told } = await atWork()
    await settled()
    expect([ledgers.persistence, told.persist]).toEqual(['evictable', 0])
  })

  it('does not ask for a demonstration', async () => {
    const { ledgers, told } = await atWork()
    await ledgers.openDemo(PLAN)
    await ledgers.write([comment('试填')], WANG)
    await settled()
    expect([ledgers.sampleFailed, told.persist]).toEqual([false, 0])
  })
})

describe('a storage that does not answer', () => {
  it('is said to be slow after a while, gives everything to a file meanwhile, and is well again when it answers', async () => {
    const { ledgers, behave, release, moveTo, files } = await atWork()
    await ledgers.write([comment('先前')], WANG)
    behave(HELD)
    const writing = ledgers.write([comment('一')], WANG)
    expect([ledgers.saving, ledgers.slow]).toEqual([true, false])
    await moveTo('2021-02-01T02:00:09.000Z')
    expect([ledgers.saving, ledgers.slow, ledgers.onItsWay.length]).toEqual([true, true, 1])
    ledgers.saveAside((entry) => entry)
    expect(JSON.parse(await files[0]!.content.text()).entries).toHaveLength(2)
    await release()
    expect(await writing).toHaveLength(1)
    expect([ledgers.saving, ledgers.slow, ledgers.onItsWay.length]).toEqual([false, false, 0])
  })

  it('loses nothing when another plan is opened and come back to before it answers', async () => {
    const { ledgers, behave, release, entries } = await atWork()
    behave(HELD)
    const writing = ledgers.write([comment('一')], WANG)
    await ledgers.openReal('another')
    expect(ledgers.saving).toBe(false)
    await ledgers.openReal(PLAN)
    expect([ledgers.opened, ledgers.saving]).toEqual([true, true])
    await release()
    await writing
    expect(entries()).toHaveLength(1)
    expect([ledgers.saving, ledgers.ledger.ids.size]).toEqual([false, 1])
  })
})

describe('a ledger that cannot be read', () => {
  it('is not an empty one: that is said until it is read, and a retry reads it', async () => {
    const { ledgers, answers } = await atWork()
    await ledgers.write([comment('一')], WANG)
    expect([ledgers.reading, ledgers.onlyHere()]).toEqual(['read', 0])
    await ledgers.openReal('another')
    answers.unreadable = { kind: 'newer' }
    await ledgers.openReal(PLAN)
    expect([ledgers.reading, ledgers.failure]).toEqual(['failed', { kind: 'newer' }])
    await ledgers.retry()
    expect([ledgers.reading, ledgers.failure]).toEqual(['failed', { kind: 'newer' }])
    answers.unreadable = null
    await ledgers.retry()
    expect([ledgers.reading, ledgers.failure, ledgers.ledger.ids.size]).toEqual(['read', null, 1])
  })
})

describe('a retry that hangs', () => {
  it('leaves what failed said, and what is on its way counted as in this page only', async () => {
    const { ledgers, behave, release } = await atWork()
    behave(FULL)
    await ledgers.write([comment('一')], WANG)
    behave(HELD)
    const trying = ledgers.retry()
    await settled()
    expect([ledgers.failure, ledgers.saving, ledgers.onlyHere()]).toEqual([{ kind: 'full' }, true, 1])
    await release()
    await trying
    expect([ledgers.failure, ledgers.saving, ledgers.onlyHere()]).toEqual([null, false, 0])
  })
})

describe('a storage that fails', () => {
  it('keeps every step waiting, also while another plan is open, until it can be kept', async () => {
    const { ledgers, behave, entries } = await atWork()
    behave(FULL)
    expect(await ledgers.write([comment('一')], WANG)).toBe(null)
    await ledgers.openReal('another')
    expect([ledgers.unsaved.length, ledgers.failure]).toEqual([0, null])
    await ledgers.openReal(PLAN)
    expect([ledgers.unsaved.length, ledgers.failure?.kind]).toEqual([1, 'full'])
    await ledgers.retry()
    expect(ledgers.unsaved).toHaveLength(1)
    behave(READY)
    await ledgers.retry()
    expect([ledgers.unsaved.length, ledgers.failure, ledgers.ledger.ids.size]).toEqual([0, null, 1])
    expect(entries()).toHaveLength(1)
  })

  it('takes nothing of a file when a part of it cannot be kept, and says so', async () => {
    const { ledgers, behave } = await atWork()
    const written = await ledgers.write([comment('一')], WANG)
    const strangers = (written ?? []).map((entry) => ({ ...entry, id: `${entry.id.slice(0, -1)}0` }))
    behave(FULL)
    expect(await ledgers.take(strangers)).toBe(false)
    expect([ledgers.ledger.ids.size, ledgers.unsaved.length, ledgers.saving]).toEqual([1, 0, false])
    behave(READY)
    expect(await ledgers.take(strangers)).toBe(true)
    expect(ledgers.ledger.ids.size).toBe(2)
  })
})

it('writes two steps at once, both kept', async () => {
  const { ledgers, behave, release, entries } = await atWork()
  behave(HELD)
  const both = Promise.all(['一', '二'].map((text) => ledgers.write([comment(text)], WANG)))
  await release()
  await both
  expect(entries()).toHaveLength(2)
})
