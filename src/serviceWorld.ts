import { createApp, shallowRef } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { browserWorld, machineClock } from './browserWorld'
import { ME, readAnswer, type Me } from './documents/service/answers'
import { isDemoPlan } from './domain/ledger/demo'
import { sliceKey } from './domain/ledger/ledger'
import { ROLES } from './domain/ledger/role'
import { fetchDataFile } from './storage/dataFiles'
import { evidenceName, evidenceShelf } from './storage/evidenceShelf'
import { askHost } from './storage/host'
import { indexedDbStorage } from './storage/indexedDb'
import { takeNewest } from './storage/offline'
import { keptLedgers } from './storage/service/keptLedgers'
import { jsonOf, ownService, type Line } from './storage/service/line'
import { ownLive } from './storage/service/live'
import { people, type People } from './storage/service/people'
import { serviceClock } from './storage/service/serviceClock'
import { serviceFiles, servicePlanShelf } from './storage/service/serviceFiles'
import { serviceStorage } from './storage/service/serviceStorage'
import { serviceSync, type ServiceSync } from './storage/service/serviceSync'
import type { Shared } from './storage/service/shared'
import { forgetful, keptKeys } from './storage/settings'
import { openTabs, whenPageReturns } from './storage/tabs'
import { typedMirror } from './storage/typedMirror'
import type { World } from './storage/world'
import SignInView from './views/service/SignInView.vue'

const LAST = 'jixiao-board.service.me'
/** Set when somebody signed out while the service did not answer: until his session has ended there, nothing is sent. */
const LEFT = 'jixiao-board.service.left'
const THEME = 'jixiao-board.theme'
/** How far this machine's clock was off when the service was reached last. */
const OFFSET = 'jixiao-board.service.clock'
const timed = serviceClock(machineClock, forgetful(OFFSET))
const direct = ownService(timed.measured)
const left = () => forgetful(LEFT).read() !== null
let gone = false
/** The line of the ledgers: dead for whoever has signed out, in every tab, and in this one for good. */
const line: Line = (method, path, body) =>
  gone || left() ? Promise.resolve({ kind: 'signed-out' }) : direct(method, path, body)
const service = withoutLeft(people(direct))

/** The next contact ends the session that was left while the service did not answer, before anything else is asked. */
function withoutLeft(own: People): People {
  async function ended(): Promise<boolean> {
    if (!left()) return true
    const told = await own.signOut()
    if (told.kind === 'not' && told.why !== 'signed-out') return false
    forgetful(LEFT).write(null)
    return true
  }
  const away = { kind: 'not', why: 'away', seconds: null } as const
  return {
    ...own,
    service: async () => ((await ended()) ? own.service() : away),
    signIn: async (login, password) => ((await ended()) ? own.signIn(login, password) : away),
  }
}

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
  const last = left() ? null : readAnswer(ME, jsonOf(forgetful(LAST).read() ?? ''))
  const told = last && (await service.me())
  if (!told) return null
  if (told.kind === 'told') return told.value
  return told.why === 'away' ? last : null
}

/** Asks who it is, in the page's place, until somebody has signed in. */
function signIn(place: string | Element = '#app'): Promise<Me> {
  const dark =
    forgetful(THEME).read() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  document.documentElement.dataset.theme = dark
  return new Promise((resolve) => {
    const app = createApp(SignInView, {
      people: service,
      isAlone: async () => (await askHost()) === 'alone',
      renew: takeNewest,
      left: left(),
      onEntered: (me: Me) => {
        app.unmount()
        resolve(me)
      },
    })
    app.mount(place)
  })
}

/** Puts the sign-in in the place of the whole page, which could not be loaded anew while the service does not answer; whoever signs in begins anew. */
async function signInHere(): Promise<void> {
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  forgetful(LAST).write(JSON.stringify(await signIn(place)))
  location.reload()
}

function later(ms: number, act: () => void): void {
  setTimeout(act, ms)
}

function worldOf(me: Me): World {
  const { account, server } = me
  const mine = `@${account.id}`
  const own = shallowRef(me)
  const held = [...me.grants]
  const kept = keptLedgers(server, account.id, () => {})
  const files = serviceFiles(line, kept)
  const sync = serviceSync({
    kept,
    line,
    me,
    now: () => timed.clock.now(),
    later,
    tabs: (hear) => openTabs(kept.name, (news) => hear(news?.plan || null)),
    rightsDoubted: () => void readRights(),
  })
  /** Reads anew what the account was granted, so that screens offer no more and no less. */
  async function readRights(): Promise<void> {
    const told = left() ? null : await service.me()
    if (told?.kind === 'not' && told.why === 'signed-out') sync.signedOut()
    if (told?.kind !== 'told' || told.value.account.id !== account.id) return
    if (JSON.stringify(told.value) === JSON.stringify(own.value)) return
    own.value = told.value
    held.push(...told.value.grants)
    forgetful(LAST).write(JSON.stringify(told.value))
    listening()
  }
  const storage = () =>
    serviceStorage({
      kept,
      sync,
      account: account.id,
      plans: () => files.plans(),
      waited: (ms) => new Promise((go) => later(ms, go)),
    })
  const listening = keepListening(files, sync, readRights)
  bringParts(me)
  const shared = sharedOf(own, held, sync)
  return {
    ...browserWorld(),
    clock: timed.clock,
    shared,
    openLedger: () => Promise.resolve({ storage: storage(), memoryBecause: null }),
    planShelf: () => servicePlanShelf(line),
    fetchDataFile: (name) => (name.endsWith('.demo.json') ? fetchDataFile(name) : files.file(name)),
    evidenceShelf: () => Promise.resolve(evidenceShelf(evidenceName(server, account.id))),
    typedMirror: () => Promise.resolve(typedMirror(`jixiao-board.typed.${account.id}`)),
    setting: (key) => forgetful(key === THEME ? key : `${key}${mine}`),
    settingKeys: (beginning) =>
      keptKeys(beginning).flatMap((key) => (key.endsWith(mine) ? key.slice(0, -mine.length) : [])),
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

/** Hears where the ledgers stand, as soon as the plans are known; asks again when somebody comes back or the line does. Returns how to begin anew, when other plans may be seen. */
function keepListening(
  files: ReturnType<typeof serviceFiles>,
  sync: ServiceSync,
  readRights: () => Promise<void>,
): () => void {
  let stop = (): void => undefined
  let turn = 0
  async function listen(): Promise<void> {
    const mine = (turn += 1)
    stop()
    stop = () => undefined
    await files.file('index.json')
    const plans = await files.plans()
    if (mine !== turn) return
    if (plans.length === 0) return later(5_000, () => void listen())
    stop = ownLive(plans, {
      head: ({ plan, head, epoch }) => void sync.heard(plan, head, epoch),
      signedOut: () => void readRights(),
      rights: () => void readRights(),
      lost: () => void sync.catchUp(),
    })
  }
  void listen()
  addEventListener('online', () => void sync.catchUp())
  whenPageReturns(() => {
    void readRights()
    void sync.catchUp()
  })
  return () => void listen()
}

/** Who is signed in, what he was granted since the page is open (`held`), and what he may ask of the service. */
function sharedOf(own: { readonly value: Me }, held: Me['grants'], sync: ServiceSync): Shared {
  const { account } = own.value
  const grants = () => own.value.grants
  const shared: Shared = {
    get me() {
      return own.value
    },
    people: service,
    rolesFor: (plan) =>
      ROLES.filter((role) => grants().some((own) => own.role === role && [plan, '*'].includes(own.plan))),
    actor: (plan, chosen) => {
      const roles = shared.rolesFor(plan)
      return {
        id: account.id,
        name: account.name,
        role: roles.includes(chosen) ? chosen : (roles[0] ?? chosen),
      }
    },
    refusal: (ledger, role, subjects) => {
      const reach = (given: Me['grants']) =>
        subjects.every((subject) =>
          given.some(
            (grant) =>
              grant.role === role &&
              [ledger, '*'].includes(grant.plan) &&
              (grant.project === null || grant.project === sliceKey(subject)),
          ),
        )
      if (isDemoPlan(ledger) || reach(grants())) return null
      return { kind: 'not-granted', role, whole: subjects.includes(ledger), before: reach(held) }
    },
    watch: sync.watch,
    catchUp: sync.catchUp,
    sendAgain: sync.sendAgain,
    putAside: sync.putAside,
    restoreSeen: sync.restoreSeen,
    before: async (plan) => {
      const alone = indexedDbStorage()
      const loaded = await alone.load(plan)
      alone.close()
      return loaded.kind === 'loaded' ? loaded.entries : []
    },
    evidenceBefore: () => evidenceShelf(),
    signOut: async () => {
      gone = true
      forgetful(LEFT).write(account.id)
      forgetful(LAST).write(null)
      const told = await service.signOut()
      if (told.kind === 'not' && told.why !== 'signed-out') return signInHere()
      forgetful(LEFT).write(null)
      location.reload()
    },
    signedIn: async () => {
      const told = await service.me()
      if (told.kind === 'told' && told.value.account.id !== account.id) return location.reload()
      await sync.catchUp()
    },
  }
  return shared
}
