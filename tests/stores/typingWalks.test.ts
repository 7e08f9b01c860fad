import { describe, expect, it } from 'vitest'
import { computed } from 'vue'
import { readClipboard } from '@/documents/clipboard/clipboard'
import { ownEntries, type CellPlace } from '@/domain/desk/verbs'
import { planPaste } from '@/domain/sheets/pastePlan'
import { applyPaste } from '@/domain/sheets/pasteStep'
import { sliceKey } from '@/domain/ledger/ledger'
import { deskRows } from '@/views/entry/entryDesk'
import {
  copied,
  edit,
  goTo,
  press,
  selected,
  settle,
  sheetAt,
  typed,
  type Place,
  type Turn,
} from '@/views/entry/sheet'
import { atWork, cellAt, PLAN } from './atWork'
import { HELD, READY, settled } from './testWorld'
import { draw, seeded, TypingModel, type Action } from './typingModel'

const WALKS = Number(process.env.WALKS ?? 200)
const STEPS = 30
const PROJECTS = 6

/** The grid of the screen without its elements: the same keys through `sheet.ts`, what they ask of the stores as the screen asks it. */
async function gridAtWork() {
  const work = await atWork()
  const { desk, ledgers } = work
  desk.open(1)
  let sheet = sheetAt({ row: 0, column: 0 })
  let asked: Promise<unknown>[] = []
  const rows = computed(() => (desk.laid ? deskRows(desk.laid, desk.states) : []))
  const shown = () => rows.value
  const cellOf = ({ row, column }: Place) => shown()[row]?.cells[column] ?? null
  const textAt = (at: Place) => cellOf(at)?.edit ?? ''
  const size = () => ({ rows: shown().length, columns: desk.grid?.columns.length ?? 0 })
  const ask = (act: unknown) => asked.push(Promise.resolve(act))

  function paste(focus: Place, rows: readonly (readonly string[])[]): void {
    if (!desk.grid) return
    const text = rows.map((row) => [...row].join('\t')).join('\n')
    const preview = planPaste(readClipboard({ text, html: null }), desk.grid, focus, 'wan')
    const step = applyPaste(preview, new Map())
    if (step.kind !== 'step') throw new Error(`${step.why}: ${text}`)
    ask(
      desk.paste(step.values.map(({ row, column, value }) => ({ place: cellAt(desk, row, column), value }))),
    )
  }

  function clear(cells: readonly Place[]): void {
    const held = cells.flatMap(({ row, column }) => {
      const place: CellPlace = cellAt(desk, row, column)
      return ownEntries(ledgers.ledger, place, desk.grid?.columns[column - 1]?.day ?? null)
    })
    if (held.length > 0)
      ask(
        desk.voidEntries(
          held.map(({ id }) => id),
          '填错',
        ),
      )
  }

  function act(turn: Turn): void {
    const before = sheet
    sheet = turn.sheet
    if (before.mode !== 'ready' && sheet.mode === 'ready')
      desk.typing(cellAt(desk, before.at.row, before.at.column), null)
    const fills: { row: number; column: number; text: string }[] = []
    for (const own of turn.acts) {
      if (own.kind === 'commit') ask(desk.enter(cellAt(desk, own.at.row, own.at.column), own.text, 'wan'))
      else if (own.kind === 'clear') clear(own.cells)
      else if (own.kind === 'fill') fills.push({ ...own.to, text: textAt(own.from) })
      else if (own.kind === 'dismiss') desk.dismiss(cellAt(desk, own.at.row, own.at.column))
      else ask(own.kind === 'undo' ? desk.undo() : desk.redo())
    }
    if (fills.length === 0) return
    const [top, left] = [
      Math.min(...fills.map(({ row }) => row)),
      Math.min(...fills.map(({ column }) => column)),
    ]
    const block: string[][] = []
    for (const { row, column, text } of fills) (block[row - top] ??= [])[column - left] = text
    paste(
      { row: top, column: left },
      block.map((row) => [...row].map((text) => text ?? '')),
    )
  }

  function write(text: string): void {
    for (let end = 1; end <= text.length; end += 1) {
      sheet = typed(sheet, text.slice(0, end))
      desk.typing(cellAt(desk, sheet.at.row, sheet.at.column), sheet.text)
    }
  }

  return {
    ...work,
    shown,
    size,
    copy: () => copied(sheet, (at) => (cellOf(at)?.edit ? (cellOf(at)?.copy ?? '') : '')),
    selection: () => selected(sheet),
    do: (action: Action) => {
      if (action.kind === 'click') act(goTo(sheet, action.at, textAt, action.shift))
      else if (action.kind === 'type' || action.kind === 'retype') write(action.text)
      else if (action.kind === 'paste') paste(sheet.at, action.rows)
      else if (action.kind === 'key' && action.key === 'F2') sheet = edit(sheet, textAt)
      else if (action.kind === 'key') act(press(sheet, action, size(), textAt))
      else if (action.kind === 'go') {
        act(settle(sheet, textAt))
        desk.open(action.project)
        sheet = sheetAt({ row: 0, column: 0 })
      }
    },
    rest: async () => {
      await settled()
      await Promise.all(asked)
      asked = []
      await settled()
    },
  }
}

type Grid = Awaited<ReturnType<typeof gridAtWork>>

function texts(grid: Grid): Record<string, string> {
  return Object.fromEntries(
    grid
      .shown()
      .flatMap(({ cells }, row) =>
        cells.flatMap(({ edit: text }, column) => (text === '' ? [] : [[`${row}:${column}`, text]])),
      ),
  )
}

/** One walk: after every action the grid shows what the plain spreadsheet has, and in the end so does every project. */
async function walk(seed: number): Promise<void> {
  const random = seeded(seed)
  const grid = await gridAtWork()
  const model = new TypingModel(grid.size())
  const done: Action[] = []
  const same = (where: string) => {
    const wanted = Object.fromEntries([...model.cells()].filter(([, text]) => text !== ''))
    expect({ where, texts: texts(grid) }, JSON.stringify(done)).toEqual({ where, texts: wanted })
  }
  for (let step = 0; step < STEPS; step += 1) {
    const action = draw(random, { ...model.size, projects: PROJECTS }, model.at.column)
    const slow = random() < 0.15
    if (!model.possible(action)) continue
    done.push(action)
    model.act(action)
    if (slow) grid.behave(HELD)
    grid.do(action)
    if (slow && action.kind !== 'go') {
      const leave: Action = { kind: 'go', project: 1 + Math.floor(random() * PROJECTS) }
      done.push(leave)
      model.act(leave)
      grid.do(leave)
    }
    if (slow) for (let wait = 0; wait < 3; wait += 1) await grid.release(READY)
    await grid.rest()
    same(`seed ${seed}, step ${step}`)
    if (model.mode === 'ready') expect(grid.selection()).toContainEqual(model.at)
  }
  grid.do({ kind: 'go', project: 1 })
  model.act({ kind: 'go', project: 1 })
  await grid.rest()
  for (let project = 1; project <= PROJECTS; project += 1) {
    grid.desk.open(project)
    model.project = project
    same(`seed ${seed}, project ${project} in the end`)
    const own = grid.entries().filter(({ subject }) => sliceKey(subject) === `${PLAN}/${project}`)
    if (model.cells(project).size > 0) expect(own.length).toBeGreaterThan(0)
    expect(grid.desk.states.size, `seed ${seed}: something was left unsaid`).toBe(0)
  }
}

describe('random ways of typing against a plain spreadsheet', () => {
  it(`no difference and nothing in another project, ${WALKS} walks`, async () => {
    for (let seed = 1; seed <= WALKS; seed += 1) await walk(seed)
  })
})
