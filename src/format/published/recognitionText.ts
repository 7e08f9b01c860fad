import type {
  RecognitionIssue,
  RecognitionIssueKind,
  SourcePlace,
} from '@/documents/outcome/recognitionIssue'
import { planCellName } from './planCellName'

/** An issue of reading a document in words: where it stands, what was found, and the source text. */
export interface RecognitionText {
  readonly where: string
  readonly what: string
  readonly source: string | null
}

const LONGEST_SOURCE = 80

/** Says what recognition found in a document, by table, row, cell and source text. */
export function recognitionText({ kind, path, from, more = [], comesTo }: RecognitionIssue): RecognitionText {
  const where = [from ? placeText(from) : null, path === null ? null : cellText(path)]
  return {
    where: where.filter((part) => part !== null).join(' · ') || '整个文件',
    what: comesTo === undefined ? WHAT[kind] : `${WHAT[kind]}；相加是 ${comesTo} 万元`,
    source: sourceText(from, more),
  }
}

const SHOWN = 4
const MOST_KINDS = 12

/** The source of a line; of many cells each text once, where there are few different ones the whole, and how many cells there are. */
function sourceText(from: SourcePlace | null, more: readonly SourcePlace[]): string | null {
  if (from === null || from.text === '') return null
  if (more.length <= SHOWN) return [from, ...more].map(({ text }) => short(text)).join('；')
  const texts = [...new Set([from, ...more].map(({ text }) => short(text)))]
  const shown = texts.length <= MOST_KINDS ? texts : texts.slice(0, SHOWN + 1)
  return `${shown.join('；')}……共 ${more.length + 1} 格`
}

/** Where a value stands in a document: 第 3 张表 第 2 行 第 4 格, the sheet first in a workbook. */
export function placeText(place: SourcePlace): string {
  if (place.kind === 'paragraph') return `正文第 ${place.block + 1} 段`
  const sheet = place.sheet === null ? '' : `工作表“${place.sheet}” `
  return `${sheet}第 ${place.table} 张表 第 ${place.row + 1} 行 第 ${place.column + 1} 格`
}

const WHAT: Readonly<Record<RecognitionIssueKind, string>> = {
  'no-performance-table': '没有找到绩效目标表：没有一张表有“项目名称、预算数、指标值”这样的表头',
  'table-left': '这张表不是绩效目标表，没有列入计划',
  'table-partly-read': '这张表只读出一部分，其余没有列入计划',
  'cell-not-understood': '这一格没有读懂，没有列入计划',
  'text-not-understood': '这一段没有读懂，没有列入计划',
  'row-not-aligned': '这一行的格数与表头对不上，分不清各格属于哪一列，没有列入计划',
  'column-left': '这一列没有列入计划',
  'label-left': '这一项没有列入计划',
  'longer-term-left': '这是中长期的内容，计划只取年度的，没有列入',
  'actual-left': '这是实际完成的内容，计划只取预期的，没有列入',
  'goal-left': '这不是年度绩效目标，没有列入计划',
  'changed-left': '这是调整后的内容，计划取年初（调整前）的，没有列入；调整请凭文号登记',
  'part-left': '这是半年、季度等一段时间的内容，计划只取全年的，没有列入',
  'sum-row': '这一行是合计或总分，没有列为项目或指标',
  'row-left': '这一行没有项目名称或指标，没有列入计划',
  'below-left': '指标下面的这些内容不是绩效指标，没有列入计划',
  'table-unread': '这张表像是绩效目标表，但排法没有读懂，没有列入计划',
  'note-mark': '末尾的注释标记（如 ①、[1]、注1）不算内容，没有读入，请核对',
  'level3-repeated': '三级指标一格对着几行指标值，每一行都用这个名称，请核对',
  'level4-joined': '有四级指标，与三级指标合成一个名称，请核对',
  'parts-added': '同一个项目的金额分几行列出，没有合计，按相加的数列为预算数，请核对',
  'parts-unclear': '同一个项目的金额写了几个，看不出哪一个是总数，没有列入，请按原表填写',
  'applied-left': '申报数和批复数都有，取批复数；这是申报数，没有列入',
  'whole-project-left': '这是项目总额（多年），预算数取本年度的；没有列入，请核对',
  'direction-left': '这一列只写了指标的方向，指标值没有比较符号，请核对是 ≥ 还是 ≤',
  'placeholder-row': '这一行只是省略号，没有列为指标',
  'columns-beside': '并排的两组指标没有写明哪一组是年度的，取了后一组',
  'budget-after-changes': '表中只有全年预算数（调整后），按它列为预算数',
  'schedule-by-quarter': '各期比例加起来是 100，像是分季度的比例，不是累计；照原文保留，没有换算',
  'years-differ': '这里的年度与文件标题不一样',
  'left-by-user': '没有列入的项目：导入时选择不列入，或另一份文件里也有',
  'blank-row': '这一行只有指标类别，没有指标和指标值，没有列为指标',
  'execution-row': '这一行是评分用的预算执行率，不是绩效指标，没有列为指标',
  'indicators-beside': '左右并排的指标，分别读入，左边在前，请核对',
  'level1-from-level2': '一级指标空白，上一个一级指标与这个二级指标不相符，按二级指标归类，请核对',
  'level2-from-level1': '二级指标空白，按与一级指标同一格合并处理',
  'not-stated': '没有读到：文件没有写，或写在没有读懂的地方',
  'not-an-amount': '不是金额，照原文保留',
  'not-a-rate': '不是比例，照原文保留',
  'month-repeated': '同一个月份写了两次，只取第一次',
  'schedule-in-amounts': '资金支出计划写的是金额，不是比例，没有换算',
  'converted-from-yuan': '不是以万元为单位，已换算为万元',
  'foreign-currency': '写的是外币，没有换算，也没有列入，请按人民币万元填写',
  'unit-unknown': '写的金额单位不认识，没有换算，也没有列入，请按万元填写',
  'no-figure': '这一格写的不是数，按没有填写处理，不当作 0',
  'target-says-nothing': '指标值一格没有写指标值，照原文保留，请核对',
  'project-twice': '同一个单位的同名项目不止一处，各算一个项目，请核对：其实是同一个的，把多出来的选为不列入',
  'unit-carried': '后面这些表没有写金额单位，按前面这里写的单位读入，请核对',
  'unit-not-stated': '没有写金额单位，按万元读入，请核对',
  'unit-doubtful':
    '没有写金额单位，按万元读入，但数额过大或别的表用的是别的单位，很可能不是万元，请先核对原表',
  'amount-implausible': '按写明的单位，这个金额不到 1000 元或超过 100 亿元，请核对单位',
  'cell-split': '一格里写了几个指标，按序号或分行分成几个，请核对',
  'several-in-one-cell': '一格里写了不止一个指标或指标值，两边个数对不上，没有分开，请核对',
  'weight-of-several': '这个分值对着几行指标，是几项合计的，没有分到哪一项，请核对',
  'amount-of-several': '这个金额对着几个项目，是几项合计的，没有分到哪一个，请核对',
  'sum-differs': '这一行的合计与读入的各项目相加不一样，请核对是否少读了项目或写错了金额',
  'example-row': '这一行是填写示例，没有列为项目或指标',
  'schedule-unclear': '资金支出计划没有写百分号，数字像是金额或小数，不像累计百分比，没有列入，请核对',
  'graded-target': '指标值分优、良、中、差几档写，取“优”一档为指标值，请核对',
  'name-and-value': '这一列一格里写着指标和指标值，分成三级指标和指标值两项，请核对',
  'name-with-code': '一格里写着项目名称和编码，分成两项，请核对',
  'projects-in-columns': '几个项目各占一列，一列读成一个项目，请核对',
  'amounts-in-words': '金额写成一句话，按句子里的数列为预算数，请核对',
  'other-year-left': '这是别的年度的内容，计划只取本年度的，没有列入',
  'headings-missing': '指标没有表头，按一级指标、二级指标、三级指标、指标值的次序读入，请核对',
  'tables-beside': '左右并排的两张表，分开读入，左边在前',
  continued: '这里接着上一张表（续），并入同一个项目',
  'stated-twice': '同一项写了两次，且两次不一样，只取表中的一次',
  'title-differs': '表的标题与“项目名称”一格不一样，按“项目名称”一格列入，请核对',
  'department-differs': '部门代码或名称与第一张绩效目标表不一样',
  'fact-incomplete': '这里的数字没有写全，没有列入部门情况',
  'fact-in-another-unit': '不是以万元为单位，没有列入部门情况',
  'file-left-other-year': '这份文件写的年度与别的文件不一样，没有并入这份计划',
  'file-left-other-department': '这份文件写的部门与别的文件不一样，没有并入这份计划',
  'file-joined-other-year': '这份文件写的年度与计划不一样，按选择并入，请核对',
  'file-joined-other-department': '这份文件写的部门与计划不一样，并入了这份计划，请核对',
  'project-repeated': '几份文件里都有这个项目，写的不一样，请选定取哪一份',
  'project-repeated-alike': '几份文件里都有这个项目，写的一样，取前面一份',
  'project-repeated-chosen': '几份文件里都有这个项目，按选定的列入',
}

const PROJECT = /^projects\[(\d+)\](?:\.(.+))?$/
const INDICATOR = /^indicators\[(\d+)\](?:\.(.+))?$/

function cellText(path: string): string {
  const [, project, rest] = PROJECT.exec(path) ?? []
  if (project !== undefined) {
    const [, row, inner] = INDICATOR.exec(rest ?? '') ?? []
    const name =
      row === undefined
        ? rest && planCellName('project', rest)
        : `指标 ${Number(row) + 1}${inner ? ` ${planCellName('indicator', inner)}` : ''}`
    return `项目 ${Number(project) + 1}${name ? ` ${name}` : ''}`
  }
  return path.startsWith('facts.') ? planCellName('facts', path.slice(6)) : planCellName('file', path)
}

function short(text: string): string {
  const plain = text.slice(0, LONGEST_SOURCE + 1).replaceAll('\n', '／')
  return plain.length <= LONGEST_SOURCE ? plain : `${plain.slice(0, LONGEST_SOURCE)}…`
}
