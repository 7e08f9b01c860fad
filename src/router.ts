import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw } from 'vue-router'
import OverviewView from '@/views/overview/OverviewView.vue'
import { inTime } from '@/views/shell/hearMissing'
import type { SCREENS } from './screens'

function screen(name: keyof typeof SCREENS) {
  return () =>
    inTime(
      name,
      import('./screens').then(({ SCREENS }) => SCREENS[name]()),
    )
}

/** Every screen, lazily loaded but for 总览, which is in the first file anyway and there costs no wrapping of its own; `title` names it in the tab and the navigation. */
export const screens: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'overview',
    meta: { title: '总览' },
    component: OverviewView,
  },
  {
    path: '/project/:position(\\d+)/:indicator?',
    name: 'project',
    meta: { title: '项目' },
    component: screen('project'),
  },
  {
    path: '/entry/:position(\\d+)',
    name: 'entry',
    meta: { title: '录入' },
    component: screen('entry'),
  },
  {
    path: '/entries/:month(\\d+)?',
    name: 'entries',
    meta: { title: '录入', under: 'entry' },
    component: screen('entries'),
  },
  {
    path: '/meeting/:page(\\d+)?',
    name: 'meeting',
    meta: { title: '会议模式' },
    component: screen('meeting'),
  },
  {
    path: '/round',
    name: 'round',
    meta: { title: '审核' },
    component: screen('round'),
  },
  {
    path: '/monitor/:position(\\d+)?',
    name: 'monitor',
    meta: { title: '监控' },
    component: screen('monitor'),
  },
  {
    path: '/report/:kind(monitor|evaluation|appraisal)/:position(\\d+)?',
    name: 'report',
    meta: { title: '报告' },
    component: screen('report'),
  },
  {
    path: '/papers/:kind([a-z]+)/:position(\\d+)?',
    name: 'papers',
    meta: { title: '年终报表' },
    component: screen('papers'),
  },
  {
    path: '/evaluation/:position(\\d+)?',
    name: 'evaluation',
    meta: { title: '评价' },
    component: screen('evaluation'),
  },
  {
    path: '/ledger',
    name: 'ledger',
    meta: { title: '台账' },
    component: screen('ledger'),
  },
  {
    path: '/exchange',
    name: 'exchange',
    meta: { title: '交接' },
    component: screen('exchange'),
  },
  {
    path: '/plans',
    name: 'plans',
    meta: { title: '全部计划', planless: true },
    component: screen('plans'),
  },
  {
    path: '/import',
    name: 'import',
    meta: { title: '导入', planless: true },
    component: screen('import'),
  },
  {
    path: '/department',
    name: 'department',
    meta: { title: '部门' },
    component: screen('department'),
  },
  {
    path: '/checks',
    name: 'checks',
    meta: { title: '数据核对' },
    component: screen('checks'),
  },
  {
    path: '/guide/:page([a-z-]+)?',
    name: 'guide',
    meta: { title: '帮助', planless: true },
    component: screen('guide'),
  },
  {
    path: '/:unknown(.*)*',
    name: 'unknown',
    meta: { title: '没有此页' },
    component: screen('unknown'),
  },
]

/** The router; hash history, so that the built files live under any path of any static host. */
export function makeRouter(): Router {
  return createRouter({
    history: createWebHashHistory(),
    routes: screens,
    scrollBehavior: (to, from, saved) =>
      saved ?? (to.path === from.path || to.params.indicator || to.query.entry ? false : { top: 0 }),
  })
}
