import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { ENGINES, startCluster } from './databases'

/** Why positions are no sequence (docs/decisions.md): with one, a commit that is late is lost to every reader that has gone on. The ledger's own promise is in contract.ts. */
describe.each(ENGINES)('a sequence on $name', ({ engine }) => {
  it('loses the late commit of a lower number for good', async () => {
    const cluster = await startCluster(engine)
    const url = await cluster.database()
    const [slow, fast, reader] = [0, 1, 2].map(() => new pg.Client({ connectionString: url })) as [
      pg.Client,
      pg.Client,
      pg.Client,
    ]
    for (const client of [slow, fast, reader]) await client.connect()
    try {
      await reader.query('create table entry (position bigserial primary key, who text not null)')
      const readAfter = async (position: number): Promise<string[]> => {
        const { rows } = await reader.query<{ who: string }>(
          'select who from entry where position > $1 order by position',
          [position],
        )
        return rows.map(({ who }) => who)
      }
      const add = 'insert into entry (who) values ($1) returning position'
      await slow.query('begin')
      const lower = Number((await slow.query<{ position: string }>(add, ['slow'])).rows[0]?.position)
      await fast.query('begin')
      const higher = Number((await fast.query<{ position: string }>(add, ['fast'])).rows[0]?.position)
      await fast.query('commit')
      expect(await readAfter(0)).toEqual(['fast'])
      await slow.query('commit')
      expect(lower).toBeLessThan(higher)
      expect(await readAfter(higher)).toEqual([])
    } finally {
      for (const client of [slow, fast, reader]) await client.end()
      await cluster.remove()
    }
  })
})
