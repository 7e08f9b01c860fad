import { clampToYear } from '@/domain/time/asOf'
import { parseDay, yearOf, type Day } from '@/domain/time/day'
import { fullDay } from '@/format/words'

const NAMES = { asOf: '截至日', vs: '对比日', since: '“自哪天以来”', knownOn: '“按哪天所知”' } as const

/** What of the days in an address is not taken, each in one sentence with what stands instead, and the query as it should be; a day of another year is none of this year's. */
export function strayDays(
  query: Readonly<Record<string, unknown>>,
  year: number,
  standing: Day,
): { readonly said: string; readonly query: Readonly<Record<string, Day | undefined>> } {
  const said: string[] = []
  const mended: Record<string, Day | undefined> = {}
  for (const [key, name] of Object.entries(NAMES)) {
    const value: unknown = Array.isArray(query[key]) ? query[key][0] : query[key]
    if (value === undefined) continue
    const text = typeof value === 'string' ? value : ''
    const day = parseDay(text)
    const ours = key === 'asOf' || key === 'vs'
    if (day !== null && !(ours && yearOf(day) !== year)) continue
    mended[key] = key === 'asOf' && day ? clampToYear(year, day) : undefined
    const why = day ? `${fullDay(day)}不在 ${year} 年内` : `“${text}”不是日历上的日期`
    said.push(`地址中的${name}${day ? ' ' : ''}${why}，没有采用，${stands(key, standing)}。`)
  }
  return { said: said.join(''), query: mended }
}

function stands(key: string, standing: Day): string {
  if (key === 'asOf') return `现为截至 ${fullDay(standing)}`
  if (key === 'vs') return '没有作对比'
  return key === 'since' ? '从上次打开算起' : '现按目前所知'
}
