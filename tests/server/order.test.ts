import { describe, expect, it } from 'vitest'
import { decodeEntry } from '@/documents/entries/entryCodec'
import type { Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { compareRecording } from '@/domain/ledger/entry'
import { readAfter } from '../../server/ledger/reading'
import type { Day } from '@/domain/time/day'
import { ENGINES } from './databases'
import { PLAN, type Person } from './stand'
import { standing } from './standing'

const [FIRST] = ENGINES
const MINUTE = 60_000

describe.each(FIRST ? [FIRST] : [])(
  'the order of a ledger on $name (domain.md §6)',
  ({ engine, opening }) => {
    const at = standing(engine, opening)

    const value = (text: string, project: number): Draft => ({
      kind: 'indicator-actual',
      subject: `${PLAN}/${project}/1`,
      effectiveOn: '2020-06-30' as Day,
      measure: null,
      value: { kind: 'text', text },
      evidence: [],
      deviation: null,
      fullYear: null,
      likelihood: null,
    })

    /** Writes a value by a clock that is so far ahead and sends it, based on a position; tells the head. */
    async function enter(person: Person, project: number, text: string, ahead: number, basedOn: number) {
      const recordedAt = new Date(at.time.now + ahead).toISOString()
      const entries = at.write(person, [value(text, project)]).map((entry) => ({ ...entry, recordedAt }))
      const outcome = await at.send(person, entries, { basedOn })
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
      expect(await at.send(person, entries, { basedOn })).toMatchObject({ ok: true, added: 0, known: 1 })
      return outcome.head
    }

    /** What was entered for a project, in the order in which it counts as recorded. */
    async function recorded(project: number): Promise<{ texts: string[]; entries: Entry[] }> {
      const page = await readAfter(at.db, PLAN, 0, 1_000)
      const read = (page?.rows ?? []).flatMap(({ body }) => decodeEntry(JSON.parse(body)).entry ?? [])
      const slice = sliceOf(addEntries(emptyLedger(PLAN), read).ledger, `${PLAN}/${project}`)
      const entries = [...slice].sort(compareRecording)
      return {
        entries,
        texts: entries.flatMap((own) =>
          own.kind === 'indicator-actual' && own.value.kind === 'text' ? own.value.text : [],
        ),
      }
    }

    it('a clock that is up to two minutes fast wins over nobody who writes later', async () => {
      await enter('manager', 1, '95', 2 * MINUTE, 0)
      at.time.now += 1_000
      await enter('manager', 1, '96', 0, 0)
      const { texts, entries } = await recorded(1)
      expect(texts).toEqual(['95', '96'])
      expect(entries.every(({ recordedAt }) => recordedAt <= at.service.clock.now())).toBe(true)
    })

    it('who had read an entry is recorded after it, however slow his own clock is', async () => {
      const head = await enter('manager', 2, '95', 0, 0)
      await enter('other', 2, '96', -90 * MINUTE, head)
      expect((await recorded(2)).texts).toEqual(['95', '96'])
    })

    it('who had not keeps the moment at which he wrote', async () => {
      const before = (await readAfter(at.db, PLAN, 0, 1))?.head ?? 0
      await enter('manager', 3, '95', 0, before)
      await enter('manager', 3, '96', -90 * MINUTE, before)
      expect((await recorded(3)).texts).toEqual(['96', '95'])
    })

    it('steps of one fast clock stay in their order', async () => {
      for (const [index, text] of ['1', '2', '3', '4'].entries())
        await enter('manager', 4, text, MINUTE + index * 1_000, 0)
      expect((await recorded(4)).texts).toEqual(['1', '2', '3', '4'])
    })

    it('what a hand-over holds stays as it was sealed', async () => {
      const recordedAt = new Date(at.time.now + MINUTE).toISOString()
      const entries = at.write('manager', [value('95', 5)]).map((entry) => ({ ...entry, recordedAt }))
      expect(await at.send('manager', entries, { via: 'handover' })).toMatchObject({ ok: true })
      expect((await recorded(5)).entries).toEqual(entries)
    })
  },
)
