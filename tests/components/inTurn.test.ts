import { describe, expect, it } from 'vitest'
import { turn } from '@/components/turns/inTurn'

describe('turns', () => {
  it('come one after another in the order they were asked for, each in a task of its own', async () => {
    const heard: string[] = []
    const asked = ['a', 'b', 'c'].map(async (name) => {
      await turn()
      heard.push(name)
      await Promise.resolve()
      heard.push(`${name} painted`)
    })
    expect(heard).toEqual([])
    await Promise.all(asked)
    expect(heard).toEqual(['a', 'a painted', 'b', 'b painted', 'c', 'c painted'])
  })
})
