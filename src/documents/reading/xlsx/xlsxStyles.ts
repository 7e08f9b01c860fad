import type { SaxesTagNS } from 'saxes'
import { attributeOf, type XmlReader } from '../readXml'
import { isOn } from './xlsxStrings'

/** The number formats with a number of their own, those of a Chinese Excel where they differ by language (ECMA-376-1 §18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;[Red]"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '"¥"#,##0;"¥"-#,##0;"¥""-"',
  43: '#,##0.00;-#,##0.00;"-"??',
  44: '"¥"#,##0.00;"¥"-#,##0.00;"¥""-"??',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/** The number format of each cell style of a workbook, and whether its font is struck (ECMA-376-1 §18.8). */
export class CellFormats implements XmlReader {
  readonly problem = null
  private readonly own = new Map<number, string>()
  private readonly styles: { readonly format: number; readonly font: number }[] = []
  private readonly struckFonts: boolean[] = []
  private within: string | null = null

  open(tag: SaxesTagNS): void {
    const { local } = tag
    if (local === 'cellXfs' || local === 'fonts') this.within = local
    else if (local === 'xf' && this.within === 'cellXfs')
      this.styles.push({
        format: Number(attributeOf(tag, 'numFmtId') ?? 0),
        font: Number(attributeOf(tag, 'fontId') ?? 0),
      })
    else if (local === 'font' && this.within === 'fonts') this.struckFonts.push(false)
    else if (local === 'strike' && this.within === 'fonts')
      this.struckFonts[this.struckFonts.length - 1] = isOn(tag)
    else if (local === 'numFmt') {
      this.own.set(Number(attributeOf(tag, 'numFmtId')), attributeOf(tag, 'formatCode') ?? 'General')
    }
  }

  close(tag: SaxesTagNS): void {
    if (tag.local === this.within) this.within = null
  }

  text(): void {}

  /** The format code of a style by its index; `General` when it names none. */
  of(style: string | null): string {
    const id = this.styles[Number(style ?? 0)]?.format ?? 0
    return this.own.get(id) ?? BUILT_IN[id] ?? 'General'
  }

  /** Whether a style by its index strikes its cell through. */
  strikes(style: string | null): boolean {
    return this.struckFonts[this.styles[Number(style ?? 0)]?.font ?? 0] === true
  }
}
