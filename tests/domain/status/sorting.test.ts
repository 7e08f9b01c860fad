import { describe, expect, it } from 'vitest'
import { worstFirst } from '@/domain/status/worstFirst'
import { sortedProjects } from '@/domain/status/sorting'
import { boardOf, PUBLISHED } from '../../format/board'
import { OCTOBER, pay } from '../build'

const P = PUBLISHED.id
const sums = ['3261.8', '760', '52', '8.65', '', '907.86']
const ranked = worstFirst(
  boardOf(
    sums.flatMap((sum, index) => (sum ? [pay(`${P}/${index + 1}`, '2020-06-01', sum)] : [])),
    OCTOBER,
  ).projects,
)
const order = (sort: string | null) => sortedProjects(ranked, sort).map(({ project }) => project.position)

describe('sorting projects', () => {
  it.each([
    ['name', [1, 2, 3, 4, 5, 6]],
    ['-name', [6, 5, 4, 3, 2, 1]],
    ['spent', [4, 3, 2, 6, 1, 5]],
    ['-spent', [1, 6, 2, 3, 4, 5]],
    ['rate', [3, 1, 2, 6, 4, 5]],
    ['-rate', [4, 6, 2, 1, 3, 5]],
    ['gap', [3, 1, 4, 2, 6, 5]],
  ])('%s; the unreported project last either way', (sort, expected) => {
    expect(order(sort)).toEqual(expected)
  })

  it.each([null, 'nothing', '-', 'toString'])('%s keeps the rank', (sort) => {
    expect(order(sort)).toEqual(ranked.map(({ project }) => project.position))
  })
})
