import { describe, expect, it } from 'vitest'
import { isOtherDepartment } from '@/domain/payments/suspects/otherDepartment'
import { onlyQuestion } from '@/domain/payments/paymentList'
import { asPage, readBytes, readText, why } from '../../documents/payments/lists'

const OURS = { code: '323002', name: '沧州市南大港管理区劳动和社会保障局' }

describe('one unit', () => {
  it.each([
    ['沧州市南大港管理区劳动和社会保障局', ''],
    ['劳动和社会保障局', ''],
    ['323002 劳动和社会保障局', ''],
    ['[323002]劳动和社会保障局', ''],
    ['劳动和社会保障局（３２３００２）', ''],
    ['323002-沧州市 南大港管理区劳动和社会保障局（本级）', ''],
    ['劳动和社会保障局机关', ''],
    ['河北省沧州市南大港管理区劳动和社会保障局', ''],
    ['劳动局', ''],
    ['社保局', ''],
    ['南大港劳动局', ''],
    ['南大港管理区劳动保障局（机关）', ''],
    ['劳动和社会保障局', '323002001'],
    ['劳动和社会保障局', '130900323002'],
    ['劳动和社会保障局', '7'],
    ['', '323002'],
    ['', '323'],
    ['', ''],
  ])('%s %s is the department', (name, code) => {
    expect(isOtherDepartment(name, code, OURS)).toBe(false)
  })
  it.each([
    ['南大港管理区教育局', '101001'],
    ['南大港管理区教育局', ''],
    ['南大港管理区教育局', '323002'],
    ['102001 卫生健康局', ''],
    ['南皮县劳动和社会保障局', ''],
    ['101001 劳动和社会保障局', ''],
    ['劳动和社会保障局', '101001'],
    ['沧州市劳动局', ''],
    ['南皮县劳动局', ''],
    ['大港管理局', ''],
    ['教育局', ''],
    ['劳动监察大队', ''],
    ['南大港管理区', ''],
    ['局', ''],
    ['', '101001'],
    ['', '101'],
  ])('%s %s is another', (name, code) => {
    expect(isOtherDepartment(name, code, OURS)).toBe(true)
  })
  it('a town is its government', () => {
    const town = { code: '', name: '沧州市王寺镇人民政府' }
    expect(isOtherDepartment('王寺镇', '', town)).toBe(false)
    expect(isOtherDepartment('沧州市', '', town)).toBe(true)
  })
  it.each([
    { code: '', name: '' },
    { code: '323002', name: '' },
  ])('what is not known of the department tells nothing: %o', (department) => {
    expect(isOtherDepartment('南大港管理区教育局', '', department)).toBe(false)
  })
})

/** The rows that are asked about, with what they say. */
const askedOf = (lines: ReturnType<typeof readText>['lines']) =>
  lines.map(({ row, doubts }) =>
    [row, ...doubts.map((doubt) => (doubt.kind === 'other-department' ? `=${doubt.said}` : doubt.kind))].join(
      ' ',
    ),
  )
const asked = (text: string, department = OURS) => askedOf(readText(text, { department }).lines)
const list = (headings: string, ...rows: readonly string[]) =>
  `支付日期,${headings},项目名称,摘要,支付金额（元）\n${rows.map((row, at) => `2020-03-0${at + 1},${row},办公楼修缮,第${at}笔,9${at}000`).join('\n')}`

describe('rows of another unit', () => {
  it.each([
    '单位名称',
    '预算单位',
    '预算单位名称',
    '单位',
    '核算单位',
    '用款单位',
    '付款单位',
    '项目单位',
    '二级预算单位',
    '预算部门',
  ])('are asked under %s', (heading) => {
    expect(asked(list(heading, '南大港管理区教育局', '323002 劳动和社会保障局'))).toEqual([
      '2 =南大港管理区教育局',
      '3',
    ])
  })
  it.each(['收款单位', '施工单位', '主管单位', '主管部门', '对方单位', '使用部门', '计量单位'])(
    'are not told by %s',
    (heading) => expect(asked(list(heading, '南大港管理区教育局'))).toEqual(['2']),
  )
  it.each(['单位编码', '单位代码', '预算单位编码'])('are told by %s alone', (heading) => {
    expect(asked(list(heading, '101001', '323002'))).toEqual(['2 =101001', '3'])
  })
  it('by code and name together', () => {
    const rows = ['101001,南大港管理区教育局', '323002,劳动和社会保障局', '101001,劳动和社会保障局']
    expect(asked(list('单位编码,单位名称', ...rows))).toEqual([
      '2 =南大港管理区教育局',
      '3',
      '4 =劳动和社会保障局',
    ])
  })
  it('by either of two columns', () => {
    const rows = ['劳动和社会保障局,南大港管理区教育局', '劳动和社会保障局,劳动和社会保障局']
    expect(asked(list('预算单位,用款单位', ...rows))).toEqual(['2 =南大港管理区教育局', '3'])
  })
  it('and the rows below that leave it blank', () => {
    expect(asked(list('单位名称', '南大港管理区教育局', '', '劳动和社会保障局', ''))).toEqual([
      '2 =南大港管理区教育局',
      '3 =南大港管理区教育局',
      '4',
      '5',
    ])
  })
  it('below headings of two rows', () => {
    const heads = ['支付日期,预算单位,,项目,,摘要,支付金额（元）', ',编码,名称,编码,名称,,']
    const row = '2020-03-01,101001,南大港管理区教育局,,办公楼修缮,教学楼,5'
    expect(asked([...heads, row].join('\n'))).toEqual(['3 =南大港管理区教育局'])
  })
  it('in a cell merged over several rows', () => {
    const [head = [], first = [], second = []] = list('单位名称', '南大港管理区教育局', '')
      .split('\n')
      .map((line) => line.split(','))
    const page = new TextDecoder()
      .decode(asPage([head, first, second.filter((text) => text !== '')]))
      .replace('<td>南大港', '<td rowspan=2>南大港')
    const { lines } = readBytes(new TextEncoder().encode(page), 'a.xls')
    expect(askedOf(lines)).toEqual(['2 =南大港管理区教育局', '3 =南大港管理区教育局'])
  })
  it('where all rows of the file name the one other unit, as one question', () => {
    const { lines } = readText(list('单位名称', '南大港管理区教育局', '南大港管理区教育局'))
    expect(lines.map(onlyQuestion)).toEqual(['other-department', 'other-department'])
    expect(lines.map(why)).toEqual([
      '单位是“南大港管理区教育局”，不是本部门。',
      '单位是“南大港管理区教育局”，不是本部门。',
    ])
  })
  it('of which a title above or between the rows says it, unless the row says its own', () => {
    const head = '支付日期,单位名称,项目名称,摘要,支付金额（元）'
    const row = (day: string, unit = '') => `2020-03-0${day},${unit},办公楼修缮,第${day}笔,9${day}`
    expect(
      asked(
        [
          '预算单位：102001 卫生健康局  金额单位：元',
          head,
          row('1'),
          row('2', '劳动和社会保障局'),
          '单位：323002 劳动和社会保障局',
          row('3'),
          '单位名称：南大港管理区教育局',
          row('4'),
        ].join('\n'),
      ),
    ).toEqual(['3 =102001 卫生健康局', '4', '6', '8 =南大港管理区教育局'])
  })
  it('no longer below headings without such a column', () => {
    const text = `${list('单位名称', '南大港管理区教育局')}\n支付日期,项目名称,摘要,支付金额（元）\n2020-03-05,办公楼修缮,甲,5`
    expect(asked(text)).toEqual(['2 =南大港管理区教育局', '4'])
  })
  it.each(['元', '项', '万元', '-', ''])('a column 单位 that says %s names none', (said) => {
    expect(asked(list('单位', said)).join('')).not.toContain('=')
  })
  it.each(['单位：元', '收款单位：南大港建筑公司', '单位：'])('a title %s names none', (title) => {
    const text = `${title}\n支付日期,项目名称,摘要,支付金额（元）\n2020-03-05,办公楼修缮,甲,5`
    expect(asked(text)).toEqual(['3'])
  })
  it('are not asked where no department is known', () => {
    const text = list('单位编码,单位名称', '101001,南大港管理区教育局')
    expect(asked(text, { code: '', name: '' })).toEqual(['2'])
  })
})
