import { describe, expect, it } from 'vitest'
import { payment } from './contract'
import { ENGINES } from './databases'
import { browser, PLAN } from './stand'
import { standing } from './standing'

/** Reads a stream of events until one is there, and gives what came. */
function eventsOf(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  let text = ''
  return async (until: RegExp): Promise<string> => {
    while (!until.test(text)) {
      const { value, done } = await reader.read()
      if (done) return `${text}(ended)`
      text += new TextDecoder().decode(value)
    }
    const read = text
    text = ''
    return read
  }
}

describe.each(ENGINES)('the live stream on $name', ({ engine, opening }) => {
  const at = standing(engine, opening)

  it('tells where a ledger stands, when it moves, and ends with the session', async () => {
    const client = browser(at.app)
    await client.signIn('leader')
    const until = eventsOf(await client.get(`/api/live?plan=${PLAN}`))
    expect(await until(/"head":0/)).toContain('event: head')
    await at.send('manager', at.write('manager', [payment(1)]))
    expect(await until(/"head":1/)).toContain(`id: ${at.epoch}.1`)
    await client.ask('DELETE', '/api/session')
    expect(await until(/never/)).toMatch(/event: signed-out[^]*\(ended\)/)
  })

  it('hears what another process writes, and ends when the right to see ends', async () => {
    const client = browser(at.app)
    await client.signIn('evaluator')
    const until = eventsOf(await client.get(`/api/live?plan=${PLAN}`))
    await until(/"head":1/)
    const beside = await at.db.transaction(async (tx) => {
      await tx.updateTable('ledger_head').set({ last: 7 }).where('plan', '=', PLAN).execute()
      return 7
    })
    expect(await until(/"head":7/)).toContain(`.${beside}`)
    await at.db.read.deleteFrom('grant_of').where('account', '=', at.accounts.evaluator.id).execute()
    expect(await until(/never/)).toMatch(/event: signed-out[^]*\(ended\)/)
  })

  it('is closed to who sees nothing of the plan', async () => {
    const client = browser(at.app)
    await client.signIn('stranger')
    expect((await client.get(`/api/live?plan=${PLAN}`)).status).toBe(404)
    expect((await browser(at.app).get(`/api/live?plan=${PLAN}`)).status).toBe(401)
  })
})
