import type { Found, IssueOwner, IssueSeverity, PlanIssue, RowPlace } from '@/documents/outcome/planIssue'
import { plainNumber } from '../figures'
import { planCellName } from './planCellName'

/** An issue of a plan file in words: which cell of which table, what is wrong, how to mend it, what it costs meanwhile. */
export interface PlanIssueText {
  readonly where: string
  readonly what: string
  readonly mend: string
  readonly effect: string
}

/** Says an issue of a plan file by file, project and printed heading. */
export function planIssueText(issue: PlanIssue, file: string): PlanIssueText {
  return { where: whereText(issue, file), ...detailText(issue), effect: EFFECT[issue.severity] }
}

const EFFECT: Readonly<Record<IssueSeverity, string>> = {
  file: '改正之前无法显示。',
  project: '该项目暂不列入，其余照常显示。',
  indicator: '该指标暂不列入，其余照常显示。',
  part: '这一部分暂不列入，其余照常显示。',
  note: '仅作提示，照常显示。',
}

function whereText({ place }: PlanIssue, file: string): string {
  const { owner, cell } = place
  const name = cell === null ? [] : [planCellName(owner.kind, cell)]
  return [file, ...ownerText(owner), ...name].join(' · ')
}

function ownerText(owner: IssueOwner): string[] {
  switch (owner.kind) {
    case 'file':
      return []
    case 'facts':
      return ['部门情况']
    case 'listed-plan':
      return [rowText('计划', owner)]
    case 'goal':
      return [rowText('分项绩效目标', owner)]
    case 'project':
      return [rowText('项目', owner)]
    case 'indicator':
      return [rowText('项目', owner.project), rowText('指标', owner)]
  }
}

function rowText(kind: string, { position, name }: RowPlace): string {
  return name === null || name.trim() === '' ? `${kind} ${position}` : `${kind} ${position} ${short(name)}`
}

function detailText(issue: PlanIssue): { what: string; mend: string } {
  const written = foundText(issue.found)
  switch (issue.kind) {
    case 'empty-file':
      return { what: '文件是空的', mend: '请从备份恢复这个文件，或重新生成。' }
    case 'html-page':
      return {
        what: '读到的是网页，不是数据文件',
        mend: '多半是文件没有放进 data 文件夹，服务器用网页代替了它。请放好文件，并核对文件名。',
      }
    case 'not-utf8':
      return {
        what: '文件不是 UTF-8 编码，汉字读出来是乱码',
        mend: '请用记事本打开原文件，另存为时把编码选为 UTF-8。',
      }
    case 'not-json':
      return {
        what: `第 ${issue.line} 行第 ${issue.column} 个字符处不合 JSON 写法：${issue.character === null ? '文件到此中断' : `读到“${issue.character}”`}`,
        mend: '请检查此处前后的逗号、引号和括号是否多写、漏写，是否误用了中文标点。',
      }
    case 'wrong-schema-version':
      return issue.newer
        ? {
            what: `文件是第 ${written} 版格式，本程序只能读到第 ${issue.supported} 版`,
            mend: '请更新本程序后再打开。',
          }
        : {
            what: `格式版本${stands(issue.found)}，应为 ${issue.supported}`,
            mend: `请核对是否为绩效目标数据文件；确是，就写 "schema": ${issue.supported}。`,
          }
    case 'missing-cell':
      return { what: '缺少这一格', mend: `请按原表补上“${keyOf(issue)}”${ifBlank(issue)}。` }
    case 'blank-cell':
      return {
        what:
          issue.found.type === 'text' && written.trim() !== ''
            ? `写的是“${written}”，没有数`
            : '这一格没有内容',
        mend: '请按原表填写，此处不能空缺。',
      }
    case 'repeated-cell':
      return {
        what: '同一格写了两次，不能确定以哪一个为准',
        mend: `请按原表保留一个“${keyOf(issue)}”，删去另一个。`,
      }
    case 'unknown-cell':
      return { what: '不认识这一格，没有采用', mend: '请核对名称是否写错；确属多余就删去。' }
    case 'no-rows':
      return issue.severity === 'file'
        ? { what: '没有任何项目', mend: '请按原表补上各项目的绩效目标表。' }
        : { what: '没有任何指标', mend: '请核对原表；原表确无指标的，可以不改。' }
    case 'wrong-type':
      return {
        what: `${stands(issue.found)}，应为${EXPECTED[issue.expected]}`,
        mend:
          issue.expected === 'text' && issue.found.type === 'number'
            ? `请加上英文引号，并与原表逐字一致，例如 "${written}"${ifBlank(issue)}。`
            : `请按原表改为${EXPECTED[issue.expected]}${ifBlank(issue)}。`,
      }
    case 'not-an-amount':
    case 'negative-amount':
    case 'not-a-rate':
    case 'rate-out-of-range':
    case 'not-a-month':
    case 'not-a-day':
    case 'not-a-year':
    case 'not-a-file-name':
      return figureText(issue)
    case 'schedule-falls':
    case 'schedule-not-ending-at-100':
    case 'schedule-unset':
    case 'unknown-comparator':
    case 'wrong-id':
    case 'wrong-position':
    case 'duplicate-id':
    case 'budget-parts-differ':
      return tableText(issue)
  }
}

/** A figure, day or name that is not one, in words. */
function figureText(
  issue: Extract<
    PlanIssue,
    {
      kind:
        | 'not-an-amount'
        | 'negative-amount'
        | 'not-a-rate'
        | 'rate-out-of-range'
        | 'not-a-month'
        | 'not-a-day'
        | 'not-a-year'
        | 'not-a-file-name'
    }
  >,
): { what: string; mend: string } {
  switch (issue.kind) {
    case 'not-an-amount':
      return {
        what: `${stands(issue.found)}，不是精确到分的万元金额`,
        mend: `请按原表改为数字，例如 80.00${ifBlank(issue)}。`,
      }
    case 'negative-amount':
      return { what: `${stands(issue.found)}，预算数不能为负`, mend: '请按原表改为数字，例如 80.00。' }
    case 'not-a-rate':
      return {
        what: `${stands(issue.found)}，不是 0 到 100 的百分数`,
        mend: '请按原表改为数字，例如 80.00；没有设定就写 null。',
      }
    case 'rate-out-of-range':
      return {
        what: `${stands(issue.found)}，超出 0 到 100 的范围`,
        mend: '资金支出计划填累计百分比，请按原表改正，例如 80.00；没有设定就写 null。',
      }
    case 'not-a-month':
      return { what: '不是月份', mend: '资金支出计划各格以两位月份为名，从 01 到 12，例如 06。' }
    case 'not-a-day':
      return { what: `${stands(issue.found)}，不是日期`, mend: '请写成 2020-02-12 的样式。' }
    case 'not-a-year':
      return { what: `${stands(issue.found)}，不是年度`, mend: '请写四位年份，例如 2020。' }
    case 'not-a-file-name':
      return {
        what: `${stands(issue.found)}，不是 data 文件夹里的文件名`,
        mend: '请只写文件名，例如 2020-323002.json，不带文件夹。',
      }
  }
}

/** What cells of a table say against each other, in words. */
function tableText(
  issue: Extract<
    PlanIssue,
    {
      kind:
        | 'schedule-falls'
        | 'schedule-not-ending-at-100'
        | 'schedule-unset'
        | 'unknown-comparator'
        | 'wrong-id'
        | 'wrong-position'
        | 'duplicate-id'
        | 'budget-parts-differ'
    }
  >,
): { what: string; mend: string } {
  const written = foundText(issue.found)
  switch (issue.kind) {
    case 'schedule-falls':
      return {
        what: `${stands(issue.found)}，低于 ${issue.before.month}月底的“${issue.before.text}”`,
        mend: '资金支出计划是累计百分比，只能持平或上升，请按原表改正。',
      }
    case 'schedule-not-ending-at-100':
      return {
        what: `最后一个节点是“${written}”，没有到 100`,
        mend: '请核对原表；原表确是如此的，可以不改。',
      }
    case 'schedule-unset':
      return {
        what: '没有设定任何支出节点，无法判断支出进度',
        mend: '请核对原表；原表确为空白的，可以不改。',
      }
    case 'unknown-comparator':
      return {
        what: `${stands(issue.found)}，其中的比较符号或附加条件无法识别`,
        mend: '请核对原表，写成比较符号加数字和单位，例如 ≥95百分比、≤10万元、=100%、90-95%。',
      }
    case 'wrong-id':
      return issue.severity === 'note'
        ? {
            what: `编号${stands(issue.found)}，与年度、部门代码或文件名不符，应为“${issue.expected}”`,
            mend: '请改正编号，并同时改正各项目和指标的编号，以免与其他年度的填报混在一起。',
          }
        : {
            what: `编号${stands(issue.found)}，应为“${issue.expected}”`,
            mend: '编号是表在文件中的位置，请改正。',
          }
    case 'wrong-position':
      return {
        what: `编号${stands(issue.found)}，按次序应为“${issue.expected}”`,
        mend: '前面可能缺了一张表或一行，或次序与原表不同，请核对。',
      }
    case 'duplicate-id':
      return {
        what: `编号${stands(issue.found)}，与第 ${issue.first} 个相同`,
        mend: '编号不能重复，请改成各自在文件中的位置。',
      }
    case 'budget-parts-differ':
      return {
        what: `预算数是 ${plainNumber(issue.total)}，财政资金与其他资金合计是 ${plainNumber(issue.parts)}，两者不等`,
        mend: '请核对原表；计算一律按预算数。',
      }
  }
}

const EXPECTED = { text: '带引号的文字', number: '数字', list: '列表 [ ]', object: '一组内容 { }' } as const

const BLANK_ALLOWED = /^(?:code|purpose|description|basis|goal|budget\.(?:fiscal|other)|schedule\.\d{2})$/

function ifBlank({ place }: PlanIssue): string {
  const allowed = place.owner.kind !== 'file' && place.cell !== null && BLANK_ALLOWED.test(place.cell)
  return allowed ? '；原表空白就写 null' : ''
}

function keyOf({ path }: PlanIssue): string {
  return path.split(/[.[]/).at(-1) ?? path
}

function stands(found: Found): string {
  switch (found.type) {
    case 'nothing':
      return '没有写'
    case 'blank':
      return '写的是 null'
    case 'text':
      return `写的是“${short(found.text)}”`
    case 'number':
      return `写的是数字 ${short(found.text)}`
    case 'boolean':
      return `写的是 ${found.text}`
    case 'list':
      return '写的是列表 [ ]'
    case 'object':
      return '写的是一组内容 { }'
  }
}

function foundText(found: Found): string {
  return 'text' in found ? short(found.text) : ''
}

function short(text: string): string {
  const characters = [...text]
  return characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : text
}
