import type { RouteLocationRaw } from 'vue-router'
import type { View } from '@/stores/viewing'
import { useViewing } from '@/stores/viewing'

/** The screens that are about one project. */
export type ProjectScreen = 'project' | 'entry' | 'evaluation' | 'monitor' | 'report' | 'papers'

/** How many projects stand as tabs; more are chosen from a list. */
export const MOST_TABS = 24

/** Addresses that keep what one is looking at (day, unit, plan, demonstration) and change only what is asked. */
export function useLinks() {
  const viewing = useViewing()
  return {
    project: (position: number, indicator?: number): RouteLocationRaw => ({
      name: 'project',
      params: { position, ...(indicator === undefined ? {} : { indicator }) },
      query: viewing.elsewhere(),
    }),
    projectOn: (screen: ProjectScreen, position: number): RouteLocationRaw => ({
      name: screen,
      params: { position },
      query: viewing.elsewhere(),
    }),
    /** The project's page with those of its indicators that a count stands for. */
    projectShowing: (position: number, show: string): RouteLocationRaw => ({
      name: 'project',
      params: { position },
      query: viewing.elsewhere({ show }),
    }),
    /** The grid of all projects at a checkpoint, by its month; without one at the checkpoint that waits. */
    entries: (month?: number): RouteLocationRaw => ({
      name: 'entries',
      params: month === undefined ? {} : { month },
      query: viewing.elsewhere(),
    }),
    /** The project's page at one of its entries. */
    entry: (position: number, entry: string): RouteLocationRaw => ({
      name: 'project',
      params: { position },
      query: { ...viewing.elsewhere(), entry },
    }),
    /** The project's page at the reason of its spending. */
    reason: (position: number): RouteLocationRaw => ({
      name: 'project',
      params: { position },
      query: { ...viewing.elsewhere(), why: null },
    }),
    /** A page of the guide; without a name its index. */
    guide: (page?: string): RouteLocationRaw => ({
      name: 'guide',
      params: page === undefined ? {} : { page },
      query: viewing.elsewhere(),
    }),
    screen: (name: string): RouteLocationRaw => ({ name, query: viewing.elsewhere() }),
    here: (change: Partial<View>): RouteLocationRaw => ({ query: viewing.queryWith(change) }),
  }
}
