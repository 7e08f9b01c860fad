import type { BlockIssue, PastedSeparator } from '@/domain/sheets/pastedBlock'

const SEPARATOR_WORD: Readonly<Record<PastedSeparator, string>> = {
  bar: '竖线',
  spaces: '空格',
  comma: '逗号',
}

/** Says what reading a clipboard left out or had to decide. */
export function blockIssueText(issue: BlockIssue): string {
  switch (issue.kind) {
    case 'nothing':
      return '剪贴板里没有可以录入的内容'
    case 'too-large':
      return `内容过大：一次最多粘贴 ${issue.limit} 格，本次没有录入任何内容；请只复制需要的区域`
    case 'hidden-rows':
      return `原表隐藏的 ${issue.count} 行没有读入`
    case 'hidden-cells':
      return `原表隐藏的 ${issue.count} 格没有读入`
    case 'tables-left-out':
      return `剪贴板里另有 ${issue.count} 张列数不同的表没有读入`
    case 'split-by':
      return `按${SEPARATOR_WORD[issue.separator]}分列，请核对`
    case 'not-split':
      return `各行的${SEPARATOR_WORD[issue.separator]}不整齐，没有分列，按一列读入`
  }
}
