import { planFileText } from '@/documents/plan/planFileText'
import { decodePlanIndex } from '@/documents/plan/planIndex'
import { READING_LIMITS } from '@/documents/reading/readingLimits'
import type { Stated } from '@/documents/recognition/draft'
import { unreadableText } from '@/format/published/unreadableText'
import { DocumentSession, type Found } from '@/workers/documentSession'

/** What one file gives: a draft with projects (`read`), a draft without (`none`), or no draft (`help`); `answer` is the sentence that helps where there is no project. */
export interface FileReport {
  readonly file: string
  readonly outcome: 'read' | 'none' | 'help'
  readonly answer: string | null
  readonly found: Found | null
}

/** Reads one file through the very door that 导入 uses, with what a person states besides. */
export async function planOf(
  bytes: Uint8Array,
  file: string,
  name: string,
  given: Stated,
): Promise<FileReport> {
  if (bytes.length > READING_LIMITS.fileBytes)
    return { file, outcome: 'help', answer: unreadableText({ kind: 'too-large', where: null }), found: null }
  const opening = await new DocumentSession().open(bytes, name, given)
  if (!opening.ok) return { file, outcome: 'help', answer: opening.why, found: null }
  const { found } = opening
  return { file, outcome: found.projects.length === 0 ? 'none' : 'read', answer: found.answer, found }
}

/** Reads several files into one plan, as 导入 does with the files of one sitting. */
export async function planOfAll(
  files: readonly { readonly bytes: Uint8Array; readonly name: string }[],
  given: Stated,
): Promise<FileReport> {
  const session = new DocumentSession()
  for (const { bytes, name } of files)
    await session.add(bytes.length > READING_LIMITS.fileBytes ? null : bytes, name)
  const found = session.restate(given)
  const file = files.map(({ name }) => name).join('、')
  return { file, outcome: found.projects.length === 0 ? 'none' : 'read', answer: found.answer, found }
}

/** A report as one JSON object: `plan` is the draft as the plan file would hold it, `issues` what was not understood or will be left out, `checks` what the tables ask, `aside` what the document does not show. */
export function reportObject({ file, outcome, answer, found }: FileReport): Record<string, unknown> {
  return {
    file,
    outcome,
    answer,
    id: found?.id ?? null,
    stands: found?.stands ?? false,
    plan: found === null ? null : JSON.parse(found.text),
    issues: found?.left ?? [],
    checks: found?.checks ?? [],
    aside: found?.aside ?? [],
    ...(found && found.files.length > 1 ? { files: found.files, repeats: found.repeats } : {}),
  }
}

/** The list of plans with one more in it; the text itself when it already stands there, `null` when the list cannot be read. */
export function indexWith(
  text: string,
  entry: { readonly id: string; readonly year: number; readonly department: string },
): string | null {
  const { plans, issues } = decodePlanIndex(text)
  if (issues.length > 0) return null
  if (plans.some(({ id }) => id === entry.id)) return text
  return planFileText({ plans: [...plans, { ...entry, file: `${entry.id}.json` }] })
}
