import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownNumber } from '@/documents/reading/xlsx/xlsxNumber'

describe('a stored number is shown as its format does', () => {
  it.each([
    ['10', '0.00', '10.00'],
    ['4023.1', 'General', '4023.1'],
    ['4023.1', '0.00', '4023.10'],
    ['4023.1', '#,##0.00', '4,023.10'],
    ['1234567.5', '#,##0.0', '1,234,567.5'],
    ['1078.41', '#,##0.##', '1,078.41'],
    ['80', '#,##0.##', '80'],
    ['0.95', '0%', '95%'],
    ['0.94999999999999996', '0%', '95%'],
    ['0.94996', '0.00%', '95.00%'],
    ['1', '0%', '100%'],
    ['0.005', '#.##', '.01'],
    ['0', '#,##0;-#,##0;"—"', '—'],
    ['-743.1', '0.00', '-743.10'],
    ['-743.1', '0.00;(0.00)', '(743.10)'],
    ['-743.1', '0.00_);[Red](0.00)', '(743.10)'],
    ['-0.001', '0.00', '0.00'],
    ['920', '0"万元"', '920万元'],
    ['920', '"¥"#,##0.00', '¥920.00'],
    ['920', '[$¥-804]#,##0', '¥920'],
    ['95', '"≥"0"百分比"', '≥95百分比'],
    ['95', '\\≥0', '≥95'],
    ['12345678', '#,##0,', '12,346'],
    ['7', '000', '007'],
    ['450000', '0"."0000', '45.0000'],
    ['450000', '0\\.0,', '45.0'],
    ['450000', '0!.0,', '45.0'],
    ['3250000', '0!.0,"万元"', '325.0万元'],
    ['-455000', '0!.0,', '-45.5'],
    ['5', '0"."0000', '0.0005'],
    ['1234567', '000-0000', '123-4567'],
    ['450000', '#,##0"."00', '450000'],
    ['450000', '0,"."0', '450000'],
    ['2.5', '0', '3'],
    ['-2.5', '0', '-3'],
    ['1E-3', 'General', '0.001'],
    ['1.5E+6', 'General', '1500000'],
    ['1E+300', 'General', '1e+300'],
    ['0.1', '@', '0.1'],
    ['12', '# ?/?', '12'],
    ['12', '[DBNum1]0', '12'],
    ['12', '[>=100]0;0.0', '12'],
    ['12', '0.00E+00', '12'],
    ['not a number', '0.00', 'not a number'],
    ['NaN', '0.00', 'NaN'],
  ])('%s as %s is %s', (stored, format, text) => {
    expect(shownNumber(stored, format, false).text).toBe(text)
  })

  it.each([
    ['43873', 'yyyy/m/d', '2020/2/12'],
    ['43873', 'yyyy"年"m"月"d"日"', '2020年2月12日'],
    ['43873', '[$-804]yyyy"年"mm"月"', '2020年02月'],
    ['43921', 'm"月"d"日"', '3月31日'],
    ['43873.75', 'yyyy-mm-dd hh:mm:ss', '2020-02-12 18:00:00'],
    ['43873.75', 'h:mm AM/PM', '6:00 PM'],
    ['0.5', 'h"时"mm"分"', '12时00分'],
    ['1', 'yyyy/m/d', '1900/1/1'],
    ['59', 'yyyy/m/d', '1900/2/28'],
    ['61', 'yyyy/m/d', '1900/3/1'],
    ['60', 'yyyy/m/d', '60'],
    ['-1', 'yyyy/m/d', '-1'],
    ['9999999', 'yyyy/m/d', '9999999'],
    ['43873', 'dddd', '43873'],
    ['43873', 'mmm-yy', '43873'],
    ['1.5', '[h]:mm', '1.5'],
  ])('the day %s as %s is %s', (stored, format, text) => {
    expect(shownNumber(stored, format, false).text).toBe(text)
  })

  it('counts days from 1904 where the workbook does', () => {
    expect(shownNumber('42411', 'yyyy/m/d', true).text).toBe('2020/2/12')
  })

  it.each([
    ['4023.1', '0', '4023.1'],
    ['0.94996', '0%', '0.94996'],
    ['12345678', '#,##0,', '12345678'],
    ['5', '"是"', '5'],
    ['450000', '0!.0,', '450000'],
    ['450000', '0"."0000', '450000'],
  ])('gives the number behind one that is shown rounded: %s as %s', (stored, format, full) => {
    expect(shownNumber(stored, format, false).full).toBe(full)
  })

  it('gives none behind one shown in full', () => {
    expect(shownNumber('10', '0.00', false).full).toBeNull()
    expect(shownNumber('0.94999999999999996', '0%', false).full).toBeNull()
  })

  it('never throws, whatever the number and the format', () => {
    const format = fc.stringMatching(/^[0#?.,%;!"\\[\]_*@ymdhsEG$-]{0,20}$/)
    fc.assert(
      fc.property(
        fc.oneof(fc.double().map(String), fc.string()),
        format,
        fc.boolean(),
        (stored, code, early) => {
          expect(typeof shownNumber(stored, code, early).text).toBe('string')
        },
      ),
    )
  })
})
