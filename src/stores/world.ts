import { inject, type InjectionKey } from 'vue'
import type { World } from '@/storage/world'

/** Under this the application is given its world, once, where it is made. */
export const worldKey: InjectionKey<World> = Symbol('world')

/** The world of the application a store belongs to; throws where none was given, which is a bug. */
export function useWorld(): World {
  const world = inject(worldKey)
  if (!world) throw new Error('no world was given to the application')
  return world
}
