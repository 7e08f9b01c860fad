import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { argumentProblem } from '../../scripts/argumentProblem.mjs'
import { careSentence, serviceAsked } from '../../scripts/serviceArguments.mjs'
import { ClusterFailure } from '../../server/embedded/cluster'
import { operatorSentence } from '../../server/operatorWords'
import { temporaryFolder } from './databases'

const thrown = async (work: () => unknown): Promise<unknown> => {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('it was done')
}

const ENGLISH = /[A-Za-z]{3,}[ :,][A-Za-z]{2,}/

describe('what goes wrong is said to the operator in Chinese', () => {
  it.each<[string, () => unknown, RegExp]>([
    ['a folder below a file', () => mkdirSync('/etc/passwd/x', { recursive: true }), /不是文件夹/],
    ['a file that is not there', () => writeFileSync('/nowhere/at/all', ''), /没有 \/nowhere\/at\/all/],
    [
      'an address that is no database',
      () => new pg.Client({ connectionString: 'postgres://127.0.0.1:1/x' }).connect(),
      /连不上数据库/,
    ],
    ['an address that cannot be read', () => new URL('not an address'), /DATABASE_URL 写得不对/],
    ['a certificate that is none', () => createTlsServer({ cert: 'x', key: 'y' }), /证书或私钥读不懂/],
    [
      'a right that is missing',
      () =>
        Promise.reject(
          Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', path: '/data' }),
        ),
      /没有权限读写 \/data/,
    ],
    [
      'a port for administrators',
      () =>
        Promise.reject(
          Object.assign(new Error('listen EACCES'), { code: 'EACCES', syscall: 'listen', port: 80 }),
        ),
      /没有权限使用端口 80/,
    ],
    ['a full disk', () => Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })), /磁盘已满/],
  ])('%s', async (_, work, words) => {
    const sentence = operatorSentence(await thrown(work))
    expect(sentence).toMatch(words)
    if (!sentence.includes('原文')) expect(sentence).not.toMatch(ENGLISH)
    expect(careSentence(await thrown(work), operatorSentence)).toMatch(words)
  })

  it('a port that is taken is named', async () => {
    const first = createServer()
    await new Promise<void>((ready) => first.listen(0, '127.0.0.1', ready))
    const { port } = first.address() as AddressInfo
    const second = createServer()
    const error = await new Promise((failed) => second.once('error', failed).listen(port, '127.0.0.1'))
    first.close()
    expect(operatorSentence(error)).toBe(`端口 ${port} 已被占用，请用 --port 换一个。`)
  })

  it.each(['initdb', 'start', 'slow', 'stop'] as const)('a database that does not come up: %s', (kind) => {
    expect(operatorSentence(new ClusterFailure(kind, 'see log'))).toMatch(
      /^内置数据库.*原文（供排查）：see log/,
    )
  })

  it('of what nobody foresaw the words are given as they are', () => {
    expect(operatorSentence(new Error('unheard of'))).toBe('出了没有预料到的错误。原文（供排查）：unheard of')
    expect(operatorSentence('unheard of')).toContain('unheard of')
  })

  it.each([
    [['--foo'], '没有 --foo 这个选项。'],
    [['--port'], '选项 --port 用得不对：它后面该写什么，或不该写什么，见用法。'],
    [['--behind-proxy=1'], '选项 --behind-proxy 用得不对：它后面该写什么，或不该写什么，见用法。'],
    [['--port', '--host', 'x'], '选项 --port 用得不对：它后面该写什么，或不该写什么，见用法。'],
  ])('arguments %j', (args, problem) => {
    expect(serviceAsked(args, '/home', '/pages')).toEqual({ problem })
  })

  it('an argument too many is named', () => {
    const error = { code: 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL', message: "Unexpected argument 'z'. This" }
    expect(argumentProblem(error)).toBe('多写了 z。')
  })

  it('a folder closed to who runs it is named', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'data'), '')
    const error = await thrown(() => mkdirSync(join(folder, 'data')))
    rmSync(folder, { recursive: true })
    expect(operatorSentence(error)).toContain(`${folder}/data `)
  })
})
