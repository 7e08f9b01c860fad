import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { typedKeeperKey } from '@/components/forms/typedKeeper'
import { useTypedForm, type TypedForm } from '@/components/typedForm'

const place = ref('a')
const arrived = ref(0)
const memory = new Map<string, string>()
const keeper = {
  read: (at: string) => memory.get(at) ?? null,
  write: (at: string, text: string | null) => void (text === null ? memory.delete(at) : memory.set(at, text)),
  arrivals: () => arrived.value,
}
const open: { unmount: () => void }[] = []

function formAt(): TypedForm<{ day: string; memo: string }> {
  let own: TypedForm<{ day: string; memo: string }> | null = null
  const form = defineComponent({
    setup() {
      own = useTypedForm(
        () => place.value,
        () => ({ day: '2020-06-30', memo: '' }),
      )
      return () => h('i')
    },
  })
  open.push(mount(form, { global: { provide: { [typedKeeperKey as symbol]: keeper } } }))
  return own!
}

afterEach(() => {
  for (const own of open.splice(0)) own.unmount()
  memory.clear()
  place.value = 'a'
})

describe('a form whose content is kept', () => {
  it('holds the same as another form of the same place, and neither writes over the other', () => {
    const [panel, dialog] = [formAt(), formAt()]
    panel.form.memo = '外墙'
    expect(dialog.form.memo).toBe('外墙')
    dialog.form.day = '2020-05-08'
    expect([panel.form, JSON.parse(memory.get('a') ?? '')]).toEqual([
      { day: '2020-05-08', memo: '外墙' },
      { day: '2020-05-08', memo: '外墙' },
    ])
    dialog.drop()
    expect([panel.form.memo, memory.size]).toEqual(['', 0])
  })

  it('holds what was typed at its place when it is opened again', () => {
    formAt().form.memo = '工程款'
    open.pop()?.unmount()
    expect(formAt().form).toEqual({ day: '2020-06-30', memo: '工程款' })
  })

  it('never carries what was typed to another place, and finds it again on return', () => {
    const { form } = formAt()
    form.memo = '甲'
    place.value = 'b'
    expect(form.memo).toBe('')
    form.memo = '乙'
    place.value = 'a'
    expect(form.memo).toBe('甲')
    expect([...memory.keys()]).toEqual(['a', 'b'])
  })

  it('keeps nothing that is as it was, and drops what was entered', () => {
    const { form, drop } = formAt()
    form.memo = '工程款'
    drop()
    expect(form.memo).toBe('')
    expect(memory.size).toBe(0)
    form.memo = '又'
    form.memo = ''
    expect(memory.size).toBe(0)
  })

  it('is emptied later of what was handed in, wherever one is by then, and of nothing else', () => {
    const first = formAt()
    first.form.memo = '工程款'
    const later = first.dropLater()
    place.value = 'b'
    first.form.memo = '别处'
    later()
    expect([...memory.keys()]).toEqual(['b'])
    place.value = 'a'
    expect(first.form.memo).toBe('')
    first.form.memo = '尾款'
    const after = first.dropLater()
    open.pop()?.unmount()
    const second = formAt()
    after()
    expect([second.form.memo, memory.has('a')]).toEqual(['', false])
    second.form.memo = '质保金'
    const last = second.dropLater()
    second.form.memo = '质保金二'
    last()
    expect(second.form.memo).toBe('质保金二')
    second.form.memo = '质保金'
    last()
    expect(second.form.memo).toBe('')
  })

  it('shows what came to its place from a tab that was closed, and leaves another as it stands', async () => {
    const [here, there] = [formAt(), formAt()]
    memory.set('a', '{"memo":"外墙"}')
    arrived.value += 1
    await nextTick()
    expect([here.form, there.form.memo]).toEqual([{ day: '2020-06-30', memo: '外墙' }, '外墙'])
    here.form.day = '2020-05-08'
    arrived.value += 1
    await nextTick()
    expect(here.form).toEqual({ day: '2020-05-08', memo: '外墙' })
  })

  it('opens blank where what was kept cannot be read', () => {
    memory.set('a', '{"memo":')
    expect(formAt().form.memo).toBe('')
  })
})
