import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { text, type BookSheet, type PrintedHeading } from '@/documents/workbook/book'
import { printingOf } from '@/documents/workbook/printing'
import { writeBook } from '@/documents/workbook/writeBook'

const HEADING: PrintedHeading = { from: 3, to: 4, until: 14 }

/** A sheet of a title, two rows, a heading with ten rows under it, three rows and one below; `long` lines in one of them. */
function sheet(longAt: number, lines: number, headings: readonly PrintedHeading[] = [HEADING]): BookSheet {
  const rows = Array.from({ length: 18 }, (_, row) => [
    text(row === longAt ? Array.from({ length: lines }, () => '行').join('\n') : `第 ${row} 行`),
    text(''),
  ])
  return { name: '表', widths: [40, 60], rows, fewPages: { headings, together: 2 } }
}

const EVERY_ROW = Array.from({ length: 18 }, (_, row) => row)
/** How many lines a row has that leaves its neighbours room on a page. */
const SOME_LINES = Array.from({ length: 20 }, (_, step) => step * 2)

describe('the pages of a form', () => {
  it('is one page without a repeated heading where legible signs bring it onto one', () => {
    const { breaks, scale, repeated } = printingOf(sheet(1, 20))
    expect([breaks, repeated]).toEqual([[], null])
    expect(scale * 11).toBeGreaterThanOrEqual(7.5)
  })

  it('widens its columns where long texts then bring it onto one page', () => {
    const words = '完成部分目标。'.repeat(80)
    const rows = [...sheet(1, 1).rows, [text(words), text('')]]
    const { widths, breaks } = printingOf({ ...sheet(1, 1), rows, widths: [40, 40] })
    expect(breaks).toEqual([])
    expect(widths[0]).toBeGreaterThan(40)
  })

  it.each(EVERY_ROW)('with a long row %i a heading stands only over its own rows', (at) => {
    const printed = SOME_LINES.map((lines) => printingOf(sheet(at, lines)))
    for (const { breaks, repeated, scale } of printed) {
      expect(scale * 11).toBeGreaterThanOrEqual(7.5)
      const within = breaks!.filter((start) => start > HEADING.from && start < HEADING.until)
      expect(within.filter((start) => start < HEADING.to + 2 || start > HEADING.until - 2)).toEqual([])
      expect(breaks!.filter((start) => start > 16)).toEqual([])
      expect(repeated).toEqual(within.length > 0 ? [4, 4] : null)
      if (repeated) expect(breaks!.filter((start) => start >= HEADING.until)).toEqual([])
    }
    expect(printed.filter(({ breaks }) => breaks!.length > 0).length).toBeGreaterThan(3)
  })

  it('repeats of two headings the one whose rows go on', () => {
    const two = [
      { from: 3, to: 4, until: 12 },
      { from: 12, to: 13, until: 16 },
    ]
    expect(printingOf(sheet(5, 40, two)).repeated).toEqual([4, 4])
    expect(printingOf(sheet(14, 40, two)).repeated).toBeNull()
  })
})

describe('a list', () => {
  it.each([
    [120, 1],
    [215, 1],
    [444, 3],
  ])('%i characters wide takes %i pages beside each other: its signs can be read', (width, pages) => {
    const list: BookSheet = { name: '表', widths: [width], rows: [[text('行')]], repeatRows: 1 }
    expect(printingOf(list).across).toBe(pages)
  })

  it('repeats its frozen columns on the pages beside the first', async () => {
    const list: BookSheet = {
      name: '台账',
      widths: [7, 437],
      rows: [[text('序号'), text('内容')]],
      frozen: { rows: 1, columns: 1 },
      repeatRows: 1,
    }
    const xml = strFromU8(unzipSync(await writeBook([list]))['xl/workbook.xml']!)
    expect(xml).toContain("'台账'!$A:$A,'台账'!$1:$1")
  })

  it('says on every page which it is, of how many', async () => {
    const parts = unzipSync(await writeBook([sheet(1, 1)]))
    expect(strFromU8(parts['xl/worksheets/sheet1.xml']!)).toContain('&amp;R第 &amp;P 页，共 &amp;N 页')
  })
})

describe('the rows of a sheet', () => {
  it('are as high as what is seen of them, whatever a hidden column holds, and never higher than a spreadsheet has', () => {
    const cells = fc.integer({ min: 0, max: 4_000 }).map((signs) => '行'.repeat(signs))
    fc.assert(
      fc.property(fc.array(fc.tuple(cells, cells), { minLength: 1, maxLength: 3 }), (rows) => {
        const own = (hidden: (words: string) => string): BookSheet => ({
          name: '表',
          widths: [14, 0],
          rows: rows.map(([seen, kept]) => [text(seen), text(hidden(kept))]),
        })
        for (const more of [{}, { fewPages: { headings: [], together: 1 } }]) {
          const { heights } = printingOf({ ...own((kept) => kept), ...more })
          expect(heights).toEqual(printingOf({ ...own(() => ''), ...more }).heights)
          expect(Math.max(...heights)).toBeLessThanOrEqual(409)
        }
      }),
      { numRuns: 20 },
    )
  })
})
