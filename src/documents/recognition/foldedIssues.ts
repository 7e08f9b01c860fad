import type { RecognitionIssue } from '../outcome/recognitionIssue'

const MOST_ALIKE = 12

/** The issues with those of one kind and one table that are about no value of the draft told in one line where they are many: forty unread cells, or two hundred thousand paragraphs, are no list that anyone reads (domain.md §11). */
export function folded(issues: readonly RecognitionIssue[]): RecognitionIssue[] {
  const groups = new Map<string, RecognitionIssue[]>()
  for (const issue of issues) {
    const key = keyOf(issue)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(issue)
    else groups.set(key, [issue])
  }
  return issues.flatMap((issue) => {
    const group = groups.get(keyOf(issue) ?? '') ?? []
    if (group.length <= MOST_ALIKE) return [issue]
    return group[0] === issue ? [together(issue, group)] : []
  })
}

function keyOf({ kind, path, from, comesTo }: RecognitionIssue): string | null {
  if (path !== null || from === null || comesTo !== undefined) return null
  const where = kind === 'table-left' || from.kind === 'paragraph' ? '' : from.table
  return `${kind} ${from.kind} ${where}`
}

function together(first: RecognitionIssue, group: readonly RecognitionIssue[]): RecognitionIssue {
  const more = group.flatMap((issue) => [
    ...(issue === first || issue.from === null ? [] : [issue.from]),
    ...(issue.more ?? []),
  ])
  return { ...first, more }
}
