import { createPinia } from 'pinia'
import { createApp } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import App from './App.vue'
import { bearNameAgain, browserWorld } from './browserWorld'
import { turn } from './components/turns/inTurn'
import { makeRouter } from './router'
import { askHost } from './storage/host'
import { takeNewest } from './storage/offline'
import { isServed } from './storage/servedBy'
import type { World } from './storage/world'
import { useTheme } from './stores/theme'
import { useViewing } from './stores/viewing'
import EnteringTrouble from './views/service/EnteringTrouble.vue'
import { hearMissing } from './views/shell/hearMissing'
import { worldKey } from './stores/world'
import './styles/base.css'

/** `?demo` before the hash is how people type it; it belongs to the view, so it moves into the hash. */
function moveSearchIntoHash(): void {
  const search = new URLSearchParams(location.search)
  if (!search.has('demo')) return
  const hash = location.hash || '#/'
  const demoHash = /[?&]demo\b/.test(hash) ? hash : `${hash}${hash.includes('?') ? '&' : '?'}demo`
  history.replaceState(null, '', `${location.pathname}${demoHash}`)
}

/** Mounts the application in its world, in turns: what was touched meanwhile is answered between them. */
async function start(world: World, more: readonly RouteRecordRaw[] = []): Promise<void> {
  const app = createApp(App)
  app.provide(worldKey, world)
  app.use(createPinia())
  useTheme()
  await turn()
  const router = makeRouter()
  more.forEach((route) => router.addRoute(route))
  let asked: string | null = null
  const remember = () => {
    asked = location.hash.slice(1) || '/'
  }
  /** The router hears the address only after its first screen, and then writes its own over it; what was asked for meanwhile is not lost. */
  const catchUp = () => {
    removeEventListener('popstate', remember)
    if (asked !== null) void router.replace(asked)
  }
  router.afterEach((to, _, failure) => {
    if (!failure) useViewing().follow(to.query)
  })
  useViewing().follow(router.resolve(location.hash.slice(1) || '/').query)
  addEventListener('popstate', remember)
  app.use(router)
  hearMissing(router)
  void router.isReady().then(catchUp, catchUp)
  await turn()
  app.mount('#app')
}

async function answers(): Promise<boolean> {
  return !['gone', 'other'].includes(await askHost())
}

/** Behind a shared service somebody has signed in before the board stands; where that fails, the page says so and is loaded anew once its host answers. */
async function startShared(): Promise<void> {
  try {
    const { enterService, SERVICE_SCREEN } = await import('./serviceWorld')
    await start(await enterService(), [SERVICE_SCREEN])
  } catch (error) {
    reportError(error)
    createApp(EnteringTrouble, { answers, take: takeNewest }).mount('#app')
  }
}

moveSearchIntoHash()
bearNameAgain()
if (isServed(document)) void startShared()
else setTimeout(() => void start(browserWorld()))
