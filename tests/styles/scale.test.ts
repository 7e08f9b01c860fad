import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const src = fileURLToPath(new URL('../../src', import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(css|vue)$/.test(name) && name !== 'styles/tokens.css')

const DECLARATION =
  /(?<![\w-])((?:row-|column-)?gap|font(?:-size)?|padding[a-z-]*|margin[a-z-]*)\s*:\s*([^;{}]+)/g

/** The declarations of a style that give type or space a size of their own; hairlines to 2 px and the margins of paper are none. */
function offTheScale(file: string, text: string): string[] {
  const style = file.endsWith('.css') ? text : text.slice(Math.max(0, text.indexOf('<style')))
  if (file.endsWith('.vue') && !text.includes('<style')) return []
  return [...style.matchAll(DECLARATION)].flatMap(([all, property = '', value = '']) => {
    const sizes = value.match(/(?:\d*\.)?\d+(?:px|r?em|pt|ch|vw|vh|%)/g) ?? []
    const own = sizes.filter((size) => property.startsWith('font') || !/^[12]px$/.test(size))
    return own.length > 0 ? [`${file}: ${all.trim()}`] : []
  })
}

describe('type and space', () => {
  it.each(files)('%s takes its sizes from the scale', (file) => {
    expect(offTheScale(file, readFileSync(`${src}/${file}`, 'utf8'))).toEqual([])
  })

  it.each([
    ['x.css', 'a { font-size: 13px; }'],
    ['x.css', 'a { gap: var(--space-1) 0.3rem; }'],
    ['x.vue', '<template /><style scoped>a { padding-block-start: 5px }</style>'],
    ['x.vue', '<template /><style scoped>a { margin: calc(-1 * 1rem); }</style>'],
    ['x.css', 'a { font: 12px/1 serif }'],
  ])('goes red on %s: %s', (file, text) => {
    expect(offTheScale(file, text)).toHaveLength(1)
  })

  it('lets hairlines, tokens and paper stand', () => {
    const text =
      'a { margin: -1px auto 14mm; gap: var(--space-2) 0; font-size: inherit } b { inline-size: 3rem }'
    expect(offTheScale('x.css', text)).toEqual([])
  })
})
