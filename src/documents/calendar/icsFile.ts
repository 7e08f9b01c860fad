import type { Day } from '@/domain/time/day'

/** A whole day to remember; `id` names it for good, so that a calendar that takes the file twice holds it once. */
export interface CalendarDay {
  readonly id: string
  readonly day: Day
  readonly title: string
  readonly text: string
}

const LINE = 75

/** A calendar file (RFC 5545) of whole days, as every calendar takes it; `madeAt` is a moment in ISO 8601. */
export function icsFile(days: readonly CalendarDay[], madeAt: string): string {
  const stamp = madeAt.replaceAll(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//jixiao-board//ZH',
    'CALSCALE:GREGORIAN',
    ...days.flatMap(({ id, day, title, text }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(id)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`)
}

/** A line is at most 75 octets long; what is longer goes on after a line break and a space, never within a character. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const sign of line) {
    const octets = encoder.encode(sign).length
    if (size + octets > LINE - (parts.length > 0 ? 1 : 0)) {
      parts.push(part)
      part = ''
      size = 0
    }
    part += sign
    size += octets
  }
  return [...parts, part].join('\r\n ')
}
