import { withSources } from '../scripts/sources.mjs'
import { INPUTS } from './growthInputs.mjs'

const SIZES = [100_000, 200_000, 400_000, 800_000, 1_600_000]
const RUNS = 3
const LONG = 200
const MOST_GROWTH = 1.3
const MOST_OF_ONE = 4
const TOO_SHORT = 20

/** How each reader is asked, by the name of the reader. */
async function readersFrom(load) {
  const { decodePlan } = await load('src/documents/plan/planFile.ts')
  const { decodeSample } = await load('src/documents/entries/sampleFile.ts')
  const { isDoubtfulTarget } = await load('src/documents/plan/doubtfulTarget.ts')
  const { readDocument } = await load('src/documents/reading/readDocument.ts')
  const { readClipboard } = await load('src/documents/clipboard/clipboard.ts')
  const { readListFile } = await load('src/documents/payments/readList.ts')
  const { DocumentSession } = await load('src/workers/documentSession.ts')
  const bytesOf = (input) => (typeof input === 'string' ? new TextEncoder().encode(input) : input)
  const document = (input) => readDocument(bytesOf(input), 'a.txt')
  return {
    计划文件: (input) => decodePlan(input, '2020-1.json'),
    台账: decodeSample,
    指标值: isDoubtfulTarget,
    文本: document,
    网页: document,
    docx: document,
    xlsx: document,
    粘贴: (input) => readClipboard({ text: input, html: null }),
    支付明细: (input) => readListFile(bytesOf(input), 'a.csv'),
    导入整份: (input) => new DocumentSession().open(bytesOf(input), 'a.txt', {}),
  }
}

/** The least time of this process in ms, so that what else the machine does counts for nothing; it begins with an empty heap, so that what earlier inputs left is not collected on its time. Long runs are not repeated. */
async function fastest(run) {
  let least = Number.POSITIVE_INFINITY
  globalThis.gc?.()
  for (let round = 0; round < RUNS; round += 1) {
    const before = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
    if (least > LONG) break
  }
  return least
}

/** From the first size to the last: how many times the linear share the time has grown; a reader too quick to be measured has not. */
function growthOf(times) {
  const last = times.at(-1)
  return last < TOO_SHORT ? 0 : (last * SIZES[0]) / (times[0] * SIZES.at(-1))
}

/** Doubles the size of each kind of input from 100 KB to 1.6 MB: the time of every reader grows with the size, not with its square. */
async function growth() {
  return withSources(async (load) => {
    const readers = await readersFrom(load)
    let holds = true
    for (const [name, read] of Object.entries(readers)) {
      const together = SIZES.map(() => 0)
      const worst = { growth: 0, kind: '' }
      for (const { kind, make } of INPUTS.filter(({ reader }) => reader === name)) {
        const times = []
        await read(make(SIZES[0]))
        for (const [at, size] of SIZES.entries()) {
          const input = make(size)
          times.push(await fastest(() => read(input)))
          together[at] += times[at]
        }
        const one = growthOf(times)
        if (one > worst.growth) Object.assign(worst, { growth: one, kind })
      }
      const all = growthOf(together)
      const ok = all <= MOST_GROWTH && worst.growth <= MOST_OF_ONE
      holds &&= ok
      const steps = together.map((time) => time.toFixed(time < 10 ? 1 : 0)).join(' → ')
      const most = worst.kind === '' ? '' : `; steepest ${worst.kind} ${worst.growth.toFixed(2)}×`
      console.log(
        `growth of ${name}: ${steps} ms from 100 KB to 1.6 MB, ${all.toFixed(2)}× linear (at most ${MOST_GROWTH})${most}${ok ? '' : ' ✗'}`,
      )
    }
    return holds
  })
}

process.exit((await growth()) ? 0 : 1)
