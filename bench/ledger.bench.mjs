import { createServer } from 'vite'
import { root } from '../scripts/root.mjs'

const ENTRIES = 10_000
const ADDED = 40
const LIMIT = 50
const [SMALL, LARGE, EACH] = [10_000, 500_000, 50]
const ROUNDS = 400
const RATIO = 1.5

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]
}

/** Entries as a busy year would have them: payments and indicator values spread over the six projects and the year. */
function entriesOf(plan, { money }, from, count) {
  return Array.from({ length: count }, (_, index) => {
    const at = from + index
    const project = plan.projects[at % plan.projects.length]
    const month = String(1 + ((at * 7) % 12)).padStart(2, '0')
    const written = {
      id: `bench-${String(at).padStart(8, '0')}`,
      schema: 1,
      plan: plan.id,
      effectiveOn: `2020-${month}-${String(1 + ((at * 11) % 28)).padStart(2, '0')}`,
      recordedAt: new Date(Date.UTC(2020, 11, 1) + at * 1000).toISOString(),
      author: '王芳',
      role: null,
      account: null,
    }
    if (at % 3 > 0) {
      return {
        ...written,
        kind: 'payment',
        subject: project.id,
        amount: money((at % 900) + 0.55),
        memo: '',
        voucher: '',
        stated: null,
      }
    }
    const indicator = project.indicators[at % project.indicators.length]
    return {
      ...written,
      kind: 'indicator-actual',
      subject: indicator.id,
      measure: null,
      value: { kind: 'text', text: `${80 + (at % 20)}%` },
      evidence: [],
      deviation: null,
      fullYear: null,
      likelihood: null,
    }
  })
}

/** A plan of as many projects as are asked for: those of the published one again and again, under their own ids. */
function planOf(plan, count) {
  const projects = Array.from({ length: count }, (_, at) => {
    const like = plan.projects[at % plan.projects.length]
    const id = `${plan.id}/${at + 1}`
    return {
      ...like,
      id,
      position: at + 1,
      indicators: like.indicators.map((each) => ({ ...each, id: each.id.replace(like.id, id) })),
    }
  })
  return { ...plan, projects }
}

/** A ledger of `entries`, 50 a project, and what adds one more to it and says the department anew; the time is in ms. */
function grown({ plan: published, money, ledgers, board, departments, standpoint, preset }, entries) {
  const plan = planOf(published, entries / EACH)
  const fold = board.rememberingFold()
  let { ledger } = ledgers.addEntries(ledgers.emptyLedger(plan.id), entriesOf(plan, money, 0, entries))
  let department = fold(plan, ledger, standpoint, preset)
  return {
    add(round) {
      const [entry] = entriesOf(plan, money, entries + round * 7, 1)
      const started = performance.now()
      ledger = ledgers.addEntries(ledger, [entry]).ledger
      department = fold(plan, ledger, standpoint, preset)
      return performance.now() - started
    },
    check() {
      const anew = departments.departmentStatus(plan.year, standpoint.asOf, department.projects, preset)
      for (const sum of ['budget', 'spent'])
        if (!anew[sum].eq(department[sum])) throw new Error(`the kept ${sum} and the sum of all differ`)
    },
  }
}

/** One entry into 10,000 and into 500,000, turn about so that both have the same weather: the ledger, its project and the department's sums anew. */
function sameTime(parts) {
  const [small, large] = [SMALL, LARGE].map((entries) => grown(parts, entries))
  const times = Array.from({ length: ROUNDS }, (_, round) => [small.add(round), large.add(round)])
  for (const one of [small, large]) one.check()
  const [few, many] = [0, 1].map((at) => median(times.slice(ROUNDS / 4).map((pair) => pair[at])))
  const ratio = many / few
  console.log(
    `one entry, ledger, project and department's sums anew: ${few.toFixed(3)} ms into ${SMALL}, ${many.toFixed(3)} ms into ${LARGE} (${EACH} a project): ratio ${ratio.toFixed(2)} of ${RATIO} allowed`,
  )
  return ratio <= RATIO
}

/** One entry into a ledger of 10,000: script time to the department's new status, beside folding everything anew. */
export default async function ledgerFold() {
  const server = await createServer({
    root,
    server: { middlewareMode: true },
    appType: 'custom',
    logLevel: 'error',
  })
  try {
    const load = (path) => server.ssrLoadModule(`/src/${path}`)
    const [{ decodePlan }, board, departments, ledgers, money, { HEBEI }] = await Promise.all(
      [
        'documents/plan/planFile.ts',
        'domain/status/board.ts',
        'domain/status/departmentStatus.ts',
        'domain/ledger/ledger.ts',
        'domain/number/money.ts',
        'domain/plan/preset.ts',
      ].map(load),
    )
    const { readFile } = await import('node:fs/promises')
    const { plan } = decodePlan(
      await readFile(`${root}/public/data/2020-323002.json`, 'utf8'),
      '2020-323002.json',
    )
    const standpoint = { asOf: '2020-12-31', knownAt: null }
    const fold = board.rememberingFold()
    let { ledger } = ledgers.addEntries(ledgers.emptyLedger(plan.id), entriesOf(plan, money, 0, ENTRIES))
    fold(plan, ledger, standpoint, HEBEI)
    const one = []
    const all = []
    for (const entry of entriesOf(plan, money, ENTRIES, ADDED)) {
      let started = performance.now()
      ledger = ledgers.addEntries(ledger, [entry]).ledger
      const kept = fold(plan, ledger, standpoint, HEBEI)
      one.push(performance.now() - started)
      started = performance.now()
      const entries = ledgers.allEntries(ledger)
      const anew = ledgers.addEntries(ledgers.emptyLedger(plan.id), entries).ledger
      const whole = board.rememberingFold()(plan, anew, standpoint, HEBEI)
      all.push(performance.now() - started)
      if (!whole.spent.eq(kept.spent)) throw new Error('the kept fold and the whole fold differ')
    }
    const touched = median(one)
    const everything = median(all)
    console.log(
      `one entry into ${ENTRIES}: ${touched.toFixed(1)} ms to the new status of ${LIMIT} allowed; everything anew ${everything.toFixed(1)} ms (ratio ${(touched / everything).toFixed(2)})`,
    )
    const same = sameTime({ plan, money, ledgers, board, departments, standpoint, preset: HEBEI })
    return touched < LIMIT && same
  } finally {
    await server.close()
  }
}
