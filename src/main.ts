import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { browserWorld } from './browserWorld'
import { makeRouter } from './router'
import { useTheme } from './stores/theme'
import { useViewing } from './stores/viewing'
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

/** The router hears the address only after its first screen, and then writes its own over it; what was asked for meanwhile is not lost. */
function catchUp(): void {
  removeEventListener('popstate', remember)
  if (asked !== null) void router.replace(asked)
}

let asked: string | null = null
function remember(): void {
  asked = location.hash.slice(1) || '/'
}

moveSearchIntoHash()
const app = createApp(App)
app.provide(worldKey, browserWorld())
app.use(createPinia())
useTheme()
const router = makeRouter()
router.afterEach((to, _, failure) => {
  if (!failure) useViewing().follow(to.query)
})
useViewing().follow(router.resolve(location.hash.slice(1) || '/').query)
addEventListener('popstate', remember)
app.use(router)
hearMissing(router)
void router.isReady().then(catchUp, catchUp)
app.mount('#app')
