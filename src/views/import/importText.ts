/** What the worker is doing, for whoever waits. */
export const STEP_WORD = { reading: '读取文件', recognising: '识别表格', checking: '核对' } as const

/** Why nothing came of a document, and what to do. */
export function importRefusal(
  why:
    | { readonly kind: 'said'; readonly text: string }
    | { readonly kind: 'too-large' | 'no-worker' | 'stopped' },
): string {
  switch (why.kind) {
    case 'said':
      return why.text
    case 'too-large':
      return '文件超过 64 MB：请只保留有绩效目标表的部分，另存后再试。'
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
  const whose = `${found.year === null ? '年度未写' : `${found.year}年`} ${found.department ?? '部门未写'}`
  const look = found.left.length === 0 ? '每一格都读懂了' : `${found.left.length} 处要看`
  return `${whose}：${found.projects.length} 个项目、${indicators} 项指标，${look}`
}
