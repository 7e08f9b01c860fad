import { acrossGrid } from '@/domain/desk/acrossGrid'
import { projectDesk } from '@/domain/desk/projectDesk'
import { emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { gridOf } from '../../fixtures/entryProjects'
import { PLAN_ID, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { DECEMBER, JUNE } from '../build'

const desks = SIX_PROJECTS.map((project) => projectDesk(project, 2020, emptyLedger(PLAN_ID), DECEMBER, HEBEI))
const [, , office] = SIX_PROJECTS
if (office === undefined) throw new Error('no project')

/** All projects at 6月底, nothing entered. */
export const june = acrossGrid(desks, JUNE)
/** All projects at 12月底, nothing entered. */
export const yearEnd = acrossGrid(desks, DECEMBER)
/** 办公楼修缮 alone, nothing entered. */
export const repair = gridOf(office)
