import { decodePlan } from '@/documents/plan/planFile'
import { planFileText } from '@/documents/plan/planFileText'
import type { Repeat, PlacedProject } from '@/documents/recognition/several/repeats'
import type { Plan } from '@/domain/plan/plan'
import { yearDifference } from '@/domain/plan/yearDifference'
import type { DifferenceLine } from '@/format/published/planDifferenceText'
import { yearDifferenceText } from '@/format/published/yearDifferenceText'
import { planWithIds } from './planWithIds'

/** A project that several files print, as it is asked about: the files that print it, and what the second says otherwise than the first. */
export interface FoundRepeat {
  readonly key: number
  readonly name: string
  readonly same: boolean
  readonly answer: number | 'all' | null
  readonly printings: readonly {
    readonly file: number
    readonly budget: string | null
    readonly indicators: number
  }[]
  readonly lines: readonly DifferenceLine[]
}

/** The repeated projects in the words of the screen; `fileAt` gives the place of a file among all of the sitting. */
export function foundRepeats(repeats: readonly Repeat[], fileAt: (place: number) => number): FoundRepeat[] {
  return repeats.map(({ key, name, same, answer, printings }) => ({
    key,
    name,
    same,
    answer: typeof answer === 'number' ? fileAt(answer) : answer,
    printings: printings.map(({ file, project: { budget, indicators } }) => ({
      file: fileAt(file),
      budget: budget.total,
      indicators: indicators.length,
    })),
    lines: same ? [] : differences(printings),
  }))
}

/** What the printing of another file says otherwise than the first, as far as both can be read. */
function differences(printings: readonly PlacedProject[]): DifferenceLine[] {
  const [first] = printings
  const second = printings.find(({ file }) => file !== first?.file)
  const [before, after] = [first, second].map((one) => (one ? planOf(one) : null))
  return before && after ? yearDifferenceText(yearDifference(before, after)) : []
}

function planOf({ project }: PlacedProject): Plan | null {
  const whole = planWithIds({
    schema: 1,
    id: null,
    year: null,
    department: { code: null, name: '部门' },
    source: { title: '文件', published: null },
    facts: null,
    departmentGoals: [],
    projects: [project],
  })
  return decodePlan(planFileText(whole), `${whole.id}.json`).plan
}
