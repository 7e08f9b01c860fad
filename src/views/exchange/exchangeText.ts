import type { Entry } from '@/domain/ledger/entry'
import type { Incoming, ProjectChange, Turn, Writer } from '@/domain/ledger/incoming'
import type { EntryQuestion } from '@/domain/ledger/incomingQuestions'
import { sliceKey } from '@/domain/ledger/ledger'
import type { Money } from '@/domain/number/money'
import type { Plan } from '@/domain/plan/plan'
import { DOUBT_WORD } from '@/format/cellOutcomeText'
import { amount, exactAmount, MONEY_UNIT_NAME, targetText } from '@/format/figures'
import { asideClause } from '@/format/ledger/asideText'
import { conflictText, totalConflictText, type ConflictText } from '@/format/ledger/conflictText'
import { entryContent } from '@/format/ledger/entryContent'
import type { FactsContext } from '@/format/ledger/entryFacts'
import { contextOf } from '@/format/ledger/ledgerPage'
import { recordedText } from '@/format/ledger/recordedText'
import { paymentQuestionText } from '@/format/payments/paymentQuestionText'
import { ROLE_WORD } from '@/format/permissionText'
import { ROUND_WORD } from '@/format/roundText'
import { ENTRY_WORD } from '@/format/ledger/entryWord'
import { dayWord, fullDay, LIGHT_WORD, STANDING_WORD } from '@/format/words'

/** A group of lines under a heading of its own, in the order of their weight. */
export interface IncomingPart {
  readonly title: string
  readonly note: string
  readonly lines: readonly string[]
  readonly warn: boolean
}

/** What a file would bring, for the preview: whose it is, the department's figures, and each kind of thing it does. */
export interface IncomingText {
  readonly headline: string
  readonly writers: string
  readonly kinds: string
  readonly parts: readonly IncomingPart[]
  readonly conflicts: readonly ConflictText[]
}

type MoneyWord = (value: Money, unit: 'wan') => string

const wan = (value: Money | null, word: MoneyWord = amount) =>
  value === null ? '未填报' : `${word(value, 'wan')} ${MONEY_UNIT_NAME.wan}`

function turn<Value>({ before, after }: Turn<Value>, word: (value: Value) => string): string {
  return `${word(before)} → ${word(after)}`
}

/** Old → new, with the places needed to see that they differ. */
function moneyTurn(own: Turn<Money | null>): string {
  const { before, after } = own
  if (before === after || (before && after?.eq(before))) return `${wan(after)}，不变`
  return wan(before) === wan(after)
    ? turn(own, (value) => wan(value, exactAmount))
    : turn(own, (value) => wan(value))
}

/** Says what taking a file of a sender would do: whose entries it brings, those of others first; what is voided, adjusted and decided; figures and states before and after; what is asked, waits, stays aside or conflicts. */
export function incomingText(plan: Plan, found: Incoming, sender: string): IncomingText {
  const counts = new Map<string, number>()
  for (const { kind } of found.fresh) counts.set(ENTRY_WORD[kind], (counts.get(ENTRY_WORD[kind]) ?? 0) + 1)
  const nameOf = subjectNames(plan)
  const said = entryWords(plan, found, nameOf)
  const told = new Set(
    [...found.voids, ...found.decisions, ...found.asked, ...found.aside].map(({ entry }) => entry.id),
  )
  const early = new Set(found.early.map(({ id }) => id))
  const reported = found.fresh.filter(({ id }) => !told.has(id) && !early.has(id))
  const parts: IncomingPart[] = [
    part(
      `作废 ${found.voids.length} 条`,
      idleNote(found.voids) || '作废的留痕，不再计入',
      found.voids.map(({ entry, named, counts: holds }) => {
        const whose = named === null ? '一条本机和文件中都没有的记录' : `${named.author} 填报的${said(named)}`
        return `${entry.author} 作废${whose}：${entry.reason}${holds ? '' : IDLE}`
      }),
    ),
    part(
      `调整、审核和签认 ${found.decisions.length} 条`,
      idleNote(found.decisions),
      found.decisions.map(({ entry, counts: holds }) => `${entry.author} ${said(entry)}${holds ? '' : IDLE}`),
    ),
    part(
      `要核对 ${found.asked.length} 条`,
      '并入前先与填报人核对',
      found.asked.map(
        ({ entry, questions }) =>
          `${entry.author} ${said(entry)}：${questions.map((question) => questionText(question, nameOf)).join('；')}`,
      ),
      true,
    ),
    part(
      `记录时间在将来 ${found.early.length} 条`,
      '到时间以前不计入；请核对对方电脑的时钟',
      found.early.map((entry) => `${entry.author} ${said(entry)}，记于 ${recordedText(entry.recordedAt)}`),
      true,
    ),
    part(
      `将暂不计入 ${found.aside.length} 条`,
      '没有丢，原因各写在后面',
      found.aside.map(
        (own) =>
          `${own.entry.author} ${said(own.entry)}，${recordedText(own.entry.recordedAt)} 记：${asideClause(own)}，并入后暂不计入`,
      ),
      true,
    ),
    part(
      `新填报 ${reported.length} 条`,
      reported.length > LISTED ? `先列 ${LISTED} 条，其余并入后在台账逐条可查` : '',
      reported.slice(0, LISTED).map((entry) => `${entry.author} ${said(entry)}`),
    ),
    part(
      `并入前 → 并入后`,
      `截至${fullDay(found.asOf)}`,
      found.fresh.length === 0
        ? []
        : [
            `全部项目：累计支出 ${moneyTurn(found.spent)}；全年预算 ${moneyTurn(found.budget)}`,
            ...found.changes.map(changeText),
          ],
    ),
  ]
  return {
    headline:
      found.fresh.length === 0
        ? `没有新的记录：文件中的 ${found.known} 条本机都有`
        : `新记录 ${found.fresh.length} 条，本机已有 ${found.known} 条`,
    writers: writersText(found.writers, sender),
    kinds: [...counts].map(([word, count]) => `${word} ${count}`).join('，'),
    parts: parts.filter(({ lines }) => lines.length > 0),
    conflicts: [
      ...found.totalConflicts.map(({ status, total }) => totalConflictText(status, total, 'wan')),
      ...found.conflicts.map(({ status, indicator, conflict }) => conflictText(status, indicator, conflict)),
    ],
  }
}

/** How many of the new figures are listed one by one. */
const LISTED = 30

const IDLE = '（并入后暂不计入）'

function idleNote(lines: readonly { readonly counts: boolean }[]): string {
  const idle = lines.filter(({ counts }) => !counts).length
  return idle === 0 ? '' : `其中 ${idle} 条并入后暂不计入，原因见下`
}

function part(title: string, note: string, lines: readonly string[], warn = false): IncomingPart {
  return { title, note, lines, warn }
}

function writersText(writers: readonly Writer[], sender: string): string {
  if (writers.length === 0) return ''
  const ordered = [
    ...writers.filter(({ author }) => author !== sender),
    ...writers.filter(({ author }) => author === sender),
  ]
  const said = ordered.map(({ author, roles, count }) => {
    const notes = [...roles.map((role) => ROLE_WORD[role]), ...(author === sender ? ['导出人'] : [])]
    return `${author}${notes.length > 0 ? `（${notes.join('，')}）` : ''} ${count} 条`
  })
  return `填报人：${said.join('、')}。姓名和身份是填写时自报的，文件证明不了。`
}

/** What a subject of a plan is called: an indicator behind its project, a goal by its title, the plan as all projects. */
function subjectNames(plan: Plan): (subject: string) => string {
  const names = new Map([
    ...plan.projects.flatMap(({ id, name, indicators }): [string, string][] => [
      [id, name],
      ...indicators.map((own): [string, string] => [own.id, `${name} · ${own.level3}`]),
    ]),
    ...plan.departmentGoals.map(({ id, title }): [string, string] => [id, title]),
  ])
  return (subject) => names.get(subject) ?? '全部项目'
}

/** Says an entry as the ledger with the file in it reads it: what, about what, of which day, old → new. */
function entryWords(plan: Plan, { merged }: Incoming, nameOf: (subject: string) => string) {
  const contexts = new Map<string, FactsContext>()
  const contextFor = (key: string) => {
    const known = contexts.get(key) ?? contextOf(plan, merged, key)
    contexts.set(key, known)
    return known
  }
  return (entry: Entry) => {
    const content = entryContent(entry, 'wan', contextFor(sliceKey(entry.subject)))
    return `${ENTRY_WORD[entry.kind]}（${nameOf(entry.subject)}，${fullDay(entry.effectiveOn)}）${content === '' ? '' : ` ${content}`}`
  }
}

function questionText(question: EntryQuestion, nameOf: (id: string) => string): string {
  switch (question.kind) {
    case 'cell':
      return DOUBT_WORD[question.doubt]
    case 'over-100':
      return '比率超过 100%'
    case 'not-zero':
      return `${fullDay(question.day)}已有大于 0 的支出，零支出不能成立`
    case 'repeated':
      return paymentQuestionText(question, nameOf)
    case 'lost-unit':
      return `指标值由 ${targetText(question.before)} 改为 ${targetText(question.after)}，改后没有写单位，请核对单位是否相同`
    case 'negative-total':
      return `累计支出成为 ${wan(question.total)}，是负数`
  }
}

function lightTurn(own: ProjectChange['lights'][number]): string {
  return `${own.indicator.level3} ${turn(own, (light) => LIGHT_WORD[light])}`
}

function checkpointText({ day, spent, lights }: ProjectChange['checkpoints'][number]): string[] {
  const same = spent.before === spent.after || (spent.after && spent.before?.eq(spent.after))
  return [...(same ? [] : [`累计支出 ${moneyTurn(spent)}`]), ...lights.map(lightTurn)].map(
    (said) => `${dayWord(day)} ${said}`,
  )
}

function changeText(change: ProjectChange): string {
  const { project, fresh, spent, budget, standing, lights, rounds, signed, checkpoints } = change
  const roundWord = ({ state, locked }: ProjectChange['rounds'][number]['before']) =>
    `${ROUND_WORD[state]}${locked ? '、已锁定' : ''}`
  return [
    `${project.name}：${fresh} 条`,
    `累计支出 ${moneyTurn(spent)}`,
    ...(budget.before.eq(budget.after) ? [] : [`全年预算 ${moneyTurn(budget)}`]),
    ...(standing.before === standing.after
      ? []
      : [`支出进度 ${turn(standing, (kind) => STANDING_WORD[kind])}`]),
    ...lights.map(lightTurn),
    ...checkpoints.flatMap(checkpointText),
    ...rounds.map((own) => `${dayWord(own.day)}${turn(own, roundWord)}`),
    ...(signed.before === signed.after ? [] : [`本年 ${turn(signed, (own) => (own ? '已签认' : '未签认'))}`]),
  ].join('；')
}
