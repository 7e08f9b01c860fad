/** What the worker is doing, for whoever waits. */
export const STEP_WORD = { reading: '读取文件', recognising: '识别表格', checking: '核对' } as const

/** Why nothing came of a document, and what to do. */
export function importRefusal(
  why:
    | { readonly kind: 'said'; readonly text: string }
    | { readonly kind: 'too-large' | 'too-many' | 'no-worker' | 'stopped' },
): string {
  switch (why.kind) {
    case 'said':
      return why.text
    case 'too-large':
      return '文件超过 64 MB：请只保留有绩效目标表的部分，另存后再试。'
    case 'too-many':
      return '一次放的文件太多或太大（至多 300 份、256 MB）：请分几次导入。'
    case 'no-worker':
      return '后台读取没有启动或中途停止：请刷新页面再试；仍不行时换用新版浏览器。'
    case 'stopped':
      return '已停止读取，没有改动任何数据。'
  }
}

/** The one sentence over what was found. */
export function foundText(found: {
  readonly year: number | null
  readonly department: string | null
  readonly projects: readonly { readonly indicators: number }[]
  readonly left: readonly unknown[]
}): string {
  const indicators = found.projects.reduce((sum, project) => sum + project.indicators, 0)
  const look = found.left.length === 0 ? '每一格都读懂了' : `${found.left.length} 处要看`
  return `${departmentYearText(found)}：${found.projects.length} 个项目、${indicators} 项指标，${look}`
}

/** The year and department that a file states of itself. */
export function departmentYearText({
  year,
  department,
}: {
  readonly year: number | null
  readonly department: string | null
}): string {
  return `${year === null ? '年度未写' : `${year}年`} ${department ?? '部门未写'}`
}

const SHOWN_NAMES = 8

/** The projects of a file with the numbers they have in the plan, those left out of a file that is in it said so; the first few of many. */
export function projectNamesText(
  projects: readonly { readonly name: string | null; readonly id: string | null; readonly left: boolean }[],
  joined: boolean,
): string {
  const names = projects.slice(0, SHOWN_NAMES).map(({ name, id, left }) => {
    const number = id === null ? '' : `${id.slice(id.indexOf('/') + 1)} `
    return `${number}${name ?? '（没有名称）'}${left && joined ? '（不列入）' : ''}`
  })
  return `${names.join('、')}${projects.length > SHOWN_NAMES ? ` 等 ${projects.length} 个` : ''}`
}

/** What came of comparing with the plan that stands: nothing is called the same that was not compared (`null` while it lasts, `unread` where it could not be had). */
export function comparedText(lines: readonly unknown[] | 'unread' | null): string {
  if (lines === null) return '正在比较'
  if (lines === 'unread') return '现有的计划没有读出来，没有比较；采用前请核对'
  return lines.length === 0
    ? '逐格相同，采用后没有变化'
    : `${lines.length} 行有变化；按编号对应，已填的实绩全部保留`
}
