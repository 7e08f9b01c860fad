import { strToU8, zipSync } from 'fflate'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function filled(size, piece) {
  return piece.repeat(Math.ceil(size / piece.length))
}

function numbered(size, piece) {
  const parts = []
  for (let length = 0, index = 0; length < size; index += 1) {
    const part = piece(index)
    parts.push(part)
    length += part.length
  }
  return parts
}

function packed(path, parts) {
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="${path}"/></Relationships>`
  return zipSync(
    Object.fromEntries(
      Object.entries({ '_rels/.rels': rels, ...parts }).map(([name, text]) => [name, strToU8(text)]),
    ),
    { level: 1 },
  )
}

function docx(body) {
  return packed('word/document.xml', {
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
  })
}

function xlsx(rows, merges = '') {
  return packed('xl/workbook.xml', {
    'xl/workbook.xml': `<workbook xmlns="${S}" xmlns:r="${RELATIONS}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${S}"><sheetData>${rows}</sheetData>${merges}</worksheet>`,
  })
}

const LABELS = ['项目编码', '323-1', '项目名称', '甲项目']
const HEADINGS = ['一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值', '指标值确定依据']
const ROW = ['产出指标', '数量指标', '参保率', '参保人数', '≥95%', '按规定']
const FORM = [
  LABELS,
  ['预算规模及资金用途', '预算数', '80.00', '其中：财政资金', '80.00'],
  ['资金支出计划（%）', '3月底', '6月底', '10月底', '12月底'],
  ['', '10', '50', '80', '100'],
  ['绩效目标', '1、确保按时足额发放'],
  HEADINGS,
  ...Array.from({ length: 7 }, () => ROW),
]
const htmlForm = (index) =>
  `<p>${index}、甲项目绩效目标表</p><table>${FORM.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
const textForm = (index) =>
  `${index}、甲项目绩效目标表\n${FORM.map((row) => `${row.map((cell) => `\t${cell}\n`).join('')}\n`).join('')}\n`
const wordCell = (text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
const wordForm = (index) =>
  `<w:p><w:r><w:t>${index}、甲项目绩效目标表</w:t></w:r></w:p><w:tbl>${FORM.map((row) => `<w:tr>${row.map(wordCell).join('')}</w:tr>`).join('')}</w:tbl>`
const sheetRow = (cells, row) =>
  `<row r="${row + 1}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`

function sheetForms(size) {
  const rows = []
  for (let length = 0, index = 0; length < size; index += 1) {
    for (const row of [[`${index}、甲项目绩效目标表`], ...FORM]) {
      const text = sheetRow(row, rows.length)
      rows.push(text)
      length += text.length
    }
  }
  return xlsx(rows.join(''))
}

function planProject(index, id = index + 1) {
  return {
    id: `2020-1/${id}`,
    code: '1',
    name: `项目${index}`,
    budget: { total: '80.00', fiscal: '80.00', other: null },
    purpose: null,
    schedule: { '06': '50', 12: '100' },
    goals: ['目标'],
    indicators: [1, 2, 3].map((row) => ({
      id: `2020-1/${id}/${row}`,
      level1: '产出指标',
      level2: '数量指标',
      level3: '参保率',
      description: null,
      target: '≥95百分比',
      basis: null,
    })),
  }
}

function plan(projects, more = '') {
  return `{"schema":1,"id":"2020-1","year":2020,"department":{"code":"1","name":"局"},"source":{"title":"题","published":null},"facts":null,"departmentGoals":[],${more}"projects":[${projects.join(',')}]}`
}

function sample(size) {
  const entries = numbered(size, (index) =>
    JSON.stringify({
      schema: 1,
      id: `e${index}`,
      plan: 'demo:2020-1',
      kind: 'spending',
      subject: '2020-1/1',
      date: '2020-03-31',
      amount: '1200.50',
      author: '王芳',
      at: '2020-04-01T08:00:00+08:00',
    }),
  )
  return `{"schema":1,"kind":"demo","plan":"2020-1","note":"演示","entries":[${entries.join(',')}]}`
}

/** Inputs of any size by reader: what is published, and what is made to be slow. `make` gives the input of about so many characters. */
/** A payment list of one line whose day or project is what is given. */
function payment(day, project = '办公楼修缮') {
  return `支付日期,项目名称,支付金额（元）\n${day},${project},200\n`
}

export const INPUTS = [
  [
    '计划文件',
    '项目 in order',
    (size) => plan(numbered(size, (index) => JSON.stringify(planProject(index)))),
  ],
  [
    '计划文件',
    'one id for all',
    (size) => plan(numbered(size, (index) => JSON.stringify(planProject(index, 1)))),
  ],
  ['计划文件', 'a string of escapes', (size) => plan([], `"x":"${filled(size, '\\n')}",`)],
  ['计划文件', 'cells written twice', (size) => plan([], filled(size, '"x":1,'))],
  ['计划文件', 'a list of lists', (size) => plan([], `"x":[${filled(size, '[],')}[]],`)],
  [
    '计划文件',
    'cut off',
    (size) => plan(numbered(size, (index) => JSON.stringify(planProject(index)))).slice(0, -2),
  ],
  ['指标值', 'digits and commas', (size) => filled(size, '1,')],
  ['指标值', 'digits', (size) => filled(size, '9')],
  ['指标值', 'blanks', (size) => `9${filled(size, ' ')}x`],
  ['指标值', 'signs', (size) => filled(size, '≥')],
  ['指标值', 'words', (size) => `9${filled(size, '以上 ')}`],
  ['指标值', 'blanks before a range', (size) => `9${filled(size, ' ')}-`],
  ['指标值', 'dashes', (size) => filled(size, '9-')],
  ['文本', 'forms', (size) => numbered(size, textForm).join('')],
  ['文本', 'one line', (size) => `\t${filled(size, '绩效')}`],
  ['文本', 'tabs', (size) => filled(size, '\t')],
  ['文本', 'cells by tabs', (size) => filled(size, '甲\t乙\n')],
  ['文本', 'quotes', (size) => filled(size, '"\t')],
  ['文本', 'doubled quotes', (size) => filled(size, '"""\t')],
  ['文本', 'commas', (size) => `项目名称,指标值\n${filled(size, '甲,乙\n')}`],
  ['文本', 'commas alone', (size) => filled(size, ',')],
  ['文本', 'quotes and commas', (size) => `项目名称,指标值\n${filled(size, '"",""""\n')}`],
  ['文本', 'quotes inside', (size) => `项目名称,指标值\n${filled(size, '"a"b,')}`],
  ['文本', 'bars', (size) => `项目名称|指标值\n${filled(size, '甲|乙\n')}`],
  ['文本', 'signs of a drawn table', (size) => filled(size, '|-:+= ')],
  ['文本', 'bookmarks', (size) => filled(size, '[bookmark: ')],
  ['文本', 'attachments', (size) => filled(size, '附件1：')],
  ['文本', 'prose', (size) => filled(size, '绩效目标 指标值 按规定完成，\n')],
  ['网页', 'forms', (size) => `<html>${numbered(size, htmlForm).join('')}`],
  ['网页', 'open cells', (size) => `<html>${filled(size, '<td>')}`],
  ['网页', 'open tables', (size) => `<html>${filled(size, '<table>')}`],
  ['网页', 'tables in cells', (size) => `<html>${filled(size, '<table><tr><td>a')}`],
  ['网页', 'entities', (size) => `<html><p>${filled(size, '&amp')}`],
  ['网页', 'ampersands', (size) => `<html><p>${filled(size, '&')}`],
  ['网页', 'angles', (size) => `<html><p>${filled(size, '<')}`],
  ['网页', 'comments', (size) => `<html><p>${filled(size, '<!--')}`],
  ['网页', 'open quotes', (size) => `<html>${filled(size, '<a b="')}`],
  ['网页', 'attributes', (size) => `<html><td ${filled(size, 'a = ')}>`],
  ['网页', 'styles', (size) => `<html><td style="${filled(size, 'mso-ignore: ')}">`],
  ['网页', 'hidden', (size) => `<html>${filled(size, '<div style="display:none">')}`],
  ['网页', 'raw', (size) => `<html>${filled(size, '<style></styl>')}`],
  ['网页', 'blanks', (size) => `<html><p>${filled(size, ' ')}<table><td>${filled(size, '\u00A0')}`],
  ['网页', 'links', (size) => `<html>${filled(size, '<a href="x.pdf">')}`],
  ['网页', 'spans', (size) => `<html><table>${filled(size, '<tr><td rowspan=9 colspan=9>a')}`],
  ['网页', 'one long cell', (size) => `<html><table><td>绩效目标<td>${filled(size, '甲<br>')}`],
  ['网页', 'columns', (size) => `<html><table>${filled(size, '<col span=9>')}<td>a`],
  ['docx', 'forms', (size) => docx(numbered(size, wordForm).join(''))],
  ['docx', 'paragraphs', (size) => docx(filled(size, '<w:p><w:r><w:t>a</w:t></w:r></w:p>') + wordForm(1))],
  ['docx', 'runs', (size) => docx(`<w:p>${filled(size, '<w:r><w:t>绩</w:t></w:r>')}</w:p>${wordForm(1)}`)],
  [
    'docx',
    'a cell of lines',
    (size) =>
      docx(`<w:tbl><w:tr><w:tc>${filled(size, '<w:p><w:r><w:t>a</w:t></w:r></w:p>')}</w:tc></w:tr></w:tbl>`),
  ],
  ['docx', 'tables of a row', (size) => docx(filled(size, `<w:tbl><w:tr>${wordCell('a')}</w:tr></w:tbl>`))],
  ['docx', 'elements unknown', (size) => docx(filled(size, '<w:x/>') + wordForm(1))],
  ['xlsx', 'forms', sheetForms],
  ['xlsx', 'rows', (size) => xlsx(numbered(size, (row) => sheetRow(['甲', '1'], row * 2)).join(''))],
  [
    'xlsx',
    'merges',
    (size) =>
      xlsx(
        sheetRow(['a', 'b'], 0),
        `<mergeCells>${numbered(size, (row) => `<mergeCell ref="A${row * 2 + 1}:B${row * 2 + 2}"/>`).join('')}</mergeCells>`,
      ),
  ],
  ['台账', 'entries', sample],
  ['粘贴', 'lines', (size) => filled(size, '92%\n')],
  ['粘贴', 'blanks', (size) => `甲${filled(size, ' ')}\n乙`],
  ['粘贴', 'bars', (size) => filled(size, '|-')],
  ['粘贴', 'quotes', (size) => filled(size, '"\t')],
  ['粘贴', 'quotes inside', (size) => filled(size, '"a"b\t')],
  ['支付明细', 'rows', (size) => filled(size, '2020-03-31,甲项目,"1,200.00",凭证\n')],
  ['支付明细', 'quotes', (size) => filled(size, '"",""""\n')],
  ['支付明细', 'commas', (size) => filled(size, ',')],
  ['支付明细', 'quotes inside', (size) => `日期,项目\n${filled(size, '"a"b,')}`],
  ['支付明细', 'open quotes', (size) => `日期,项目\n${filled(size, '"a,')}`],
  ['支付明细', 'open quotes in lines', (size) => `日期,项目\n${filled(size, '"a,"b\n')}`],
  ['支付整份', 'brackets for a day', (size) => payment(filled(size, '['))],
  ['支付整份', 'numerals for a day', (size) => payment(filled(size, '一'))],
  ['支付整份', 'letters for a project', (size) => payment('2020-03-31', filled(size, 'a'))],
  ['支付整份', 'brackets for a heading', (size) => `${filled(size, '[')}\n${payment('2020-03-31')}`],
  ['导入整份', 'forms of a text', (size) => numbered(size, textForm).join('')],
  ['导入整份', 'forms of a page', (size) => `<html>${numbered(size, htmlForm).join('')}`],
  ['导入整份', 'forms of a workbook', sheetForms],
  ['导入整份', 'one long goal', (size) => `<html><table><td>绩效目标<td>${filled(size, '甲<br>')}`],
  ['导入整份', 'tables that are none', (size) => filled(size, '甲\t乙\n丙\n')],
  ['导入整份', 'paragraphs', (size) => `\ta\n\n${filled(size, '部门预算公开，合计 12 万元。\n')}`],
].map(([reader, kind, make]) => ({ reader, kind, make }))
