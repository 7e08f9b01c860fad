import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { typedKeeperKey } from '@/components/forms/typedKeeper'
import { readClipboard } from '@/documents/clipboard/clipboard'
import { planPaste } from '@/domain/sheets/pastePlan'
import { pasting } from '@/views/entry/paste/pasting'
import { placeInGrid } from '@/views/entry/paste/pasteText'
import { gridOf, MEDICAL } from '../../fixtures/entryProjects'

const grid = gridOf(MEDICAL)
const place = ref('a')
const memory = new Map<string, string>()
const keeper = {
  read: (at: string) => memory.get(at) ?? null,
  write: (at: string, text: string | null) => void (text === null ? memory.delete(at) : memory.set(at, text)),
  arrivals: () => 0,
}
const open: { unmount: () => void }[] = []
let why = ''

function over(): ReturnType<typeof pasting> {
  let own: ReturnType<typeof pasting> | null = null
  const view = defineComponent({
    setup() {
      own = pasting({
        place: () => place.value,
        read: readClipboard,
        lay: (block, at) => {
          const preview = planPaste(block, grid, at, 'wan')
          return {
            preview,
            placeText: placeInGrid(preview),
            standing: () => null,
            placeAt: (row, column) => {
              const [line, day] = [grid.rows[row], grid.columns[column]?.day]
              return line && day ? { project: MEDICAL, row: line, day } : null
            },
          }
        },
        enter: () => Promise.resolve(why),
        clear: () => {},
        back: () => {},
      })
      return () => h('i')
    },
  })
  open.push(mount(view, { global: { provide: { [typedKeeperKey as symbol]: keeper } } }))
  return own!
}

function pasted(): ReturnType<typeof pasting> {
  const own = over()
  own.paste(0, 1, { text: '5000000\t7000000', html: null })
  own.answer(['0:0'], 'suggestion')
  return own
}

const answersOf = ({ preview }: ReturnType<typeof pasting>) =>
  preview.value?.cells.map(({ raw, answer }) => `${raw} ${answer ?? '-'}`) ?? null
const HALF = ['5000000 suggestion', '7000000 -']

afterEach(() => {
  for (const own of open.splice(0)) own.unmount()
  memory.clear()
  place.value = 'a'
  why = ''
})

describe('a pasted block that was looked at and left', () => {
  it('is there with its answers when the screen is opened again', () => {
    pasted()
    open.pop()?.unmount()
    expect(answersOf(over())).toEqual(HALF)
  })

  it('is shown over no other grid, and again on return', async () => {
    const own = pasted()
    place.value = 'b'
    await nextTick()
    expect(own.preview.value).toBeNull()
    place.value = 'a'
    await nextTick()
    expect(answersOf(own)).toEqual(HALF)
  })

  it('is gone when it was dropped or entered, not when it was refused', async () => {
    await pasted().cancel()
    expect([over().preview.value, memory.size]).toEqual([null, 0])

    const refused = pasted()
    refused.answer(['0:1'], 'suggestion')
    why = '该节点已关闭'
    await refused.apply()
    expect([refused.refused.value, answersOf(over())?.length]).toEqual([why, 2])

    why = ''
    await refused.apply()
    expect([over().preview.value, memory.size]).toEqual([null, 0])
  })

  it('damaged, is nothing', () => {
    for (const text of ['{"at":{}}', '[1]', 'x']) {
      memory.set('a', text)
      expect(over().preview.value).toBeNull()
    }
  })
})
