import type { SubmissionText, SubmittedValue } from './submissionText'

/** What of a submission is not as it was seen: the ids of its indicators, the lines about the rest, and all of it named. */
export interface MovedText {
  readonly values: ReadonlySet<string>
  readonly money: boolean
  readonly named: readonly string[]
}

/** Compares what somebody saw of a submission with what stands now, as both read; `seen` is `null` where he saw nothing of it. */
export function movedText(seen: SubmissionText | null, now: SubmissionText): MovedText {
  if (seen === null) return { values: new Set(), money: false, named: [`${now.title} 是打开后才有的`] }
  const before = new Map(seen.changed.map((value) => [value.id, value]))
  const moved = now.changed.filter((value) => !same(before.get(value.id) ?? null, value))
  const gone = seen.changed.filter(({ id }) => now.changed.every((value) => value.id !== id))
  const money = !same(moneyOf(seen), moneyOf(now))
  const heed = now.heed.filter((line) => !seen.heed.includes(line))
  const named = [
    seen.by === now.by ? '' : '报送',
    money ? (seen.money === now.money ? '全年预计' : `支出（原为：${seen.money}）`) : '',
    same(seen.why, now.why) ? '' : '支出原因',
    ...moved.map((value) => valueText(before.get(value.id) ?? null, value)),
    ...gone.map(({ name }) => `${name}（已不在本次填报之列）`),
    ...heed,
  ].filter(Boolean)
  return {
    values: new Set(moved.map(({ id }) => id)),
    money,
    named: named.length > 0 || same(seen, now) ? named : ['办理前请留意的事项'],
  }
}

/** One line of everything that moved in submissions, each with its project; empty where nothing did. */
export function movedLine(
  moved: readonly { readonly title: string; readonly named: readonly string[] }[],
): string {
  return moved
    .filter(({ named }) => named.length > 0)
    .map(({ title, named }) => `${title}：${named.join('、')}`)
    .join('；')
}

function moneyOf({ money, state, word, estimate }: SubmissionText) {
  return { money, state, word, estimate }
}

function valueText(seen: SubmittedValue | null, now: SubmittedValue): string {
  if (seen === null) return `${now.name} ${now.value}`
  return seen.value === now.value
    ? `${now.name}（数值未变，说明、佐证等有改动）`
    : `${now.name} ${seen.value} → ${now.value}`
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
