import { expect, it } from 'vitest'
import { aboutText } from '@/format/ledger/aboutText'
import { actual, DECEMBER, pay } from '../../domain/build'
import { takeOff } from '../../domain/scoring/sheets'
import { PUBLISHED } from '../board'

it('names the indicator of an entry, by its place where the name stands twice, and the row of 预算执行率', () => {
  const [project] = PUBLISHED.projects
  const about = (position: number) =>
    aboutText(actual(`${project!.id}/${position}`, DECEMBER, '95%'), project!)
  const names = project!.indicators.map(({ level3 }) => level3)
  const twice = names.findIndex((name, at) => names.indexOf(name) !== at)
  expect(about(1)).toBe(names[0])
  expect(about(twice + 1)).toBe(`${names[twice]}（第${twice + 1}项）`)
  expect(aboutText(takeOff(project!.id, '1'), project!)).toBe('预算执行率')
  expect(aboutText(pay(project!.id, DECEMBER, '1'), project!)).toBe('')
  expect(aboutText(pay(project!.id, DECEMBER, '1'), null)).toBe('')
})
