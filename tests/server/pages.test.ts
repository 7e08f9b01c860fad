import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pageRoutes, pagesIn } from '../../server/http/pages'

it('the page and the worker that a service hands out are others than a static host’s of the same build', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-pages-'))
  const files = { 'index.html': '<head></head>', 'sw.js': 'keep()', 'icon.svg': '<svg/>' }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const app = pageRoutes(pagesIn(folder))
  const told = async (path: string) => (await app.request(path)).text()
  expect(await told('/')).toContain('<meta name="jixiao-service"')
  expect(await told('/sw.js')).toMatch(/^var SERVED_BY = 'service';\nkeep\(\)$/)
  expect(await told('/icon.svg')).toBe(files['icon.svg'])
  rmSync(folder, { recursive: true, force: true })
})
