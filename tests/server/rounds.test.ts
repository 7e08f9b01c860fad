import { describe, expect, it } from 'vitest'
import { coveredIds } from '@/domain/ledger/aside'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import type { Draft } from '@/domain/ledger/draft'
import type { Day } from '@/domain/time/day'
import { readBody } from '../../server/ledger/stored'
import { payment, round } from './contract'
import { ENGINES } from './databases'
import { PLAN } from './stand'
import { standing } from './standing'
/** As many on the engine that is brought along; fewer on the others, which judge by the same code. */
const TURNS = 200
const FEWER = 40

describe.each(ENGINES)('deciding on what is there on $name', ({ engine, opening }) => {
  const turns = engine === ENGINES[0]?.engine ? TURNS : FEWER
  const at = standing(engine, opening)
  const head = async () =>
    (await at.db.read.selectFrom('ledger_head').selectAll().executeTakeFirstOrThrow()).last
  const bodies = async (project: number) => {
    const rows = await at.db.read
      .selectFrom('entry')
      .select('body')
      .where('plan', '=', PLAN)
      .where('slice', '=', `${PLAN}/${project}`)
      .orderBy('position')
      .execute()
    return rows.map(({ body }) => readBody(body))
  }

  it(`lets nobody accept what he did not see, in ${turns} meetings of an acceptance and an entry`, async () => {
    const came = { entry: 0, acceptance: 0 }
    for (let turn = 0; turn < turns; turn += 1) {
      const day = '2020-06-30'
      await at.send('manager', at.write('manager', [round('submit')]))
      const seen = await head()
      const accept = at.write('leader', [round('accept')])
      const arriving = at.write('manager', [payment(turn + 1)])
      const acts = [() => at.send('leader', accept, { basedOn: seen }), () => at.send('manager', arriving)]
      const turned = turn % 2 ? acts.reverse() : acts
      const [one, two] = await Promise.all(turned.map((act) => act()))
      const [accepted, entered] = turn % 2 ? [two, one] : [one, two]
      expect([accepted?.ok, entered?.ok].filter(Boolean)).toHaveLength(1)
      if (accepted?.ok) {
        came.acceptance += 1
        expect(entered).toMatchObject({ refusal: { kind: 'refused', refusal: { kind: 'closed' } } })
        const entries = await bodies(1)
        const closing = entries.at(-1)
        const { ledger } = addEntries(emptyLedger(PLAN), entries.slice(0, -1))
        expect(closing?.kind === 'accept' && closing.covers).toEqual(coveredIds(ledger, `${PLAN}/1`, day))
        await at.send('leader', at.write('leader', [round('return')]), { basedOn: await head() })
      } else {
        came.entry += 1
        expect(accepted).toMatchObject({
          refusal: { kind: 'moved', since: seen, news: [{ id: arriving[0]?.id }] },
        })
        await at.send('leader', at.write('leader', [round('return')]), { basedOn: await head() })
      }
    }
    expect(came.entry).toBeGreaterThan(0)
    expect(came.acceptance).toBeGreaterThan(0)
  })

  it('takes no 报送 behind what others entered meanwhile, and one that saw it; one’s own entries are no news', async () => {
    const seen = await head()
    const own = at.write('manager', [payment(4, 2)])
    const foreign = at.write('other', [payment(7, 2)])
    const submit = at.write('manager', [round('submit', 2)])
    await at.send('manager', own)
    await at.send('other', foreign)
    expect(await at.send('manager', submit, { basedOn: seen })).toMatchObject({
      refusal: { kind: 'moved', index: 0, since: seen, news: [{ id: foreign[0]?.id }] },
    })
    const step = [...at.write('manager', [payment(1, 2)]), ...at.write('manager', [round('submit', 2)])]
    expect(await at.send('manager', step, { basedOn: seen })).toMatchObject({
      refusal: { kind: 'moved', index: 1 },
    })
    const read = seen + 2
    await at.send('manager', at.write('manager', [payment(2, 2)]))
    expect(await at.send('manager', submit, { basedOn: read })).toMatchObject({ ok: true, added: 1 })
    await at.send('leader', at.write('leader', [round('return', 2)]))
  })

  it('takes no 报送 of a checkpoint that is 未设定', async () => {
    const outcome = await at.send('manager', at.write('manager', [round('submit', 6, '2020-03-31')]))
    expect(outcome).toMatchObject({
      refusal: { kind: 'refused', refusal: { kind: 'unset-checkpoint', day: '2020-03-31' } },
    })
  })

  it('does not take it that one has read what is not there yet', async () => {
    await at.send('manager', at.write('manager', [round('submit')]))
    const now = await head()
    const accepted = await at.send('leader', at.write('leader', [round('accept')]), { basedOn: now + 1 })
    expect(accepted).toMatchObject({ refusal: { kind: 'moved', since: now, news: [] } })
    await at.send('leader', at.write('leader', [round('return')]), { basedOn: now })
  })

  it('refuses to void what was accepted, whatever day the void bears, another’s entry, a decision, and what nobody holds', async () => {
    const [paid] = at.write('manager', [payment(5, 3)])
    if (!paid) throw new Error('one payment was written')
    await at.send('manager', [paid])
    await at.send('manager', at.write('manager', [round('submit', 3)]))
    const accept = at.write('leader', [round('accept', 3)])
    await at.send('leader', accept, { basedOn: await head() })
    const before = await head()
    const voiding = (entry: string, day: string): Draft => ({
      kind: 'void',
      subject: `${PLAN}/3`,
      effectiveOn: day as Day,
      entry,
      reason: '误填',
    })
    const unknown = at.write('manager', [payment(1)])[0]?.id ?? ''
    const tricks: readonly (readonly ['manager' | 'leader', Draft[], string])[] = [
      ['manager', [voiding(paid.id, '2020-07-15')], 'closed'],
      ['manager', [voiding(paid.id, '2020-06-15')], 'closed'],
      ['leader', [voiding(paid.id, '2020-06-15')], 'role'],
      ['manager', [voiding(accept[0]?.id ?? '', '2020-07-15'), payment(1, 3, '2020-07-15')], 'decision'],
      ['leader', [voiding(accept[0]?.id ?? '', '2020-06-30')], 'decision'],
      ['manager', [voiding(unknown, '2020-07-15')], 'unknown-entry'],
    ]
    for (const [person, drafts, kind] of tricks) {
      const outcome = await at.send(person, at.write(person, drafts), { basedOn: before })
      expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'refused', index: 0, refusal: { kind } } })
    }
    expect(await head()).toBe(before)
  })

  it('takes a hand-over of anybody’s entries from an administrator only, and of one’s own from everybody', async () => {
    const foreign = at.write('leader', [round('accept', 4)]).map((entry) => ({ ...entry, account: null }))
    const own = at.write('manager', [payment(3, 4)]).map((entry) => ({ ...entry, account: null, role: null }))
    expect(await at.send('manager', foreign, { via: 'handover' })).toMatchObject({
      refusal: { kind: 'not-yourself' },
    })
    expect(await at.send('manager', own, { via: 'handover' })).toMatchObject({ ok: true, added: 1 })
    expect(await at.send('admin', [...foreign, ...own], { via: 'handover' })).toMatchObject({
      added: 1,
      known: 1,
    })
    const late = at.write('manager', [payment(3, 4)]).map((entry) => ({ ...entry, account: null }))
    expect(await at.send('manager', late, { via: 'handover' })).toMatchObject({
      refusal: { refusal: { kind: 'closed' } },
    })
  })

  it('refuses a decisive act of an epoch that is gone', async () => {
    const entries = at.write('manager', [payment(3, 5)])
    expect(await at.send('manager', entries, { epoch: 'before the restore' })).toMatchObject({
      refusal: { kind: 'epoch', epoch: at.epoch },
    })
  })
})
