/** One page of the guide as its index lists it: the name of its file in docs/guide/, its title, what it answers, and the screens whose 帮助 it is. */
export interface GuidePage {
  readonly name: string
  readonly title: string
  readonly about: string
  readonly screens: readonly string[]
}

/** The guide's pages in reading order: one a role, then the rules, next year's tables, and whoever installs the board. */
export const GUIDE_PAGES: readonly GuidePage[] = [
  {
    name: 'manager',
    title: '项目负责人',
    about: '填报、粘贴、支付清单、报送，填错了怎么改',
    screens: ['entry', 'entries'],
  },
  {
    name: 'leader',
    title: '分管领导',
    about: '看进度、看原因、作对比、审核通过、开会',
    screens: ['overview', 'round', 'meeting'],
  },
  {
    name: 'evaluator',
    title: '评价人员',
    about: '自评表、扣分、复评、签认、年终报表',
    screens: ['monitor', 'evaluation', 'papers', 'report'],
  },
  {
    name: 'together',
    title: '几个人一起用',
    about: '交接文件、备份和恢复、身份、多人共用的服务',
    screens: ['exchange', 'account'],
  },
  {
    name: 'figures',
    title: '数是怎么算出来的',
    about: '累计、进度、达标、评分的规则和依据',
    screens: ['project', 'ledger'],
  },
  {
    name: 'next-year',
    title: '明年的表、别的部门的表',
    about: '导入公开文本，核对，采用',
    screens: ['import', 'plans'],
  },
  { name: 'install', title: '安装和维护', about: '双击即用的文件、网页服务器、更新、浏览器', screens: [] },
]
