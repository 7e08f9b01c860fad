import type { ListRole } from '@/domain/payments/listHeadings'
import { forgetful } from '@/storage/settings'

const HEADINGS = forgetful('jixiao-board.payment-columns')

function read<Value>(setting: { read(): string | null }): Readonly<Record<string, Value>> {
  try {
    return JSON.parse(setting.read() ?? '{}') as Record<string, Value>
  } catch {
    return {}
  }
}

/** What was said of headings, for every list to come. */
export const headingMemory = {
  read: () => read<ListRole>(HEADINGS),
  write: (columns: Readonly<Record<string, ListRole>>) => HEADINGS.write(JSON.stringify(columns)),
}

/** Which project a name of a list means, asked once and remembered for the plan; `null` forgets it. */
export function nameMemory(plan: string) {
  const setting = forgetful(`jixiao-board.payment-names.${plan}`)
  return {
    read: () => read<string>(setting),
    set: (key: string, project: string | null) => {
      const { [key]: _, ...others } = read<string>(setting)
      setting.write(JSON.stringify(project === null ? others : { ...others, [key]: project }))
    },
  }
}
