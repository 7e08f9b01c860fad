import { setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, type RouteComponent } from 'vue-router'
import { useDelivery } from '@/stores/delivery'
import { useRenewal } from '@/stores/renewal'
import { keepDelivered } from '@/views/shell/afterPaint'
import { ahead, hearMissing, inTime } from '@/views/shell/hearMissing'
import { openMissing } from '@/views/shell/tryAgain'
import { settled, testWorld } from '../../stores/testWorld'

const SCRIPT = '<script type="module" src="board.js"></script>'
const SCREEN: RouteComponent = { render: () => null }
const LONG = 60_000

let answers: ((page: string) => void)[]
let load: () => Promise<RouteComponent>

function later<T>() {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((come) => {
    resolve = come
  })
  return { promise, resolve }
}

function board() {
  setActivePinia(testWorld().pinia)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: SCREEN },
      { path: '/round', component: SCREEN },
      { path: '/exchange', meta: { title: '交接' }, component: () => inTime('exchange', load()) },
    ],
  })
  hearMissing(router)
  return { router, delivery: useDelivery(), go: (to: string) => router.push(to).catch(() => null) }
}

function typesInto(place: 'main' | 'header'): void {
  const field = document.createElement('input')
  const around = document.createElement(place)
  around.append(field)
  document.body.append(around)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  around.remove()
}

async function hostAnswers(): Promise<void> {
  for (const answer of answers.splice(0)) answer(`<div id="app"></div>${SCRIPT}`)
  await settled()
}

/** As the built program tells of an import that failed (Vite), before the import's own promise fails. */
function tells(error: Error): Promise<never> {
  dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload: error }))
  return Promise.reject(error)
}

beforeEach(() => {
  vi.useFakeTimers()
  answers = []
  // happy-dom would run a module: it becomes one where it already stands
  const script = Object.assign(document.createElement('script'), { type: 'text/plain', src: 'board.js' })
  document.head.append(script)
  script.type = 'module'
  vi.stubGlobal('fetch', () => {
    const { promise, resolve } = later<Pick<Response, 'ok' | 'text'>>()
    answers.push((page) => resolve({ ok: true, text: () => Promise.resolve(page) }))
    return promise
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  document.head.replaceChildren()
})

describe('what could not be had of the program', () => {
  it('is not said where nobody asked for it, and is where somebody did', async () => {
    const { delivery } = board()
    expect(await ahead(() => tells(new Error('ahead')))).toBe(false)
    vi.advanceTimersByTime(1)
    expect(delivery.missing).toBeNull()
    await tells(new Error('asked')).catch(() => null)
    vi.advanceTimersByTime(1)
    expect(delivery.missing).toMatchObject({ title: null, host: 'asking' })
  })

  it('is asked of the host once, however many ask at the same moment and whatever it answers', async () => {
    const { router, delivery } = board()
    keepDelivered(router)
    delivery.failed('交接', '/exchange')
    await settled()
    expect(answers).toHaveLength(1)
    const both = [useRenewal().ask(), useRenewal().ask()]
    expect(answers).toHaveLength(1)
    answers.splice(0)[0]!('<h1>上网认证</h1>')
    expect(await Promise.all(both)).toEqual(['other', 'other'])
    await settled()
    expect(delivery.missing).toMatchObject({ host: 'other' })
    expect(answers).toHaveLength(0)
  })

  it('is opened as it was asked for when the host answers again', async () => {
    const { router, delivery, go } = board()
    load = () => Promise.reject(new Error('gone'))
    await go('/exchange?demo=1&asOf=2020-10-31')
    load = () => Promise.resolve(SCREEN)
    keepDelivered(router)
    await settled()
    await hostAnswers()
    expect(router.currentRoute.value.fullPath).toBe('/exchange?demo=1&asOf=2020-10-31')
    expect(delivery.missing).toBeNull()
  })
})

describe('a screen that was given up', () => {
  async function givenUp() {
    const { promise, resolve } = later<RouteComponent>()
    load = () => promise
    const made = board()
    await made.go('/')
    const going = made.go('/exchange?demo=1')
    await settled()
    vi.advanceTimersByTime(LONG)
    await going
    expect(made.delivery.missing).toMatchObject({ title: '交接' })
    const comes = async () => {
      resolve(SCREEN)
      await settled()
    }
    return { ...made, comes }
  }

  it('opens by itself when it comes, as it was asked for, and nothing is said any more', async () => {
    const { router, delivery, comes } = await givenUp()
    await comes()
    expect(router.currentRoute.value.fullPath).toBe('/exchange?demo=1')
    expect(delivery.missing).toBeNull()
  })

  it.each(['/round', '/'])('does not call a reader back who has gone to %s', async (elsewhere) => {
    const { router, go, delivery, comes } = await givenUp()
    if (elsewhere === '/') delivery.missing = null
    await go(elsewhere)
    await comes()
    expect(router.currentRoute.value.fullPath).toBe(elsewhere)
  })

  it('does not call a reader back who is on the way elsewhere', async () => {
    const { router, delivery, go, comes } = await givenUp()
    const { promise, resolve } = later<RouteComponent>()
    router.addRoute({ path: '/slow', component: () => promise })
    const going = go('/slow')
    await settled()
    expect(delivery.missing).toBeNull()
    await comes()
    resolve(SCREEN)
    await going
    expect(router.currentRoute.value.fullPath).toBe('/slow')
  })

  it('waits to be opened where the reader has begun to type, and opens when asked for again', async () => {
    const { router, delivery, go, comes } = await givenUp()
    typesInto('main')
    await comes()
    expect(router.currentRoute.value.fullPath).toBe('/')
    expect(delivery.missing).toMatchObject({ title: '交接', address: '/exchange?demo=1', host: 'here' })
    await go('/exchange?demo=1')
    expect(router.currentRoute.value.fullPath).toBe('/exchange?demo=1')
    expect(delivery.missing).toBeNull()
  })
})

describe('a screen that comes slowly', () => {
  it('does not take the page from under the hands of who has begun to type meanwhile', async () => {
    const { promise, resolve } = later<RouteComponent>()
    load = () => promise
    const { router, delivery, go } = board()
    await go('/')
    const going = go('/exchange')
    await settled()
    typesInto('main')
    resolve(SCREEN)
    await going
    expect(router.currentRoute.value.fullPath).toBe('/')
    expect(delivery.missing).toMatchObject({ host: 'here' })
    await openMissing(router)
    expect(router.currentRoute.value.fullPath).toBe('/exchange')
  })

  it('comes to who has typed into the head of the board, which stays', async () => {
    const { promise, resolve } = later<RouteComponent>()
    load = () => promise
    const { router, go } = board()
    await go('/')
    const going = go('/exchange')
    await settled()
    typesInto('header')
    resolve(SCREEN)
    await going
    expect(router.currentRoute.value.fullPath).toBe('/exchange')
  })
})
