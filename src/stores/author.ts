import { defineStore } from 'pinia'
import { computed, ref, watch, type Ref } from 'vue'
import { ROLES, type Role } from '@/domain/ledger/role'
import type { Actor } from '@/domain/work/permission'
import { usePlan } from './plan'
import { useWorld } from './world'

/**
 * Who acts on this machine, and in which role; the name stands on every entry. Kept for the next visit where the browser keeps anything.
 * Behind a shared service it is the account, in a role that it was granted.
 */
export const useAuthor = defineStore('author', () => {
  const { shared } = useWorld()
  const plans = usePlan()
  const name = shared
    ? ref(shared.me.account.name)
    : kept('jixiao-board.author', '', (text): text is string => text !== null)
  const role = kept<Role>('jixiao-board.role', 'manager', (text): text is Role =>
    ROLES.some((own) => own === text),
  )
  const asked = ref(0)
  return {
    name,
    role,
    /** How often the name was asked for; the header gives its field the keyboard. */
    asked,
    ask: () => {
      asked.value += 1
    },
    actor: computed<Actor>(
      () =>
        shared?.actor(plans.plan?.id ?? null, role.value) ?? {
          id: null,
          name: name.value.trim(),
          role: role.value,
        },
    ),
  }
})

function kept<Text extends string>(
  key: string,
  otherwise: Text,
  is: (text: string | null) => text is Text,
): Ref<Text> {
  const setting = useWorld().setting(key)
  const before = setting.read()
  const value = ref(is(before) ? before : otherwise) as Ref<Text>
  watch(value, (text) => setting.write(text))
  return value
}
