import type { Entry } from '@/domain/ledger/entry'
import { sliceOf, type Ledger } from '@/domain/ledger/ledger'
import type { Target } from '@/domain/plan/target'
import { readActual } from '@/domain/status/actual'
import { valueBefore, type ProjectNews } from '@/domain/work/since'
import { MONEY_UNIT_NAME, reportedText, signedAmount, type MoneyUnit } from '../figures'
import { aboutText } from '../ledger/aboutText'
import { entryContent } from '../ledger/entryContent'
import { entryFacts, type FactsContext } from '../ledger/entryFacts'
import { recordedText } from '../ledger/recordedText'
import { ENTRY_WORD } from '../ledger/entryWord'
import { typedText } from '../words'

/** One line of 自上次以来: what was done, by whom and when; it leads to its entry. */
export interface NewsLine {
  readonly entry: string
  readonly what: string
  readonly who: string
}

/** What happened to one project since, in words. */
export interface ProjectNewsText {
  readonly id: string
  readonly position: number
  readonly name: string
  readonly lines: readonly NewsLine[]
}

/** 自上次以来 by project: decisions and values each, payments as one sum. */
export function newsText(news: readonly ProjectNews[], ledger: Ledger, unit: MoneyUnit): ProjectNewsText[] {
  return news.map(({ status, entries, payments }) => {
    const context = { project: status.project, slice: sliceOf(ledger, status.project.id), schemeAt: null }
    const lines = entries.map((entry): NewsLine => ({
      entry: entry.id,
      what: whatText(entry, context, ledger, unit),
      who: whoText(entry),
    }))
    const { id, position, name } = status.project
    return {
      id,
      position,
      name,
      lines: payments
        ? [
            ...lines,
            {
              entry: payments.last.id,
              what: `支出 ${payments.count} 笔，共 ${signedAmount(payments.sum, unit)} ${MONEY_UNIT_NAME[unit]}`,
              who: whoText(payments.last),
            },
          ]
        : lines,
    }
  })
}

/** A value as its indicator reads it, so that both sides of an arrow read alike; what it does not read stands as typed. */
function valueAsRead(words: string, target: Target | undefined): string {
  const read = target ? readActual(words, target) : null
  return target && read?.kind === 'accepted' ? reportedText(read.value, target) : typedText(words)
}

function whatText(entry: Entry, context: FactsContext, ledger: Ledger, unit: MoneyUnit): string {
  const about = aboutText(entry, context.project)
  if (entry.kind === 'indicator-actual') {
    const before = valueBefore(entry, ledger)
    const { partName } = entryFacts(entry, context)
    const indicator = context.project?.indicators.find(({ id }) => id === entry.subject)
    const said = (own: Entry) => valueAsRead(entryFacts(own, context).after, indicator?.target)
    const value = said(entry)
    return [
      [about, partName].filter(Boolean).join(' · '),
      before ? `${said(before)} → ${value}` : `首次填报 ${value}`,
    ].join(' ')
  }
  const content = entryContent(entry, unit, context)
  const word = ENTRY_WORD[entry.kind]
  return [about, content === '' ? word : `${word}：${content}`].filter(Boolean).join(' ')
}

function whoText({ author, recordedAt }: Entry): string {
  return `${author} ${recordedText(recordedAt)}`
}
