import { expect, it } from 'vitest'
import { lastReportText } from '@/views/overview/lastReportText'
import { day } from '../../domain/build'

it.each([
  ['2020-04-01', '2020-07-02', '最近一笔填报：4月1日（92天前）'],
  ['2020-03-31', '2020-04-01', '最近一笔填报：3月31日（1天前）'],
  ['2020-07-02', '2020-07-02', '最近一笔填报：7月2日（今天）'],
  ['2020-07-03', '2020-07-02', '最近一笔填报：7月3日'],
  ['2021-01-06', '2026-11-28', '最近一笔填报：2021年1月6日'],
  ['2020-11-05', '2026-11-28', '最近一笔填报：11月5日'],
  ['2019-12-30', '2020-01-02', '最近一笔填报：2019年12月30日（3天前）'],
  ['2020-04-01', null, '最近一笔填报：4月1日'],
  [null, '2020-07-02', ''],
])('%s looked at on %s says %s', (last, today, said) => {
  const read = (text: string | null) => (text === null ? null : day(text))
  expect(lastReportText(read(last), 2020, read(today))).toBe(said)
})
