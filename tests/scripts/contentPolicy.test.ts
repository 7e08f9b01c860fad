import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contentPolicy, safeHeaders, withPolicy } from '../../scripts/contentPolicy'

const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const page = '<head><meta charset="utf-8" /></head><script>one()</script><script src="a.js"></script>'

describe('the content policy', () => {
  it('lets run what stands beside the page and the inline scripts it was built with, by their hashes', () => {
    const policy = contentPolicy(page)
    expect(policy).toContain(`script-src 'self' ${sha('one()')};`)
    expect(policy).toContain("default-src 'self'; object-src 'none'; frame-src 'none'; media-src 'none'")
    expect(policy).toContain("style-src 'self';")
  })

  it('names no origin, no scheme but for drawn pictures, and nothing unsafe', () => {
    for (const delivered of ['beside', 'inside'] as const) {
      const policy = contentPolicy(page, delivered)
      expect(policy).not.toMatch(/unsafe|https?:|\*/)
      expect(policy.replace(/img-src [^;]*/, '').replace('worker-src blob:', '')).not.toMatch(/data:|blob:/)
    }
  })

  it('of the one file lets nothing be fetched: its parts are inside', () => {
    const policy = contentPolicy(
      `${page}<style>a{}</style><script type="application/json">{"a":1}</script>`,
      'inside',
    )
    expect(policy).toContain(`script-src ${sha('one()')};`)
    expect(policy).toContain(`style-src ${sha('a{}')};`)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).not.toContain(sha('{"a":1}'))
  })

  it('stands first in the page, and a server adds that nobody may frame it', () => {
    const html = withPolicy(page, 'beside')
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'))
    const headers = safeHeaders(html)
    expect(headers['Content-Security-Policy']).toBe(`${contentPolicy(page)}; frame-ancestors 'none'`)
    expect(headers['X-Content-Type-Options']).toBe('nosniff')
  })

  it('the page of this project has one inline script and no inline style', () => {
    const html = readFileSync('index.html', 'utf8')
    expect(contentPolicy(html).match(/sha256/g)).toHaveLength(1)
    expect(html).not.toMatch(/\sstyle="|\son[a-z]+="/)
  })
})
