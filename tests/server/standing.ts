import { afterAll, beforeAll } from 'vitest'
import type { Engine } from '../../server/embedded/binaries'
import type { Opening } from '../../server/database/database'
import { startCluster } from './databases'
import { stand, type Stand } from './stand'

/** The stand of a block of tests, on a database of its own: there from the first `beforeAll` after it, closed and removed when the block ends. */
export function standing(engine: Engine, opening?: Partial<Opening>): Stand {
  const at = {} as Stand
  let cluster: Awaited<ReturnType<typeof startCluster>>
  beforeAll(async () => {
    cluster = await startCluster(engine)
    Object.assign(at, await stand(await cluster.database(), opening))
  })
  afterAll(async () => {
    await at.close()
    await cluster.remove()
  })
  return at
}
