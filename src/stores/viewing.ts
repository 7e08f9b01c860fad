import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { parseDay, type Day } from '@/domain/time/day'

/** What one is looking at, as it stands in the address: day, day compared with, unit, plan, demonstration (STYLE.md 11). */
export interface View {
  readonly asOf: Day | null
  /** The day compared with (对比); `null` for none. */
  readonly vs: Day | null
  /** The day since which changes are told (自上次以来); `null` for the reader's last visit. */
  readonly since: Day | null
  /** Which projects or indicators are listed, by the name of a chip; `null` for all. */
  readonly show: string | null
  /** The column a table of projects is sorted by, `-` before it where it falls; `null` for its own order. */
  readonly sort: string | null
  readonly unit: 'wan' | 'yuan'
  readonly plan: string | null
  readonly demo: boolean
  /** The day whose knowledge one looks with (当时所知); `null` for all that is known. */
  readonly knownOn: Day | null
}

type Query = Record<string, string | null | (string | null)[] | undefined>

const HERE: View = {
  asOf: null,
  vs: null,
  since: null,
  show: null,
  sort: null,
  unit: 'wan',
  plan: null,
  demo: false,
  knownOn: null,
}

/** The first of what an address says under one name; `null` where it says nothing. */
export function first(value: Query[string]): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null
}

/** Reads the address's query; what it cannot mean is left out, never guessed. */
export function readView(query: Query): View {
  return {
    asOf: parseDay(first(query.asOf) ?? ''),
    vs: parseDay(first(query.vs) ?? ''),
    since: parseDay(first(query.since) ?? ''),
    show: /^[a-z-]+$/.test(first(query.show) ?? '') ? first(query.show) : null,
    sort: first(query.sort),
    unit: first(query.unit) === 'yuan' ? 'yuan' : 'wan',
    plan: first(query.plan) || null,
    demo: query.demo !== undefined,
    knownOn: parseDay(first(query.knownOn) ?? ''),
  }
}

/** The query of an address that reproduces a view. */
export function viewQuery(view: View): Record<string, string | null> {
  return {
    ...(view.demo ? { demo: null } : {}),
    ...(view.plan === null ? {} : { plan: view.plan }),
    ...(view.asOf === null ? {} : { asOf: view.asOf }),
    ...(view.vs === null ? {} : { vs: view.vs }),
    ...(view.since === null ? {} : { since: view.since }),
    ...(view.show === null ? {} : { show: view.show }),
    ...(view.sort === null ? {} : { sort: view.sort }),
    ...(view.knownOn === null ? {} : { knownOn: view.knownOn }),
    ...(view.unit === 'yuan' ? { unit: 'yuan' } : {}),
  }
}

/** Mirrors the address; it is written only by navigating. */
export const useViewing = defineStore('viewing', () => {
  const view = shallowRef<View>(HERE)
  return {
    view,
    unit: computed(() => view.value.unit),
    demo: computed(() => view.value.demo),
    follow: (query: Query) => {
      view.value = readView(query)
    },
    /** The query of the present view with some of it changed. */
    queryWith: (change: Partial<View> = {}) => viewQuery({ ...view.value, ...change }),
    /** The query of another screen: what is listed, how it is sorted and since when changes are told belong to this one. */
    elsewhere: (change: Partial<View> = {}) =>
      viewQuery({ ...view.value, show: null, since: null, sort: null, ...change }),
  }
})
