import { defineAsyncComponent, type Component } from 'vue'

let last: Promise<unknown> = Promise.resolve()

/** A task of the page for whoever asks, one after another: what stands is painted and a pointer answered between them. */
export function turn(): Promise<unknown> {
  last = last.then(
    () =>
      new Promise((resolve) => {
        setTimeout(resolve)
      }),
  )
  return last
}

/** A part of a screen that is fetched when the screen stands and comes in a task of its own, so that many parts together never hold the page up. */
export function partInTurn<Part extends Component>(load: () => Promise<{ default: Part }>): Part {
  return defineAsyncComponent(async () => {
    const part = await load()
    await turn()
    return part
  })
}
