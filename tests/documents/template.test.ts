import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnName, type BookSheet } from '@/documents/workbook/book'
import { readBook } from '@/documents/workbook/readBook'
import {
  annotatedSheets,
  templateRows,
  templateSheets,
  type SheetMark,
  type TextSheet,
} from '@/documents/workbook/template'
import { writeBook } from '@/documents/workbook/writeBook'
import { writeEntries } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, type Ledger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { projectDesk } from '@/domain/desk/projectDesk'
import { changeKey, readTemplate } from '@/domain/sheets/templateSheet'
import {
  ANNOTATION_WORDS,
  changeTexts,
  copiesText,
  TEMPLATE_CHOICES,
  TEMPLATE_WORDS,
  templateIssueText,
  templateNotes,
} from '@/views/exchange/templateText'
import { uuidV7Maker } from '@/storage/uuidV7'
import { PLAN_ID, SIX_PLAN, SIX_PROJECTS } from '../fixtures/sixProjects'
import { entryLists } from '../domain/arbitraries'
import { asBook, hiding } from './payments/lists'
import { actual, JUNE, OCTOBER, pay, retarget, step, total } from '../domain/build'

const P3 = `${PLAN_ID}/3`
const ledgerOf = (entries: readonly Entry[]) => addEntries(emptyLedger(PLAN_ID), entries).ledger
const desks = (ledger: Ledger) => SIX_PROJECTS.map((own) => projectDesk(own, 2020, ledger, null, HEBEI))
const texts = ({ name, rows }: BookSheet): TextSheet => ({
  name,
  rows: rows.map((row) => row.map((cell) => (cell?.kind === 'text' ? cell.text : ''))),
})
const nextId = uuidV7Maker(
  () => 1_800_000_000_000,
  (bytes) => bytes.fill(3),
)

function written(ledger: Ledger): TextSheet[] {
  return templateSheets(desks(ledger), TEMPLATE_WORDS).map(texts)
}

function read(sheets: readonly TextSheet[], ledger: Ledger) {
  const rows = templateRows(sheets, desks(ledger), TEMPLATE_WORDS)
  if (!rows.ok) throw new Error(JSON.stringify(rows.problem))
  return readTemplate(desks(ledger), rows.rows, TEMPLATE_CHOICES)
}

/** The template with some of its cells filled: by key and column. */
function filled(sheets: readonly TextSheet[], cells: Readonly<Record<string, string>>): TextSheet[] {
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => row.map((text, column) => cells[`${row[0]}@${column}`] ?? text)),
  }))
}

/** A split whose parts have names of their own, as the screen makes them. */
function splitsClearly(entry: Entry): boolean {
  return (
    entry.kind !== 'measures' || new Set(entry.measures.map(({ id }) => id)).size === entry.measures.length
  )
}

const without = (row: readonly string[], column: number) => row.map((own, at) => (at === column ? '' : own))

const cellName = (column: number, line?: number) => `${columnName(column)}${line ?? ''}`

const EMPTY = ledgerOf([])
const FIRST = 4

describe('the template of actuals', () => {
  it('has a row for the spending and each indicator of every project, and every checkpoint', () => {
    const [sheet] = written(EMPTY)
    expect(sheet?.rows).toHaveLength(1 + 6 * 8)
    expect(sheet?.rows[0]).toEqual([
      '编号',
      '项目名称',
      '填报内容',
      '指标值',
      '3月底',
      '6月底',
      '10月底',
      '12月底',
      '偏差原因类别',
      '偏差原因及改进措施',
      '全年预计完成',
      '完成目标可能性',
      '下载时的内容',
    ])
  })

  it('written and read is nothing new, over 1,000 random ledgers', () => {
    fc.assert(
      fc.property(entryLists(SIX_PLAN), (entries) => {
        const ledger = ledgerOf(entries.filter(splitsClearly))
        expect(read(written(ledger), ledger)).toMatchObject({ kind: 'step', drafts: [], cells: 0 })
      }),
      { numRuns: 1000 },
    )
  })

  it('an older one that nobody touched changes nothing, whatever the ledger has become', () => {
    const then = ledgerOf([total(P3, JUNE, '26'), actual(`${P3}/1`, JUNE, '95%')])
    const now = ledgerOf([
      total(P3, JUNE, '26'),
      actual(`${P3}/1`, JUNE, '95%'),
      total(P3, OCTOBER, '38'),
      total(P3, JUNE, '27', { recordedAt: '2020-12-01T08:00:00.000Z' }),
    ])
    expect(read(written(then), now)).toMatchObject({ kind: 'step', drafts: [], cells: 0, open: 0 })
  })

  it('prints what was entered for a checkpoint, and nothing that is carried on', () => {
    const [sheet] = written(ledgerOf([total(P3, JUNE, '26')]))
    expect(sheet?.rows.find(([key]) => key === P3)?.slice(FIRST, FIRST + 4)).toEqual(['', '26', '', ''])
  })

  it('a changed cell that the ledger has moved under is asked; the others are taken', () => {
    const then = written(ledgerOf([total(P3, JUNE, '26')]))
    const now = ledgerOf([total(P3, JUNE, '27')])
    const sheets = filled(then, { [`${P3}@${FIRST + 1}`]: '28', [`${P3}@${FIRST + 2}`]: '40' })
    const reading = read(sheets, now)
    expect(reading).toMatchObject({ kind: 'step', cells: 1, open: 1 })
    if (reading.kind !== 'step') return
    expect(reading.changes.map(({ before, asked }) => [before, asked])).toEqual([
      ['27', { printed: '26' }],
      ['', null],
    ])
    const rows = templateRows(sheets, desks(now), TEMPLATE_WORDS)
    const answered = (answer: 'take' | 'skip') =>
      rows.ok &&
      readTemplate(
        desks(now),
        rows.rows,
        TEMPLATE_CHOICES,
        new Map(reading.changes.map((change) => [changeKey(change), answer])),
      )
    expect(answered('take')).toMatchObject({ cells: 2, open: 0 })
    expect(answered('skip')).toMatchObject({ cells: 1, open: 0 })
    expect(changeTexts(reading.changes, new Map(), cellName)[0]).toMatchObject({
      place: '办公楼修缮 · 支出 · 6月底',
      before: '27',
      after: '28.00 万元',
      why: '下载后台账变过：下载时为 26，现在为 27',
    })
  })

  it('one that does not say what it showed asks about every change', () => {
    const bare = filled(written(EMPTY), { [`${P3}@${FIRST + 1}`]: '28' }).map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => row.slice(0, 12)),
    }))
    expect(read(bare, EMPTY)).toMatchObject({
      kind: 'step',
      cells: 0,
      open: 1,
      changes: [{ asked: { printed: null } }],
    })
  })

  it.each([
    [1, '人员招聘费用'],
    [2, `办公楼修缮 指标2`],
  ])('a row whose number and name (column %s) are of different rows is a fault', (column, name) => {
    const sheets = filled(written(EMPTY), { [`${P3}/1@${column}`]: name, [`${P3}/1@${FIRST + 1}`]: '95%' })
    expect(read(sheets, EMPTY)).toMatchObject({
      kind: 'refused',
      issues: [{ kind: 'name-differs', column, text: name }],
    })
  })

  it('keeps what it showed in a hidden column of the file, and says nothing of it', async () => {
    const ledger = ledgerOf([total(P3, JUNE, '26')])
    const book = readBook(await writeBook(templateSheets(desks(ledger), TEMPLATE_WORDS)))
    if (!book.ok) throw new Error(book.problem.kind)
    const found = templateRows(book.sheets, desks(EMPTY), TEMPLATE_WORDS)
    if (!found.ok) throw new Error(found.problem.kind)
    expect(found.hidden).toEqual([])
    expect(found.rows.find(({ key }) => key === P3)?.cells.map(({ printed }) => printed)).toEqual([
      '',
      '26',
      '',
      '',
    ])
    const copy = annotatedSheets(found.sheet, [], ANNOTATION_WORDS)
    const again = templateRows(copy.map(texts), desks(EMPTY), TEMPLATE_WORDS)
    expect(again.ok && again.rows.find(({ key }) => key === P3)?.cells[1]?.printed).toBe('26')
  })

  it('filled, read, entered and written again shows what was filled, over 1,000 random ledgers; a total that falls is asked about', () => {
    const amounts = fc.integer({ min: 1, max: 19_99 }).map((value) => `${(value / 100).toFixed(2)}万元`)
    const percents = fc.integer({ min: 101, max: 9999 }).map((value) => `${(value / 100).toFixed(2)}%`)
    fc.assert(
      fc.property(
        entryLists(SIX_PLAN, { maxLength: 8 }).map((list) =>
          list.filter(
            ({ kind }) =>
              !['accept', 'lock', 'sign-off', 'measures', 'target-change', 'project-manager'].includes(kind),
          ),
        ),
        fc.tuple(amounts, percents, fc.integer({ min: 0, max: 3 })),
        (entries, [amount, percent, column]) => {
          const ledger = ledgerOf(entries)
          const at = FIRST + column
          const sheets = filled(written(ledger), {
            [`${P3}@${at}`]: amount,
            [`${P3}/1@${at}`]: percent,
          })
          const reading = read(sheets, ledger)
          if (reading.kind !== 'step') {
            expect(reading.issues).toMatchObject([{ kind: 'doubtful', doubts: ['falls'] }])
            return
          }
          const entered = writeEntries(reading.drafts, {
            plan: PLAN_ID,
            author: '王芳',
            role: null,
            account: null,
            recordedAt: '2099-01-01T00:00:00.000Z',
            nextId,
          })
          const after = written(addEntries(ledger, entered).ledger)[0]
          const row = (key: string) => after?.rows.find((own) => own[0] === key)
          expect(Number(row(P3)?.[at])).toBe(Number(amount.replace('万元', '')))
          expect(row(`${P3}/1`)?.[at]).toBe(percent)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('goes through a real workbook, sorted and with rows removed, as text', async () => {
    const ledger = ledgerOf([pay(P3, '2020-05-01', '26.5'), actual(`${P3}/1`, JUNE, '92')])
    const book = readBook(await writeBook(templateSheets(desks(ledger), TEMPLATE_WORDS)))
    if (!book.ok) throw new Error(book.problem.kind)
    expect(read(book.sheets, ledger)).toMatchObject({ drafts: [] })
    const [sheet] = written(ledger)
    const moved = {
      name: sheet?.name ?? '',
      rows: [sheet?.rows[0] ?? [], ...(sheet?.rows.slice(9).reverse() ?? [])],
    }
    expect(read([moved], ledger)).toMatchObject({ kind: 'step', drafts: [] })
  })

  it('takes all or nothing and names each cell', () => {
    const ledger = ledgerOf([pay(P3, '2020-05-01', '26'), step('accept', P3, JUNE)])
    const sheets = filled(written(ledger), {
      [`${P3}@${FIRST + 2}`]: '520000',
      [`${P3}/1@${FIRST + 2}`]: '0.95',
      [`${P3}/2@${FIRST + 2}`]: '95个',
      [`${P3}/3@${FIRST + 2}`]: '93',
    })
    const reading = read(sheets, ledger)
    if (reading.kind !== 'refused') throw new Error('taken')
    const said = reading.issues
      .map(templateIssueText)
      .map(({ line, column, said: why }) => [line, column, why])
    const first = 1 + 2 * 8 + 1
    expect(said).toEqual([
      [first, FIRST + 2, '与全年预算数相差约一万倍，可能把元与万元弄混了'],
      [first + 1, FIRST + 2, '是小数，可能指百分比'],
      [first + 2, FIRST + 2, expect.stringContaining('填的单位是“个”')],
    ])
  })

  it('leaves out what is closed, with its place, and takes the others; says a rate above 100', () => {
    const ledger = ledgerOf([pay(P3, '2020-05-01', '26'), step('accept', P3, JUNE)])
    const sheets = filled(written(ledger), {
      [`${P3}@${FIRST + 1}`]: '30',
      [`${P3}@${FIRST + 2}`]: '40',
      [`${P3}/1@${FIRST + 2}`]: '105%',
    })
    const reading = read(sheets, ledger)
    expect(reading).toMatchObject({ kind: 'step', cells: 2 })
    expect(templateNotes([], reading, cellName, (line) => `第${line}行的名称`)).toEqual([
      'F18（第18行的名称）“30”所在节点已关闭，不录入；其余照录。请分管领导退回或解锁后再填。',
      'G19（第19行的名称）“105%”超过 100%，请核对；确可超过的照录。',
    ])
  })

  it('says a formula without its result, a rounded cell, a hidden row and column, each with its place', () => {
    const [sheet] = written(EMPTY)
    const spending = 17
    const marked = (marks: readonly SheetMark[], rows = sheet?.rows ?? []): TextSheet => ({
      name: '填报',
      rows,
      marks,
    })
    const at = { row: spending, column: FIRST + 1, text: '' }
    const said = (marks: readonly SheetMark[], cell: string) => {
      const rows = (sheet?.rows ?? []).map((row, index) =>
        index === spending ? row.map((own, column) => (column === FIRST + 1 ? cell : own)) : row,
      )
      const reading = read([marked(marks, rows)], EMPTY)
      return reading.kind === 'refused'
        ? reading.issues.map(templateIssueText).map(({ line, column, said: why }) => [line, column, why])
        : reading.cells
    }
    expect(said([{ ...at, kind: 'no-value' }], '')).toEqual([
      [18, FIRST + 1, '是公式，文件里没有保存它的结果'],
    ])
    expect(said([{ ...at, kind: 'rounded', text: '44.04' }], '44')).toEqual([
      [18, FIRST + 1, '原表显示的是舍入后的数，格内另有更精确的数'],
    ])
    expect(said([], '44')).toBe(1)
    const rows = (sheet?.rows ?? []).map((row, index) => (index === 18 ? [] : without(row, FIRST)))
    const found = templateRows(
      [
        marked(
          [
            { kind: 'hidden-row', row: 18, column: 0, text: `${P3}/1` },
            { kind: 'hidden-row', row: 18, column: 1, text: '办公楼修缮' },
            { kind: 'hidden-row', row: 18, column: 2, text: '修缮面积' },
            { kind: 'hidden-column', row: 0, column: FIRST, text: '3月底' },
          ],
          rows,
        ),
      ],
      desks(EMPTY),
      TEMPLATE_WORDS,
    )
    if (!found.ok) throw new Error(found.problem.kind)
    expect(
      templateNotes(found.hidden, readTemplate(desks(EMPTY), found.rows, TEMPLATE_CHOICES), cellName, String),
    ).toEqual([
      '第 19 行（办公楼修缮 · 修缮面积）是隐藏的，没有读入；要录入的请取消隐藏或筛选后再打开。',
      'E 列（3月底）是隐藏的，没有读入；要录入的请取消隐藏后再打开。',
    ])
    const keyless = (sheet?.rows ?? []).map((row) => without(row, 0))
    expect(
      templateRows(
        [marked([{ kind: 'hidden-column', row: 0, column: 0, text: '编号' }], keyless)],
        desks(EMPTY),
        TEMPLATE_WORDS,
      ),
    ).toMatchObject({ ok: false, problem: { kind: 'hidden-heading', wanted: '编号' } })
  })

  it('finds them in a real workbook', () => {
    const [sheet] = written(EMPTY)
    const rows = (sheet?.rows ?? []).slice(0, 20)
    const bytes = asBook([{ name: '填报', rows }], (xml) =>
      xml
        .replace('<sheetData>', '<cols><col min="5" max="5" width="8" hidden="1"/></cols><sheetData>')
        .replace('<row r="19">', '<row r="19" hidden="1">')
        .replace(
          /(<row r="18">.*?)<\/row>/s,
          '$1<c r="F18"><f>1+1</f></c><c r="G18" s="1"><v>44.04</v></c></row>',
        ),
    )
    const book = readBook(bytes)
    if (!book.ok) throw new Error(book.problem.kind)
    const found = templateRows(book.sheets, desks(EMPTY), TEMPLATE_WORDS)
    if (!found.ok) throw new Error(found.problem.kind)
    expect(found.hidden).toMatchObject([
      { kind: 'hidden-row', line: 19 },
      { kind: 'hidden-column', column: 4, text: '3月底' },
    ])
    const reading = readTemplate(desks(EMPTY), found.rows, TEMPLATE_CHOICES)
    expect(
      reading.kind === 'refused' && reading.issues.map(({ kind, line, column }) => [kind, line, column]),
    ).toEqual([
      ['no-value', 18, 5],
      ['doubtful', 18, 6],
    ])
  })

  it('refuses a key that is nobody’s and one that stands twice', () => {
    const [sheet] = written(EMPTY)
    const rows = sheet?.rows ?? []
    const reading = read([{ name: '填报', rows: [...rows, ['2020-323002/9'], rows[1] ?? []] }], EMPTY)
    expect(reading).toMatchObject({
      issues: [
        { kind: 'unknown-row', line: 50 },
        { kind: 'row-twice', line: 51 },
      ],
    })
  })

  it('keeps remarks with the last value of their row', () => {
    const ledger = ledgerOf([actual(`${P3}/1`, JUNE, '80')])
    const sheets = filled(written(ledger), {
      [`${P3}/1@8`]: '经费保障',
      [`${P3}/1@9`]: '拨款晚',
      [`${P3}/1@11`]: '有可能',
      [`${P3}/2@${FIRST + 2}`]: '90',
      [`${P3}/2@9`]: '验收推迟',
    })
    const reading = read(sheets, ledger)
    expect(reading.kind === 'step' && reading.drafts).toMatchObject([
      { subject: `${P3}/2`, effectiveOn: OCTOBER, deviation: { category: 'other', text: '验收推迟' } },
      {
        subject: `${P3}/1`,
        effectiveOn: JUNE,
        value: { text: '80' },
        deviation: { category: 'funding', text: '拨款晚' },
        likelihood: 'possible',
      },
    ])
  })

  it('gives back a copy with each fault beside its cell and a summary', async () => {
    const ledger = EMPTY
    const sheets = filled(written(ledger), { [`${P3}@${FIRST + 1}`]: '=1+1' })
    const reading = read(sheets, ledger)
    if (reading.kind !== 'refused') throw new Error('taken')
    const faults = reading.issues.map(templateIssueText)
    const book = readBook(await writeBook(annotatedSheets(sheets[0]!, faults, ANNOTATION_WORDS)))
    if (!book.ok) throw new Error(book.problem.kind)
    const [copy, summary] = book.sheets
    expect(copy?.rows[17]?.[FIRST + 1]).toBe('=1+1')
    expect(copy?.rows[17]?.at(-1)).toContain('不是能识别的数')
    expect(summary?.name).toBe('错误汇总')
    expect(summary?.rows[1]?.slice(0, 3)).toEqual(['18', 'F18', '=1+1'])
  })

  it('never crashes or half-reads on 1,000 damaged workbooks; each refusal is a kind', async () => {
    const good = await writeBook(templateSheets(desks(EMPTY), TEMPLATE_WORDS))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.option(fc.nat({ max: good.length })),
        (flips, cut) => {
          const damaged = good.slice(0, cut ?? good.length)
          for (const [at, byte] of flips) if (at < damaged.length) damaged[at] = byte
          const book = readBook(damaged)
          if (!book.ok) {
            expect(book.problem.kind).toBeTruthy()
            return
          }
          const rows = templateRows(book.sheets, desks(EMPTY), TEMPLATE_WORDS)
          if (!rows.ok) {
            expect(rows.problem.wanted).toBeTruthy()
            return
          }
          const reading = readTemplate(desks(EMPTY), rows.rows, TEMPLATE_CHOICES)
          expect(reading.kind === 'refused' || reading.drafts.length === 0).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  }, 120_000)
})

describe('a template whose names, headings or sheets were changed', () => {
  const label = (key: string, column: number, text: string) => ({ [`${key}@${column}`]: text })
  const issueOf = (cells: Readonly<Record<string, string>>, ledger = EMPTY) => {
    const reading = read(filled(written(ledger), cells), ledger)
    return reading.kind === 'refused' ? reading.issues.map(templateIssueText) : reading
  }

  it.each<[string, string, number, string, string]>([
    ['the unit of the spending', P3, 2, '累计支出（元）', '累计支出（万元）'],
    ['another unit of the spending', P3, 2, '累计支出（千元）', '累计支出（万元）'],
    ['the unit of an indicator', `${P3}/1`, 3, '≥90人', '≥90%'],
    ['the name of an indicator', `${P3}/1`, 2, '改造面积', ''],
    ['the budget', P3, 3, '预算 800,000.00', '预算 80.00'],
  ])('%s refuses its row, and only its row', (_, key, column, text, printed) => {
    const issues = issueOf({
      ...label(key, column, text),
      [`${key}@${FIRST + 1}`]: '40',
      [`${P3}/2@${FIRST + 1}`]: '93',
    })
    expect(issues).toMatchObject([{ column, text, said: expect.stringContaining(printed) }])
  })

  it('of a row in which nothing was entered takes nothing away', () => {
    expect(issueOf({ ...label(P3, 2, '累计支出（元）'), [`${P3}/1@${FIRST + 1}`]: '93' })).toMatchObject({
      kind: 'step',
      cells: 1,
    })
  })

  it('is held against what it printed, not against what is so now', () => {
    const moved = ledgerOf([retarget(`${P3}/1`, '2020-07-01', '≥95%')])
    const sheets = filled(written(EMPTY), { [`${P3}/1@${FIRST + 3}`]: '96' })
    expect(read(sheets, moved)).toMatchObject({ kind: 'step', cells: 1 })
  })

  it.each(['金额单位：元', '支出（千元）'])('%s above the table refuses the file', (unit) => {
    const [sheet, ...others] = filled(written(EMPTY), { [`${P3}@${FIRST + 1}`]: '40' })
    const sheets = [{ name: '填报', rows: [[unit], ...(sheet?.rows ?? [])] }, ...others]
    const found = templateRows(sheets, desks(EMPTY), TEMPLATE_WORDS)
    expect(found).toMatchObject({ ok: false, problem: { kind: 'other-unit', wanted: unit } })
  })

  it('says what stands where a cell was emptied: it stays', () => {
    const ledger = ledgerOf([total(P3, JUNE, '40')])
    const reading = read(
      filled(written(ledger), { [`${P3}@${FIRST + 1}`]: '', [`${P3}@${FIRST + 2}`]: '64' }),
      ledger,
    )
    expect(reading).toMatchObject({ kind: 'step', cells: 1 })
    expect(templateNotes([], reading, cellName, () => '办公楼修缮 · 累计支出')).toEqual([
      expect.stringContaining('F18（办公楼修缮 · 累计支出）空着，现在的 40 不变'),
    ])
  })

  it('names a hidden sheet with its rows; hidden itself it is not read', () => {
    const bytes = asBook([...written(EMPTY), { name: '备份', rows: [['甲'], ['乙']] }])
    const sheetsOf = (name: string) => {
      const book = readBook(hiding(bytes, name))
      if (!book.ok) throw new Error(book.problem.kind)
      return templateRows(book.sheets, desks(EMPTY), TEMPLATE_WORDS)
    }
    const found = sheetsOf('备份')
    if (!found.ok) throw new Error(found.problem.kind)
    const reading = readTemplate(desks(EMPTY), found.rows, TEMPLATE_CHOICES)
    expect(templateNotes(found.hidden, reading, cellName, String)).toEqual([
      '工作表“备份”是隐藏的，有 2 行，没有读入；要录入的请取消隐藏，填到“填报”表中。',
    ])
    expect(sheetsOf('填报')).toMatchObject({ ok: false, problem: { kind: 'hidden-sheet' } })
  })
})

describe('a copied sheet in a template', () => {
  const [one = { name: '', rows: [] }, ...rest] = written(EMPTY)
  const withCopy = (cells: Readonly<Record<string, string>>) => [
    one,
    ...filled([{ ...one, name: '填报 (2)' }], cells),
    ...rest,
  ]
  const found = (sheets: readonly TextSheet[], chosen?: string) => {
    const rows = templateRows(sheets, desks(EMPTY), TEMPLATE_WORDS, chosen)
    if (!rows.ok) throw new Error(rows.problem.kind)
    return rows
  }

  it('that says something else is said with how much, and can be read instead', () => {
    const sheets = withCopy({ [`${P3}@${FIRST + 1}`]: '66', [`${P3}@${FIRST + 2}`]: '70' })
    const first = found(sheets)
    expect(first.copies).toEqual([{ name: '填报 (2)', differs: 2 }])
    expect(copiesText('填报', first.copies)[0]).toContain('另有“填报 (2)”，有 2 格与“填报”不同')
    const second = found(sheets, '填报 (2)')
    expect(second.copies).toEqual([{ name: '填报', differs: 2 }])
    expect(readTemplate(desks(EMPTY), second.rows, TEMPLATE_CHOICES)).toMatchObject({
      kind: 'step',
      cells: 2,
    })
  })

  it('that says the same, or deletes rows that nobody filled, is not said', () => {
    expect(found(withCopy({})).copies).toEqual([])
    const few = { ...one, name: '填报 (2)', rows: one.rows.slice(0, 9) }
    expect(found([one, few]).copies).toEqual([])
    expect(found([filled([few], { [`${PLAN_ID}/1@${FIRST + 1}`]: '66' })[0] ?? few, one]).copies).toEqual([
      { name: '填报 (2)', differs: 1 },
    ])
  })

  it('that cannot be read is said, too; one that is no template is not', () => {
    const cut = { name: '填报 (2)', rows: one.rows.map((row) => without(row, FIRST + 1)) }
    expect(found([one, cut, { name: '草稿', rows: [['甲']] }]).copies).toEqual([
      { name: '填报 (2)', differs: null },
    ])
  })
})

it.each(['-', '——', '/', '无', ' '])('a cell changed to %j over a value is listed as blank', (text) => {
  const ledger = ledgerOf([total(P3, JUNE, '40')])
  const reading = read(filled(written(ledger), { [`${P3}@${FIRST + 1}`]: text }), ledger)
  expect(reading).toMatchObject({ kind: 'step', cells: 0, blanked: [{ before: '40', text }] })
  expect(templateNotes([], reading, cellName, () => '办公楼修缮')[0]).toContain(
    text === ' ' ? '空着，现在的 40 不变' : `写的是“${text}”，现在的 40 不变`,
  )
})
