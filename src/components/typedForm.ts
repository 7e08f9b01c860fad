import { inject, onScopeDispose, reactive, watch } from 'vue'
import { keptTyping } from '@/domain/desk/keptTyping'
import { typedKeeperKey, type TypedKeeper } from './forms/typedKeeper'

/** A form whose content is kept; `drop` empties it once its entry is durable. */
export interface TypedForm<Form extends object> {
  readonly form: Form
  readonly drop: () => void
  /** What is returned drops what the form holds now, wherever it is shown by then; not what was typed there meanwhile. */
  readonly dropLater: () => () => void
}

/** The forms on the page. */
const shown = new Set<{ keeper: TypedKeeper | null; place: () => string; load: () => void }>()

/**
 * A reactive form that stays with its place: `blank` is what it holds when nothing was typed, and what does not differ from that is not kept.
 * When the place changes, the form holds what was typed at the new one; two forms of one place (a panel and a dialog above it) hold the same.
 */
export function useTypedForm<Form extends object>(place: () => string, blank: () => Form): TypedForm<Form> {
  const keeper = inject(typedKeeperKey, null)
  const form = reactive(blank()) as Form
  const mine = { keeper, place, load }
  let loading = false

  function fill(content: Form): void {
    loading = true
    for (const key of Object.keys(form)) if (!(key in content)) Reflect.deleteProperty(form, key)
    Object.assign(form, content)
    loading = false
  }

  function load(): void {
    fill({ ...blank(), ...keptTyping<Form>(keeper?.read(place()) ?? null) })
  }

  function keep(text: string | null): void {
    const at = place()
    keeper?.write(at, text)
    for (const other of shown)
      if (other !== mine && other.keeper === keeper && other.place() === at) other.load()
  }

  load()
  shown.add(mine)
  onScopeDispose(() => shown.delete(mine))
  watch(place, load, { flush: 'sync' })
  watch(
    () => keeper?.arrivals(),
    () => keeper?.read(place()) !== null && load(),
  )
  watch(
    form,
    () => {
      if (loading) return
      const text = JSON.stringify(form)
      keep(text === JSON.stringify(blank()) ? null : text)
    },
    { deep: true, flush: 'sync' },
  )
  function drop(): void {
    fill(blank())
    keep(null)
  }
  return {
    form,
    drop,
    dropLater: () => {
      const at = place()
      const held = JSON.stringify(form)
      return () => {
        if (place() === at && JSON.stringify(form) === held) drop()
        else if (keeper?.read(at) === held) {
          keeper.write(at, null)
          for (const other of shown) if (other.keeper === keeper && other.place() === at) other.load()
        }
      }
    },
  }
}
