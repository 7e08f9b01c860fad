import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { ask, entryOf, peopleOf, PLAN, storedIn } from './inUse.mjs'
import { missingForPatroni, startPatroni } from './patroni.mjs'
import { started } from './running.mjs'

const WRITERS = 8
const BEFORE = 200
const AFTER = 200

async function createDatabase(cluster) {
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  await client.query('create database jixiao')
  await client.end()
}

/** Everybody enters, sending each entry until it is acknowledged, as a page does; tells who was acknowledged and when. */
function entering(service, { people, epoch }) {
  const acknowledged = new Map()
  const writing = { goes: true }
  const retried = new Map()
  const all = people.map(async (person) => {
    while (writing.goes) {
      const body = { epoch, basedOn: 0, entries: [entryOf(person)] }
      for (let done = false; !done;) {
        const { status } = await ask(service.address, 'POST', `plans/${PLAN}/entries`, body, person.cookie)
        done = status === 200
        if (!done) {
          retried.set(status, (retried.get(status) ?? 0) + 1)
          await wait(200)
        }
      }
      acknowledged.set(body.entries[0].id, performance.now())
    }
  })
  return {
    acknowledged,
    /** How often it was answered otherwise, by status. */
    retried: () => retried,
    upTo: async (count) => {
      while (acknowledged.size < count) await wait(20)
    },
    stop: async () => {
      writing.goes = false
      await Promise.all(all)
    },
  }
}

/** Kills the leader of three nodes while people enter: nothing acknowledged is lost. Prints what came of it; says so where it cannot be tried. Returns whether it may be called good. */
export async function failover() {
  const missing = missingForPatroni()
  if (missing.length > 0) {
    console.log(
      `三节点切换没有试：缺 ${missing.join('、')}（apt-get install postgresql-15 patroni etcd-server）`,
    )
    return true
  }
  const folder = mkdtempSync(`${tmpdir()}/jixiao-patroni-`)
  chmodSync(folder, 0o755)
  const cluster = await startPatroni(folder)
  let service = null
  try {
    await createDatabase(cluster)
    service = await started(`${folder}/service`, { database: cluster.url('jixiao') })
    const staff = await peopleOf(service, WRITERS)
    const work = entering(service, staff)
    await work.upTo(BEFORE)
    const at = performance.now()
    const name = await cluster.killPrimary()
    const before = work.acknowledged.size
    await work.upTo(before + AFTER)
    await work.stop()
    const moments = [...work.acknowledged.values()].toSorted((a, b) => a - b)
    const waited = Math.max(...moments.map((moment, index) => (moments[index + 1] ?? moment) - moment))
    const rows = await storedIn(service, staff)
    const ids = new Set(rows.map(({ entry }) => entry.id))
    const lost = [...work.acknowledged.keys()].filter((id) => !ids.has(id))
    const gapless = rows.every(({ position }, index) => position === index + 1)
    const twice = rows.length - ids.size
    console.log(
      `三节点 Patroni，写入中强行结束主节点 ${name}：确认 ${work.acknowledged.size} 条，丢失 ${lost.length} 条，重复 ${twice} 条，编号${gapless ? '连续' : '有缺口'}，最长等待 ${(waited / 1000).toFixed(1)} 秒，其间答“稍后再送” ${work.retried().get(503) ?? 0} 次`,
    )
    const odd = [...work.retried().keys()].filter((status) => status !== 503)
    if (odd.length > 0) console.log(`答了不该答的状态：${odd.join('、')}`)
    return lost.length === 0 && twice === 0 && gapless && odd.length === 0 && moments.at(-1) > at
  } finally {
    await service?.stop()
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
