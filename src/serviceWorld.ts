import { createApp } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { browserWorld } from './browserWorld'
import { ME, readAnswer, type Me } from './documents/service/answers'
import { isDemoPlan } from './domain/ledger/demo'
import { sliceKey } from './domain/ledger/ledger'
import { ROLES } from './domain/ledger/role'
import { now } from './storage/clock'
import { fetchDataFile } from './storage/dataFiles'
import { evidenceName, evidenceShelf } from './storage/evidenceShelf'
import { indexedDbStorage } from './storage/indexedDb'
import { keptLedgers } from './storage/service/keptLedgers'
import { jsonOf, ownService } from './storage/service/line'
import { ownLive } from './storage/service/live'
import { people } from './storage/service/people'
import { serviceFiles, servicePlanShelf } from './storage/service/serviceFiles'
import { serviceStorage } from './storage/service/serviceStorage'
import { serviceSync, type ServiceSync } from './storage/service/serviceSync'
import type { Shared } from './storage/service/shared'
import { forgetful } from './storage/settings'
import { openTabs, whenPageReturns } from './storage/tabs'
import { typedMirror } from './storage/typedMirror'
import type { World } from './storage/world'
import SignInView from './views/service/SignInView.vue'

const LAST = 'jixiao-board.service.me'
const THEME = 'jixiao-board.theme'
const service = people(ownService)

const screen = () => import('./views/service/ServiceView.vue')

/** The screen that only a shared service has. */
export const SERVICE_SCREEN: RouteRecordRaw = {
  path: '/service',
  name: 'service',
  meta: { title: '账户与同步', planless: true },
  component: screen,
}

/** The world of a page that a shared service serves, once somebody has signed in; where the service does not answer, the account that was here last goes on with what is kept. */
export async function enterService(): Promise<World> {
  const me = (await signedInAlready()) ?? (await signIn())
  forgetful(LAST).write(JSON.stringify(me))
  return worldOf(me)
}

/** Who was here last and has not signed out, if the service still knows him; where it does not answer, he goes on with what is kept. */
async function signedInAlready(): Promise<Me | null> {
  const last = readAnswer(ME, jsonOf(forgetful(LAST).read() ?? ''))
  const told = last && (await service.me())
  if (!told) return null
  if (told.kind === 'told') return told.value
  return told.why === 'away' ? last : null
}

/** Asks who it is, in the page's place, until somebody has signed in. */
function signIn(): Promise<Me> {
  const dark =
    forgetful(THEME).read() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  document.documentElement.dataset.theme = dark
  return new Promise((resolve) => {
    const app = createApp(SignInView, {
      people: service,
      onEntered: (me: Me) => {
        app.unmount()
        resolve(me)
      },
    })
    app.mount('#app')
  })
}

function later(ms: number, act: () => void): void {
  setTimeout(act, ms)
}

function worldOf(me: Me): World {
  const { account, server } = me
  const kept = keptLedgers(server, account.id, () => {})
  const files = serviceFiles(ownService, kept)
  const sync = serviceSync({
    kept,
    line: ownService,
    me,
    now,
    later,
    tabs: (hear) => openTabs(kept.name, (news) => hear(news?.plan || null)),
  })
  const storage = () =>
    serviceStorage({
      kept,
      sync,
      account: account.id,
      plans: () => files.plans(),
      waited: (ms) => new Promise((go) => later(ms, go)),
    })
  keepListening(files, sync)
  bringParts(me)
  const shared = sharedOf(me, sync)
  return {
    ...browserWorld(),
    shared,
    openLedger: () => Promise.resolve({ storage: storage(), memoryBecause: null }),
    planShelf: () => servicePlanShelf(ownService),
    fetchDataFile: (name) => (name.endsWith('.demo.json') ? fetchDataFile(name) : files.file(name)),
    evidenceShelf: () => Promise.resolve(evidenceShelf(evidenceName(server, account.id))),
    typedMirror: () => Promise.resolve(typedMirror(`jixiao-board.typed.${account.id}`)),
    setting: (key) => forgetful(key === THEME ? key : `${key}@${account.id}`),
  }
}

/** Brings what shows what is unsent before it is asked for: it must be there when the service is not. */
function bringParts({ grants }: Me): void {
  const parts = [
    screen(),
    import('./views/service/AwaitingPart.vue'),
    ...(grants.some(({ role }) => role === 'admin') ? [import('./views/service/AdminPart.vue')] : []),
  ]
  void Promise.allSettled(parts)
}

/** Hears where the ledgers stand, as soon as the plans are known; asks again when somebody comes back or the line does. */
function keepListening(files: ReturnType<typeof serviceFiles>, sync: ServiceSync): void {
  async function listen(): Promise<void> {
    await files.file('index.json')
    const plans = await files.plans()
    if (plans.length === 0) return later(5_000, () => void listen())
    ownLive(plans, {
      head: ({ plan, head, epoch }) => void sync.heard(plan, head, epoch),
      signedOut: () => sync.signedOut(),
      lost: () => void sync.catchUp(),
    })
  }
  void listen()
  addEventListener('online', () => void sync.catchUp())
  whenPageReturns(() => void sync.catchUp())
}

/** Who is signed in, and what he may ask of the service. */
function sharedOf(me: Me, sync: ServiceSync): Shared {
  const { account, grants } = me
  const shared: Shared = {
    me,
    people: service,
    rolesFor: (plan) =>
      ROLES.filter((role) => grants.some((own) => own.role === role && [plan, '*'].includes(own.plan))),
    actor: (plan, chosen) => {
      const roles = shared.rolesFor(plan)
      return {
        id: account.id,
        name: account.name,
        role: roles.includes(chosen) ? chosen : (roles[0] ?? chosen),
      }
    },
    refusal: (ledger, role, subjects) => {
      const own = grants.filter((grant) => grant.role === role && [ledger, '*'].includes(grant.plan))
      const granted = (subject: string) =>
        own.some(({ project }) => project === null || project === sliceKey(subject))
      return isDemoPlan(ledger) || subjects.every(granted)
        ? null
        : { kind: 'other-project', manager: '获得授权的账户' }
    },
    watch: sync.watch,
    catchUp: sync.catchUp,
    sendAgain: sync.sendAgain,
    putAside: sync.putAside,
    restoreSeen: sync.restoreSeen,
    before: async (plan) => {
      const own = indexedDbStorage()
      const loaded = await own.load(plan)
      own.close()
      return loaded.kind === 'loaded' ? loaded.entries : []
    },
    evidenceBefore: () => evidenceShelf(),
    signOut: async () => {
      const told = await service.signOut()
      if (told.kind === 'not' && told.why === 'away') return told
      forgetful(LAST).write(null)
      location.reload()
      return told
    },
    signedIn: async () => {
      const told = await service.me()
      if (told.kind === 'told' && told.value.account.id !== account.id) return location.reload()
      await sync.catchUp()
    },
  }
  return shared
}
