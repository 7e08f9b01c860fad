import type { Day } from '@/domain/time/day'
import { fullDay } from '../words'

/** Sweden writes moments as 2020-11-05 06:10, as every other day on screen is written. Made once: making one costs more than all the formatting of a screen. */
const RECORDED = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
})

/** The local day of a moment of recording, as papers print days: 2020年11月5日. */
export function recordedDay(moment: string): string {
  return fullDay(recordedText(moment).slice(0, 10) as Day)
}

/** A moment of recording as local date and time. */
export function recordedText(moment: string): string {
  return RECORDED.format(Date.parse(moment))
}

/** Whose earlier act an act stands instead of, and when that was recorded: of two on one day it tells which. */
export function insteadText(
  { author, recordedAt }: { readonly author: string; readonly recordedAt: string },
  what: string,
): string {
  return `替代${author}（${recordedDay(recordedAt)} ${recordedText(recordedAt).slice(11)}）${what}`
}
