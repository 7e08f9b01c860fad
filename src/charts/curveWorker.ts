import type { InjectionKey } from 'vue'

/** Starts the worker that draws curves; where nobody provides it the page draws them itself. */
export const curveWorkerKey: InjectionKey<() => Worker> = Symbol('curve worker')
