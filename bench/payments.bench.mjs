import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { root } from '../scripts/root.mjs'
import { withSources } from '../scripts/sources.mjs'

const BEFORE = '861e981'
const LINES = 2_000
const PROJECTS = 10_000
const PAYMENTS = 1_000
/** What is wanted, and what is kept at least on a busy machine (docs/decisions.md). */
const TIMES_PARSING = { wanted: 10, kept: 10 }
const SHARE_OF_BEFORE = { wanted: 0.2, kept: { preview: 0.2, taking: 0.2, opening: 0.2 } }

/** CPU time in ms of the quickest of some runs: the machine may be busy, the quickest run is the work itself; what `prepare` does before each is not counted. */
function cpu(work, prepare = () => {}, runs = 100) {
  let least = Infinity
  for (let run = 0; run < runs; run += 1) {
    const given = prepare()
    const started = process.cpuUsage()
    work(given)
    const { user, system } = process.cpuUsage(started)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

function listText(count, projectOf) {
  const rows = ['支付日期,支付凭证号,项目编码,项目名称,收款人,支付金额,摘要']
  for (let at = 0; at < count; at += 1) {
    const { code, name } = projectOf(at)
    const day = `2020-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`
    rows.push(
      `${day},记-${at},${code},${name},某公司,"${1000 + at}.${String(at % 100).padStart(2, '0')}",第${at}笔`,
    )
  }
  return new TextEncoder().encode(rows.join('\n'))
}

/** The implementation before, taken from the history into a folder of its own; `null` where there is no history. */
function sourcesBefore() {
  const folder = `${root}/.cache/bench-${BEFORE}`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  try {
    const packed = execFileSync('git', ['archive', BEFORE, 'src/domain', 'src/documents'], {
      cwd: root,
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    execFileSync('tar', ['-x', '-C', folder], { input: packed })
    return existsSync(`${folder}/src`) ? folder : null
  } catch {
    return null
  }
}

async function understanding(load) {
  const { readListFile } = await load('src/documents/payments/readList.ts')
  const { readPaymentList, NO_ANSWERS } = await load('src/domain/payments/readPaymentList.ts')
  const { money } = await load('src/domain/number/money.ts')
  const projects = Array.from({ length: PROJECTS }, (_, at) => ({
    id: `2020-1/${at + 1}`,
    code: `323-${String(at).padStart(5, '0')}-JBN`,
    name: `第${at + 1}号专项补助`,
    budget: money(1e8),
  }))
  const bytes = listText(LINES, (at) => projects[(at * 7919) % PROJECTS])
  const department = { code: '', name: '' }
  const context = { year: 2020, department, projects, held: [], remembered: {}, today: null }
  const parsing = cpu(() => readListFile(bytes, 'a.csv'))
  const { tables } = readListFile(bytes, 'a.csv')
  const whole = cpu(() => readPaymentList(readListFile(bytes, 'a.csv').tables, context, NO_ANSWERS))
  const lines = readPaymentList(tables, context, NO_ANSWERS).lines.length
  const ratio = whole / parsing
  console.log(
    `payment list of ${lines} lines against ${PROJECTS} projects: ${whole.toFixed(1)} ms of CPU, parsing the same bytes ${parsing.toFixed(1)} ms, ratio ${ratio.toFixed(1)} (wanted ${TIMES_PARSING.wanted}, limit ${TIMES_PARSING.kept})`,
  )
  return lines === LINES && ratio <= TIMES_PARSING.kept
}

const PEN = { author: '王芳', role: null, account: null, recordedAt: '2020-12-31T00:00:00.000Z' }

/** The CPU time of taking payments into a ledger, and of opening 录入 of every project on it afterwards. */
function takingAndOpening(plan, drafts, { writeEntries, addEntries, emptyLedger, projectDesk, preset }) {
  const take = () => {
    let serial = 0
    const nextId = () => `01700000-0000-7000-8000-${String((serial += 1)).padStart(12, '0')}`
    const entries = writeEntries(drafts, { ...PEN, plan: plan.id, nextId })
    return addEntries(emptyLedger(plan.id), entries).ledger
  }
  const open = (ledger) => plan.projects.map((own) => projectDesk(own, 2020, ledger, null, preset))
  return { taking: cpu(take), opening: cpu(open, take) }
}

async function paymentsNow(load, planText) {
  const { decodePlan } = await load('src/documents/plan/planFile.ts')
  const { readListFile } = await load('src/documents/payments/readList.ts')
  const { readPaymentList, NO_ANSWERS } = await load('src/domain/payments/readPaymentList.ts')
  const { listEffects } = await load('src/domain/payments/listEffect.ts')
  const { paymentDraft } = await load('src/domain/payments/paymentDraft.ts')
  const { emptyLedger, addEntries } = await load('src/domain/ledger/ledger.ts')
  const { writeEntries } = await load('src/domain/ledger/draft.ts')
  const { projectDesk } = await load('src/domain/desk/projectDesk.ts')
  const { HEBEI } = await load('src/domain/plan/preset.ts')
  const { plan } = decodePlan(planText, '2020-323002.json')
  const bytes = listText(PAYMENTS, (at) => plan.projects[at % plan.projects.length])
  const { department, projects } = plan
  const context = { year: 2020, department, projects, held: [], remembered: {}, today: null }
  const read = () => readPaymentList(readListFile(bytes, 'a.csv').tables, context, NO_ANSWERS).lines
  const preview = cpu(() => {
    const taken = read().map((line) => ({ ...line, project: line.project.id }))
    return listEffects(plan.projects, emptyLedger(plan.id), taken, PEN.recordedAt)
  })
  const parts = { writeEntries, addEntries, emptyLedger, projectDesk, preset: HEBEI }
  return { preview, ...takingAndOpening(plan, read().map(paymentDraft), parts) }
}

async function paymentsBefore(folder, planText) {
  const { createServer } = await import('vite')
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    resolve: { alias: { '@': `${folder}/src` } },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    const load = (path) => server.ssrLoadModule(`${folder}/src/${path}`)
    const { decodePlan } = await load('documents/planFile.ts')
    const { readCsv } = await load('documents/payments/csvRows.ts')
    const { findLayout, paymentDrafts, readPayments, runningTotals } = await load('domain/paymentList.ts')
    const { projectDesk } = await load('domain/projectDesk.ts')
    const { addEntries, emptyLedger } = await load('domain/ledger/ledger.ts')
    const { writeEntries } = await load('domain/ledger/draft.ts')
    const { HEBEI } = await load('domain/preset.ts')
    const { plan } = decodePlan(planText, '2020-323002.json')
    const bytes = listText(PAYMENTS, (at) => plan.projects[at % plan.projects.length])
    const read = () => {
      const { rows } = readCsv(bytes)
      return readPayments(plan, rows, findLayout(rows), [], null).payments
    }
    const preview = cpu(() => {
      const ends = plan.projects.map(
        (own) => projectDesk(own, 2020, emptyLedger(plan.id), null, HEBEI).yearEnd,
      )
      return runningTotals(ends, read())
    })
    const parts = { writeEntries, addEntries, emptyLedger, projectDesk, preset: HEBEI }
    return { preview, ...takingAndOpening(plan, paymentDrafts(read()), parts) }
  } finally {
    await server.close()
  }
}

/** A payment list understood beside parsing its bytes, and the preview of 1,000 payments beside the implementation before, where the history has it. */
export default async function payments() {
  const planText = readFileSync(`${root}/public/data/2020-323002.json`, 'utf8')
  let passed = false
  let own = null
  await withSources(async (load) => {
    passed = await understanding(load)
    own = await paymentsNow(load, planText)
  })
  const folder = sourcesBefore()
  const before = folder === null ? null : await paymentsBefore(folder, planText)
  if (folder !== null) rmSync(folder, { recursive: true, force: true })
  for (const [step, said] of Object.entries(STEPS)) {
    const line = `${said} ${PAYMENTS} payments: ${own[step].toFixed(1)} ms of CPU`
    if (before === null) {
      console.log(`${line}; ${BEFORE} is not in the history, nothing to set beside it`)
      continue
    }
    const share = own[step] / before[step]
    passed &&= share <= SHARE_OF_BEFORE.kept[step]
    console.log(
      `${line}, at ${BEFORE} ${before[step].toFixed(1)} ms, share ${share.toFixed(2)} (wanted ${SHARE_OF_BEFORE.wanted}, limit ${SHARE_OF_BEFORE.kept[step]})`,
    )
  }
  return passed
}

const STEPS = { preview: 'preview of', taking: 'taking', opening: 'opening 录入 after' }
