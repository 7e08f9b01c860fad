import type { InjectionKey } from 'vue'

/** Keeps what is typed and not yet entered, by place: it outlives a change of screen, a reload and a crash. `null` drops it. */
export interface TypedKeeper {
  read(place: string): string | null
  write(place: string, text: string | null): void
  /** Grows when texts came that nobody typed on this page: those of a tab that was closed. */
  arrivals(): number
}

/** How a form anywhere reaches the one keeper of the page. */
export const typedKeeperKey: InjectionKey<TypedKeeper> = Symbol('typed')
