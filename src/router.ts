import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw } from 'vue-router'
import OverviewView from '@/views/overview/OverviewView.vue'

/** Every screen, lazily loaded but for 总览, which is in the first file anyway and there costs no wrapping of its own; `title` names it in the tab and the navigation. */
export const screens: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'overview',
    meta: { title: '总览' },
    component: OverviewView,
  },
  {
    path: '/project/:position(\\d+)/:indicator(\\d+)?',
    name: 'project',
    meta: { title: '项目' },
    component: () => import('@/views/project/ProjectView.vue'),
  },
  {
    path: '/entry/:position(\\d+)',
    name: 'entry',
    meta: { title: '录入' },
    component: () => import('@/views/entry/EntryView.vue'),
  },
  {
    path: '/entries/:month(\\d+)?',
    name: 'entries',
    meta: { title: '录入', under: 'entry' },
    component: () => import('@/views/entry/AllEntryView.vue'),
  },
  {
    path: '/meeting/:page(\\d+)?',
    name: 'meeting',
    meta: { title: '会议模式' },
    component: () => import('@/views/meeting/MeetingView.vue'),
  },
  {
    path: '/round',
    name: 'round',
    meta: { title: '审核' },
    component: () => import('@/views/round/RoundView.vue'),
  },
  {
    path: '/monitor/:position(\\d+)?',
    name: 'monitor',
    meta: { title: '监控' },
    component: () => import('@/views/monitor/MonitorView.vue'),
  },
  {
    path: '/report/:kind(monitor|evaluation|appraisal)/:position(\\d+)?',
    name: 'report',
    meta: { title: '报告' },
    component: () => import('@/views/report/ReportView.vue'),
  },
  {
    path: '/papers/:kind([a-z]+)/:position(\\d+)?',
    name: 'papers',
    meta: { title: '年终报表' },
    component: () => import('@/views/report/PapersView.vue'),
  },
  {
    path: '/evaluation/:position(\\d+)?',
    name: 'evaluation',
    meta: { title: '评价' },
    component: () => import('@/views/evaluation/EvaluationView.vue'),
  },
  {
    path: '/ledger',
    name: 'ledger',
    meta: { title: '台账' },
    component: () => import('@/views/ledger/LedgerView.vue'),
  },
  {
    path: '/exchange',
    name: 'exchange',
    meta: { title: '交接' },
    component: () => import('@/views/exchange/ExchangeView.vue'),
  },
  {
    path: '/plans',
    name: 'plans',
    meta: { title: '全部计划', planless: true },
    component: () => import('@/views/plans/PlansView.vue'),
  },
  {
    path: '/import',
    name: 'import',
    meta: { title: '导入', planless: true },
    component: () => import('@/views/import/ImportView.vue'),
  },
  {
    path: '/department',
    name: 'department',
    meta: { title: '部门' },
    component: () => import('@/views/department/DepartmentView.vue'),
  },
  {
    path: '/checks',
    name: 'checks',
    meta: { title: '数据核对' },
    component: () => import('@/views/checks/ChecksView.vue'),
  },
  {
    path: '/guide/:page([a-z-]+)?',
    name: 'guide',
    meta: { title: '帮助', planless: true },
    component: () => import('@/views/guide/GuideView.vue'),
  },
  {
    path: '/:unknown(.*)*',
    name: 'unknown',
    meta: { title: '没有此页' },
    component: () => import('@/views/unknown/UnknownView.vue'),
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
