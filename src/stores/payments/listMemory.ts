import type { ListRole } from '@/domain/payments/listHeadings'
import type { Setting } from '@/storage/world'

function read<Value>(setting: Setting): Readonly<Record<string, Value>> {
  try {
    return JSON.parse(setting.read() ?? '{}') as Record<string, Value>
  } catch {
    return {}
  }
}

/** What was said of headings, for every list to come. */
export function headingMemory(settings: (key: string) => Setting) {
  const setting = settings('jixiao-board.payment-columns')
  return {
    read: () => read<ListRole>(setting),
    write: (columns: Readonly<Record<string, ListRole>>) => setting.write(JSON.stringify(columns)),
  }
}

/** Which project a name of a list means, asked once and remembered for the plan; `null` forgets it. */
export function nameMemory(settings: (key: string) => Setting, plan: string) {
  const setting = settings(`jixiao-board.payment-names.${plan}`)
  return {
    read: () => read<string>(setting),
    set: (key: string, project: string | null) => {
      const { [key]: _, ...others } = read<string>(setting)
      setting.write(JSON.stringify(project === null ? others : { ...others, [key]: project }))
    },
  }
}
