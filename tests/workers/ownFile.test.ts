import { describe, expect, it } from 'vitest'
import { isOwnFile } from '@/workers/ownFile'

const LOGIN = '<html><title>上网认证</title></html>'
const OURS = '<html><title>绩效看板</title></html>'
const answer = (text: string, type: string, status = 200) =>
  new Response(text, { status, headers: type === '' ? {} : { 'content-type': type } })
const PAGE = 'http://127.0.0.1/index.html'
const SCRIPT = 'http://127.0.0.1/assets/a.js'

describe('what is kept as a file of the program', () => {
  it.each([
    ['a script', SCRIPT, answer('export {}', 'text/javascript'), true],
    ['a script without a type', SCRIPT, answer('export {}', ''), true],
    ['a page in the place of a script', SCRIPT, answer(LOGIN, 'text/html; charset=utf-8'), false],
    ['our page in the place of a script', SCRIPT, answer(OURS, 'text/html'), false],
    ['our page', PAGE, answer(OURS, 'text/html'), true],
    ['another page in its place', PAGE, answer(LOGIN, 'text/html'), false],
    ['a script that is not there', SCRIPT, answer('', 'text/javascript', 404), false],
  ])('%s', async (_, address, given, own) => {
    expect(await isOwnFile(address, given)).toBe(own)
  })

  it('reads the page and leaves it to be kept', async () => {
    const given = answer(OURS, 'text/html')
    await isOwnFile(PAGE, given)
    expect(await given.text()).toBe(OURS)
  })
})
