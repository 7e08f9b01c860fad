import { shallowRef } from 'vue'
import { READING_LIMITS } from '@/documents/reading/readingLimits'
import type { Found } from '@/workers/documentSession'
import type { NamedContent } from './documentReader'

/** The documents still to be gone through, by the plan they are read for: those of one sitting together, a plan file alone. */
export function sittingsOf(files: readonly File[]): NamedContent[][] {
  const named = files.map((file) => ({ name: file.webkitRelativePath || file.name, content: file }))
  const isPlan = ({ name }: NamedContent) => /\.json$/i.test(name)
  const documents = named.filter((file) => !isPlan(file))
  return [...(documents.length > 0 ? [documents] : []), ...named.filter(isPlan).map((file) => [file])]
}

/** What a sitting is called: its file, or the first of how many. */
export function sittingName([first, ...more]: readonly NamedContent[]): string {
  return more.length === 0 ? (first?.name ?? '') : `${first?.name ?? ''} 等 ${more.length + 1} 份文件`
}

/** Why a sitting is not read at all: its only file is too large, or there are too many; `null` when it is. */
export function refusedFor(sitting: readonly NamedContent[]): 'too-large' | 'too-many' | null {
  const bytes = sitting.reduce((sum, { content }) => sum + content.size, 0)
  if (sitting.length === 1) return bytes > READING_LIMITS.fileBytes ? 'too-large' : null
  return sitting.length > READING_LIMITS.files || bytes > READING_LIMITS.sittingBytes ? 'too-many' : null
}

/** The documents of a sitting that belong to another plan and are gone through next: of another year or department, and not joined. */
function notJoined(sitting: readonly NamedContent[], found: Found | null): NamedContent[] {
  return sitting.filter((_, at) => {
    const file = found?.files[at]
    return file !== undefined && !file.joined && file.projects > 0 && file.differs.length > 0
  })
}

/** Sittings gone through one after another: the first now, each of the others when the one before is decided on. */
export function sittingsInTurn(open: (sitting: readonly NamedContent[]) => unknown, idle: () => unknown) {
  const waiting = shallowRef<readonly (readonly NamedContent[])[]>([])
  const now = shallowRef<readonly NamedContent[]>([])
  const after = (found: Found | null) => {
    const apart = notJoined(now.value, found)
    return apart.length > 0 ? [apart, ...waiting.value] : waiting.value
  }
  function next(found: Found | null = null): void {
    const [sitting = [], ...rest] = after(found)
    waiting.value = rest
    now.value = sitting
    if (sitting.length > 0) void open(sitting)
    else idle()
  }
  return {
    /** The names of what comes next: the documents of another plan among these, then what waits. */
    namesAfter: (found: Found | null) => after(found).map(sittingName),
    next,
    begin: (sittings: readonly (readonly NamedContent[])[]) => {
      waiting.value = sittings
      next()
    },
    forget: () => (waiting.value = []),
  }
}
