import { expect, it } from 'vitest'
import { oneAtATime } from '@/components/forms/oneAtATime'

it('takes a second act only once the first has its answer, also where that is an error', async () => {
  const one = oneAtATime()
  const answers: ((kept: boolean) => void)[] = []
  const act = () => new Promise<boolean>((resolve) => answers.push(resolve))
  const first = one(act)
  expect(await one(act)).toBe(false)
  expect(answers).toHaveLength(1)
  answers[0]?.(true)
  expect(await first).toBe(true)
  await expect(one(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  const last = one(act)
  answers[1]?.(true)
  expect(await last).toBe(true)
})
