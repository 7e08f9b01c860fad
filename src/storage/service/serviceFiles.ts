import { PLANS, readAnswer, type ServicePlan } from '@/documents/service/answers'
import { readRefusal } from '@/documents/service/answers'
import type { FetchedText } from '../dataFiles'
import type { PlanShelf } from '../planShelf'
import type { KeptLedgers } from './keptLedgers'
import type { Answered, Line } from './line'

const INDEX = 'index.json'

/** The plan files of the service, under the names they have beside a page; as last had where the service does not answer. */
export function serviceFiles(line: Line, kept: KeptLedgers) {
  async function got(
    name: string,
    path: string,
    read: (text: string) => string | null,
  ): Promise<FetchedText> {
    const answer = await line('GET', path)
    if (answer.kind === 'yes') {
      const text = read(answer.text)
      if (text === null) return { kind: 'absent', status: 502 }
      await kept.keepFile(name, text)
      return { kind: 'text', text }
    }
    if (answer.kind === 'no') return { kind: 'absent', status: answer.status }
    const held = await kept.file(name)
    return held.kind === 'done' && held.value !== null
      ? { kind: 'text', text: held.value }
      : { kind: 'unreachable' }
  }

  return {
    /** One of the files: the list of plans, or a plan by its id. */
    file: (name: string): Promise<FetchedText> =>
      name === INDEX
        ? got(name, 'plans', indexText)
        : got(name, `plans/${encodeURIComponent(name.replace(/\.json$/, ''))}`, (text) => text),
    /** The ids of the plans as last listed. */
    async plans(): Promise<readonly string[]> {
      const held = await kept.file(INDEX)
      if (held.kind === 'failed' || held.value === null) return []
      const { plans } = JSON.parse(held.value) as { plans: readonly { id: string }[] }
      return plans.map(({ id }) => id)
    },
  }
}

/** The list of plans as a page reads it. */
function indexText(text: string): string | null {
  const read = readAnswer(PLANS, JSON.parse(text))
  if (!read) return null
  const plans = read.plans.map(({ plan: id, year, department }: ServicePlan) => ({
    id,
    year,
    department,
    file: `${id}.json`,
  }))
  return JSON.stringify({ plans })
}

/** The plans of a service stand in the service: none is kept beside them, and taking one in gives it to everybody (an administrator's act). */
export function servicePlanShelf(line: Line): PlanShelf {
  return {
    versions: () => Promise.resolve({ kind: 'loaded', versions: [] }),
    async add(versions) {
      for (const { text } of versions) {
        const answer: Answered =
          text === null
            ? { kind: 'no', status: 422, error: 'plan-stays', json: { error: { kind: 'plan-stays' } } }
            : await line('POST', 'plans', { text })
        if (answer.kind === 'away' || answer.kind === 'signed-out')
          return { kind: 'failed', failure: { kind: 'service', because: answer.kind } }
        if (answer.kind === 'no')
          return { kind: 'failed', failure: { kind: 'service', because: readRefusal(answer.json) } }
      }
      return { kind: 'saved' }
    },
  }
}
