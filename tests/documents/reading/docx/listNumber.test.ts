import { expect, it } from 'vitest'
import { listNumber } from '@/documents/reading/docx/listNumber'

it.each([
  [1, 'chineseCounting', '一'],
  [10, 'chineseCounting', '十'],
  [12, 'chineseCountingThousand', '十二'],
  [20, 'japaneseCounting', '二十'],
  [105, 'chineseCounting', '一百零五'],
  [110, 'chineseCounting', '一百一十'],
  [1010, 'chineseCounting', '一千零一十'],
  [20_000, 'chineseCounting', '二万'],
  [100_000, 'chineseCounting', '100000'],
  [0, 'chineseCounting', '0'],
  [3, 'decimalZero', '03'],
  [12, 'decimalFullWidth', '１２'],
  [3, 'decimalEnclosedCircle', '③'],
  [21, 'decimalEnclosedCircle', '21'],
  [28, 'lowerLetter', 'bb'],
  [26, 'upperLetter', 'Z'],
  [0, 'upperLetter', '0'],
  [4, 'lowerRoman', 'iv'],
  [1994, 'upperRoman', 'MCMXCIV'],
  [4000, 'upperRoman', '4000'],
  [7, 'hebrew1', '7'],
])('the number %s as %s is %s', (value, format, text) => {
  expect(listNumber(value, format)).toBe(text)
})
