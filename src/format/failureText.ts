/** A failure in words: what happened, how to mend it, and each place that is wrong. */
export interface FailureText {
  readonly what: string
  readonly mend: string
  readonly details: readonly { readonly where: string; readonly what: string; readonly mend: string }[]
}

/** Why a data file could not be had: the server's answer, a page of somebody else in its place, or no answer at all. */
export type Unfetched =
  | { readonly kind: 'absent'; readonly status: number }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unreachable' }

/** Says why a data file could not be read. */
export function unfetchedText(file: string, fetched: Unfetched): FailureText {
  if (fetched.kind === 'absent' && fetched.status >= 500)
    return {
      what: `服务器没有给出数据文件 data/${file}（${fetched.status}）`,
      mend: '文件多半还在，是服务器出了错。请稍后刷新本页；一直如此，请告诉管理员。',
      details: [],
    }
  if (fetched.kind === 'foreign')
    return {
      what: `数据文件 data/${file} 读取不到：网络上答复的不是看板的服务器，可能要先登录上网认证`,
      mend: '没有读到不等于没有填报；已填报的数据不受影响。请先在另一个标签页登录上网，再刷新本页；一直如此，请告诉管理员。',
      details: [],
    }
  return fetched.kind === 'absent'
    ? {
        what: `没有找到数据文件 data/${file}（${fetched.status}）`,
        mend: '请确认文件已放在发布目录的 data 文件夹内、文件名与 index.json 所列一致，然后刷新本页。',
        details: [],
      }
    : {
        what: `数据文件 data/${file} 读取不到`,
        mend: '网络可能已断开，或服务没有运行、没有答复。请检查后刷新本页；已填报的数据不受影响。',
        details: [],
      }
}

/** Says that a data file was read and cannot be used, with every place that is wrong. */
export function unreadableText(file: string, details: FailureText['details']): FailureText {
  return { what: `数据文件 data/${file} 有误，无法显示`, mend: '请按下列位置改正后刷新本页。', details }
}

/** Says that the plan an address asks for is not among those published; `behind` says why a shared service shows none. */
export function noSuchPlanText(
  wanted: string,
  known: readonly string[],
  behind: 'no-grant' | 'no-plan' | null = null,
): FailureText {
  if (known.length === 0 && behind) return { ...BEHIND_SERVICE[behind], details: [] }
  return known.length === 0
    ? {
        what: '还没有任何年度的绩效目标表',
        mend: '请在 data/index.json 中登记计划文件后刷新本页。',
        details: [],
      }
    : {
        what: `没有编号为“${wanted}”的绩效目标表`,
        mend: `现有：${known.join('、')}。请修改地址中的 plan，或去掉它。`,
        details: [],
      }
}

const BEHIND_SERVICE = {
  'no-grant': {
    what: '您的账户还没有分配项目',
    mend: '请联系系统管理员，在“账户与同步”页给您的账户授予身份和项目；授权后刷新本页。',
  },
  'no-plan': {
    what: '服务器上还没有您能看的绩效目标表',
    mend: '系统管理员可以在“导入”页导入，供全体使用；已经导入而您看不到的，请系统管理员授权。',
  },
} as const

/** Says that the demonstration could not be opened. */
export function sampleFailureText(): FailureText {
  return {
    what: '演示数据没有打开',
    mend: '演示文件缺失或有误，真实数据不受影响。请刷新重试，或从右上角退出演示。',
    details: [],
  }
}
