import { defineStore } from 'pinia'
import { computed, ref, watch, type Ref } from 'vue'
import { ROLES, type Actor, type Role } from '@/domain/permission'

/** Who acts on this machine, and in which role; the name stands on every entry. Kept for the next visit where the browser keeps anything. */
export const useAuthor = defineStore('author', () => {
  const name = kept('jixiao-board.author', '', (text): text is string => text !== null)
  const role = kept<Role>('jixiao-board.role', 'manager', (text): text is Role =>
    ROLES.some((own) => own === text),
  )
  return { name, role, actor: computed<Actor>(() => ({ name: name.value.trim(), role: role.value })) }
})

function kept<Text extends string>(
  key: string,
  otherwise: Text,
  is: (text: string | null) => text is Text,
): Ref<Text> {
  const value = ref(read(key, otherwise, is)) as Ref<Text>
  watch(value, (text) => keep(key, text))
  return value
}

function read<Text extends string>(
  key: string,
  otherwise: Text,
  is: (text: string | null) => text is Text,
): Text {
  try {
    const text = localStorage.getItem(key)
    return is(text) ? text : otherwise
  } catch {
    return otherwise
  }
}

function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
  } catch {
    /* a browser that keeps nothing asks again at the next visit */
  }
}
