import type { InjectionKey } from 'vue'
import type { Derivation } from '@/format/derivation'

/** Opens 「为什么是这个数」 beside the figure that was asked about. */
export type Explain = (anchor: HTMLElement, derivation: Derivation) => void

/** How a figure anywhere reaches the one explanation panel of the page. */
export const explainKey: InjectionKey<Explain> = Symbol('explain')
