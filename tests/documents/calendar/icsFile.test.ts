import { describe, expect, it } from 'vitest'
import { icsFile } from '@/documents/calendar/icsFile'
import { reportingDays } from '@/domain/work/reportingDays'
import { calendarDays } from '@/format/calendarText'
import { day } from '../../domain/build'
import { decodeBroken } from '../realPlan'

const MADE = '2020-01-02T03:04:05.678Z'
const plan = decodeBroken(() => undefined).plan!
const days = calendarDays(
  { id: plan.id, department: plan.department.name },
  reportingDays(plan.projects.map(({ schedule }) => schedule)),
)

/** Reads a calendar file back as RFC 5545 says: lines unfolded, texts unescaped. */
function readBack(text: string) {
  return text
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) =>
      Object.fromEntries(
        event
          .split('\r\n')
          .filter((line) => line.includes(':'))
          .map((line) => [
            line.slice(0, line.indexOf(':')),
            line
              .slice(line.indexOf(':') + 1)
              .replaceAll(/\\([\\;,])/g, '$1')
              .replaceAll('\\n', '\n'),
          ]),
      ),
    )
}

describe('the calendar of a plan', () => {
  it('holds each checkpoint that was set and its last day of submitting; 3月底 was not set', () => {
    expect(days.map(({ day: on }) => on)).toEqual([
      '2020-06-30',
      '2020-07-10',
      '2020-10-31',
      '2020-11-10',
      '2020-12-31',
      '2021-01-10',
    ])
    expect(
      readBack(icsFile(days, MADE)).map((event) => [event['DTSTART;VALUE=DATE'], event.SUMMARY]),
    ).toEqual(days.map(({ day: on, title }) => [on.replaceAll('-', ''), title]))
  })

  it('has lines of at most 75 octets, never cut within a character, and texts as they were', () => {
    const text = '分号；逗号,半角;反斜\\杠\n第二行'.repeat(20)
    const file = icsFile([{ id: 'a', day: day('2020-06-30'), title: '节点', text }], MADE)
    for (const line of file.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(readBack(file)[0]?.DESCRIPTION).toBe(text)
    expect(file).toContain('DTSTAMP:20200102T030405Z')
  })
})
