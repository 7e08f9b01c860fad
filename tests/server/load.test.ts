import { beforeAll, describe, expect, it } from 'vitest'
import { payment } from './contract'
import { ENGINES } from './databases'
import { browser, granted, PLAN, sent } from './stand'
import { standing } from './standing'
import { writeEntries } from '@/domain/ledger/draft'
import { uuidV7 } from '@/storage/uuidV7'

const PEOPLE = 50
const EACH = 6

/** A short round of many people at once; how many a second, against bare inserts, is `npm run bench`'s to say. */
describe.each(ENGINES)(`${PEOPLE} people at once on $name`, ({ engine, opening }) => {
  const at = standing(engine, opening)
  const staff: { readonly id: string; readonly name: string; readonly as: ReturnType<typeof browser> }[] = []

  beforeAll(async () => {
    const admin = browser(at.app)
    await admin.signIn('admin')
    for (let index = 0; index < PEOPLE; index += 1) {
      const [name, login] = [`经办${index}`, `m${index}`]
      const account = { name, login, password: `password of ${login}`, grants: [granted('manager')] }
      const made = await admin.post('/api/accounts', account)
      const as = browser(at.app, `10.0.0.${index}`)
      await as.signIn(login)
      staff.push({ id: ((await made.json()) as { id: string }).id, name, as })
    }
  })

  it('enter without an error, each entry is there once, the numbers have no gaps, everybody reads the same', async () => {
    const entered: string[] = []
    const wrong: string[] = []
    await Promise.all(
      staff.map(async ({ id: account, name: author, as }, index) => {
        const pen = {
          plan: PLAN,
          author,
          account,
          role: 'manager' as const,
          recordedAt: at.service.clock.now(),
          nextId: uuidV7,
        }
        for (let turn = 0; turn < EACH; turn += 1) {
          const entries = writeEntries([payment(turn + 1, (index % 6) + 1)], pen)
          const answer = await as.post(`/api/plans/${PLAN}/entries`, sent(at.epoch, entries))
          if (answer.status === 200) entered.push(...entries.map(({ id }) => id))
          else wrong.push(`${answer.status} ${await answer.text()}`)
        }
      }),
    )
    expect(wrong).toEqual([])
    expect(entered).toHaveLength(PEOPLE * EACH)
    const readings = await Promise.all(
      staff.map(async ({ as }) => (await as.get(`/api/plans/${PLAN}/entries?limit=2000`)).text()),
    )
    expect(new Set(readings).size).toBe(1)
    const { entries } = JSON.parse(readings[0] ?? '') as {
      entries: { position: number; entry: { id: string } }[]
    }
    expect(entries.map(({ position }) => position)).toEqual(entries.map((_, index) => index + 1))
    expect(entries.map(({ entry }) => entry.id).sort()).toEqual(entered.sort())
  })
})
