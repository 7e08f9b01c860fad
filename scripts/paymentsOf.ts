import { encodeHandover } from '@/documents/exchange/handover'
import { readLedgerFile } from '@/documents/exchange/ledgerFile'
import { readListFile } from '@/documents/payments/readList'
import { decodePlan } from '@/documents/plan/planFile'
import { decodePlanIndex } from '@/documents/plan/planIndex'
import { writeEntries } from '@/domain/ledger/draft'
import { addEntries, emptyLedger, type Ledger } from '@/domain/ledger/ledger'
import { standingPayments } from '@/domain/payments/knownPayments'
import { paymentBars } from '@/domain/payments/paymentBars'
import { isTicked, type ListLine } from '@/domain/payments/paymentList'
import { paymentDraft } from '@/domain/payments/paymentDraft'
import { NO_ANSWERS, readPaymentList } from '@/domain/payments/readPaymentList'
import type { Plan } from '@/domain/plan/plan'
import { refusalLine } from '@/format/fileRefusalText'
import { paymentsAnswer, type PaymentsAnswer } from '@/format/payments/answer'
import { unreadableText } from '@/format/published/unreadableText'
import { now, today } from '@/storage/clock'
import { uuidV7 } from '@/storage/uuidV7'

/** What `npm run payments` is asked: the list, the plan, a ledger it is read against. */
export interface PaymentsQuestion {
  readonly name: string
  readonly bytes: Uint8Array
  readonly plan: string | undefined
  readonly ledger: Uint8Array | null
}

type DataText = (name: string) => string | null

type Answered =
  | { readonly ok: true; readonly answer: PaymentsAnswer; readonly taken: string }
  | { readonly ok: false; readonly problem: string }

/** Answers what a payment list would enter, and the ledger file its ticked lines make; or says in a sentence why not. */
export function paymentsOf(asked: PaymentsQuestion, dataText: DataText): Answered {
  const plan = openPlan(asked.plan, dataText)
  if (typeof plan === 'string') return { ok: false, problem: plan }
  const ledger = asked.ledger === null ? emptyLedger(plan.id) : openLedger(asked.ledger, plan)
  if (typeof ledger === 'string') return { ok: false, problem: ledger }
  const file = readListFile(asked.bytes, asked.name)
  if (!file.ok) return { ok: false, problem: `${asked.name}：${unreadableText(file.problem)}` }
  const held = standingPayments(ledger).map((entry) => ({
    project: entry.subject,
    day: entry.effectiveOn,
    amount: entry.amount,
    voucher: entry.voucher,
    memo: entry.memo,
  }))
  const { year, department, projects } = plan
  const context = { year, department, projects, held, remembered: {}, today: today() }
  const reading = readPaymentList(file.tables, context, NO_ANSWERS)
  if (!reading)
    return {
      ok: false,
      problem: `${asked.name}：没有同时找到日期和金额的表头，不是支付清单。请核对表头，如“支付日期”“支付金额”。`,
    }
  const bars = paymentBars(ledger)
  const bar = ({ project, day }: ListLine) => (project && day ? bars(project.id, day) : null)
  const names = new Map(plan.projects.map(({ id, name }) => [id, name]))
  return {
    ok: true,
    answer: paymentsAnswer(reading, bar, (id) => names.get(id) ?? id),
    taken: takenFile(
      plan,
      reading.lines.filter((line) => isTicked(line) && bar(line) === null),
    ),
  }
}

const AUTHOR = '支付清单'

function takenFile(plan: Plan, lines: readonly ListLine[]): string {
  const entries = writeEntries(
    lines.flatMap((line) => paymentDraft(line) ?? []),
    {
      plan: plan.id,
      author: AUTHOR,
      role: null,
      account: null,
      recordedAt: now(),
      nextId: uuidV7,
    },
  )
  return encodeHandover(
    {
      plan: plan.id,
      department: plan.department.name,
      year: plan.year,
      project: null,
      author: AUTHOR,
      writtenAt: now(),
    },
    entries,
  )
}

function openPlan(wanted: string | undefined, dataText: DataText): Plan | string {
  const index = dataText('index.json')
  const { plans } = index === null ? { plans: [] } : decodePlanIndex(index)
  const entry = wanted === undefined ? plans[0] : plans.find(({ id }) => id === wanted)
  if (!entry)
    return `没有这份计划：${wanted ?? 'index.json 中没有计划'}。现有：${plans.map(({ id }) => id).join('、')}。`
  const text = dataText(entry.file)
  const { plan } = text === null ? { plan: null } : decodePlan(text, entry.file)
  return plan ?? `计划文件 ${entry.file} 读不出来。`
}

function openLedger(bytes: Uint8Array, plan: Plan): Ledger | string {
  const read = readLedgerFile(bytes, plan.id)
  if (!read.ok) return `--ledger 后的文件没有读入：${refusalLine(read.refusal)}`
  return addEntries(emptyLedger(plan.id), read.entries).ledger
}
