import { expect, it } from 'vitest'
import { SERVICE_TIME } from '@/documents/service/answers'
import { makeApp } from '../../server/http/app'
import type { Service } from '../../server/service'

it('every answer below /api tells the time of the service, those that are no too', async () => {
  const service = {
    log: () => {},
    counters: { add: () => {} },
    reach: { secure: false },
    stopping: new AbortController(),
    clock: { now: () => '2020-11-05T02:00:00.000Z' },
  } as unknown as Service
  const answer = await makeApp(service, null).request('/api/nothing')
  expect([answer.status, answer.headers.get(SERVICE_TIME)]).toEqual([404, '2020-11-05T02:00:00.000Z'])
})
