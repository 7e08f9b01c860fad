import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type {
  Grant,
  ServiceAccount,
  ServiceAuditLine,
  ServiceBackups,
  ServicePlan,
} from '@/documents/service/answers'
import type { Told } from '@/storage/service/people'
import { useWorld } from '../world'

/** Why something was not done, by the service's word. */
type Not = Extract<Told<unknown>, { kind: 'not' }>

/** A password that the service made, to be handed to its owner once. */
interface MadePassword {
  readonly name: string
  readonly password: string
}

/** What an administrator of the service sees and does: accounts, plans, whether it is well, what was done. */
export const useAdministration = defineStore('administration', () => {
  const { shared } = useWorld()
  const accounts = shallowRef<readonly ServiceAccount[]>([])
  const plans = shallowRef<readonly ServicePlan[]>([])
  const backups = shallowRef<ServiceBackups | null>(null)
  const backingUp = ref(false)
  const lines = shallowRef<readonly ServiceAuditLine[]>([])
  const well = ref<boolean | null>(null)
  const fault = shallowRef<Not | null>(null)
  const made = shallowRef<MadePassword | null>(null)

  async function load(): Promise<void> {
    if (!shared) return
    const { people } = shared
    const [all, held, done, taken, health] = await Promise.all([
      people.accounts(),
      people.plans(),
      people.audit(),
      people.backups(),
      people.healthy(),
    ])
    if (all.kind === 'told') accounts.value = all.value.accounts
    else fault.value = all
    if (held.kind === 'told') plans.value = held.value.plans
    if (done.kind === 'told') lines.value = done.value.lines
    if (taken.kind === 'told') backups.value = taken.value
    well.value = health.kind === 'told'
  }

  /** Does something about people and reads anew; `true` when it was done. */
  async function act<T>(doing: Promise<Told<T>> | undefined, whose: string | null = null): Promise<boolean> {
    const told = await doing
    if (!told) return false
    fault.value = told.kind === 'not' ? told : null
    const value = told.kind === 'told' ? (told.value as { password?: string } | null) : null
    made.value = whose !== null && value?.password ? { name: whose, password: value.password } : null
    await load()
    return told.kind === 'told'
  }

  /** Backs the service up into its own folder of backups. */
  async function backUp(): Promise<void> {
    if (backingUp.value) return
    backingUp.value = true
    await act(shared?.people.backUp())
    backingUp.value = false
  }

  const of = (id: string) => accounts.value.find((account) => account.id === id)

  return {
    accounts,
    plans,
    lines,
    backups,
    backingUp,
    backUp,
    well,
    fault,
    made,
    load,
    make: (name: string, login: string, grants: readonly Grant[]) =>
      act(shared?.people.makeAccount({ name, login, grants }), name),
    grant: (id: string, grants: readonly Grant[]) => act(shared?.people.changeAccount(id, { grants })),
    disable: (id: string, disabled: boolean) => act(shared?.people.changeAccount(id, { disabled })),
    newPassword: (id: string) =>
      act(shared?.people.changeAccount(id, { newPassword: true }), of(id)?.name ?? ''),
    endSessions: (id: string) => act(shared?.people.endSessions(id)),
  }
})
