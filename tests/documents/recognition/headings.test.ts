import { describe, expect, it } from 'vitest'
import { headLabel, indicatorColumn } from '@/documents/recognition/headings'
import { codedDepartment, titledProject } from '@/documents/recognition/tableTitles'

describe('labels of the head', () => {
  it.each([
    ['项目编码', 'code'],
    ['项 目 编 码：', 'code'],
    ['项目代码', 'code'],
    ['项目名称', 'name'],
    ['一、项目名称', 'name'],
    ['预算数', 'total'],
    ['预算数（万元）', 'total'],
    ['年度资金总额：', 'total'],
    ['其中：财政资金', 'fiscal'],
    ['其中:财政拨款', 'fiscal'],
    ['其它资金', 'other'],
    ['预算规模及资金用途', 'groupWithPurpose'],
    ['资金用途', 'purpose'],
    ['资金支出计划（%）', 'schedule'],
    ['资金支出计划（％）', 'schedule'],
    ['年度总体目标', 'goals'],
    ['主管部门及代码', 'department'],
    ['填报单位', 'reporter'],
    ['主管单位：', 'department'],
    ['预算资金（万元）', 'total'],
    ['总投入', 'total'],
    ['资金总额', 'total'],
    ['批复金额', 'total'],
    ['财政投入', 'fiscal'],
    ['自有资金', 'other'],
    ['项目资金', 'group'],
    ['目标任务', 'goals'],
    ['总投资', null],
    ['项目总投入', null],
    ['执行数', null],
    ['4023.1', null],
    ['确保社会养老保险正常运转', null],
    ['', null],
    ['绩效目标'.repeat(20), null],
  ])('%s: %s', (text, label) => {
    expect(headLabel(text)).toBe(label)
  })
})

describe('headings of the indicators', () => {
  it.each([
    ['一级指标', 'level1'],
    ['二级\n指标', 'level2'],
    ['三级　指标', 'level3'],
    ['绩效指标描述', 'description'],
    ['指标解释', 'description'],
    ['指标值', 'target'],
    ['年度指标值', 'target'],
    ['目标值', 'target'],
    ['指标值确定依据', 'basis'],
    ['分值', 'weight'],
    ['权重（％）', 'weight'],
    ['分值（分）', 'weight'],
    ['计量单位', 'unit'],
    ['指标性质', 'comparator'],
    ['考核指标', 'level3'],
    ['指标名称', 'level3'],
    ['指标内容', 'description'],
    ['指标释义', 'description'],
    ['年度目标值', 'target'],
    ['计划值', 'target'],
    ['计划完成值', 'target'],
    ['年初设定目标值', 'target'],
    ['完成值', null],
    ['实际完成值', null],
    ['年终完成值', null],
    ['计划完成情况', null],
    ['标准分', 'weight'],
    ['评分标准', null],
    ['备注', null],
  ])('%s: %s', (text, column) => {
    expect(indicatorColumn(text)).toBe(column)
  })
})

describe('titles', () => {
  it.each([
    ['1、社会养老保险基金财政补助绩效目标表', '社会养老保险基金财政补助'],
    ['（一）办公楼修缮项目绩效目标表', '办公楼修缮'],
    ['项目支出绩效目标表', ''],
    ['绩效目标表', ''],
    ['2020年度项目绩效目标表', ''],
    ['（2020年度）项目支出绩效目标表', ''],
    ['部门预算项目绩效目标表', ''],
    ['部门整体绩效目标表', '部门整体'],
    ['部门政府采购预算', null],
    ['绩效目标', null],
  ])('%s: %s', (text, name) => {
    expect(titledProject(text)).toBe(name)
  })
})

describe('a department with its code in one cell', () => {
  it.each([
    ['323002沧州市劳动局', { code: '323002', name: '沧州市劳动局' }],
    ['[323002]沧州市劳动局', { code: '323002', name: '沧州市劳动局' }],
    ['３２３００２　沧州市劳动局', { code: '323002', name: '沧州市劳动局' }],
    ['323002-沧州市劳动局', { code: '323002', name: '沧州市劳动局' }],
    ['沧州市劳动局', null],
    ['2019年12月31日', null],
    ['1200.5', null],
  ])('%s', (text, department) => {
    expect(codedDepartment(text)).toEqual(department)
  })
})
