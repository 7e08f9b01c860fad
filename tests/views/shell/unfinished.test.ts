import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { unfinished, watchTyping } from '@/views/shell/unfinished'

function type(selector: string, text: string): void {
  const field = document.querySelector<HTMLInputElement>(selector)!
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

describe('what would be lost with the page', () => {
  beforeAll(watchTyping)
  afterEach(() => document.body.replaceChildren())

  it.each([
    ['a field with words in it', '<input id="field">', '六月底', true],
    ['a text area', '<textarea id="field"></textarea>', '六月底', true],
    ['a field that was emptied again, as after saving', '<input id="field">', '', false],
    ['blanks only', '<input id="field">', '  ', false],
    ['a field that the page keeps by itself', '<input id="field" data-kept>', '王芳', false],
    ['a field of a part that keeps its fields', '<p data-kept><input id="field"></p>', '王芳', false],
  ])('%s', (_name, html, text, lost) => {
    document.body.innerHTML = html
    type('#field', text)
    expect(unfinished()).toBe(lost)
  })

  it('a field nobody typed in, or that has gone, is nothing; something read and not yet taken is', () => {
    document.body.innerHTML = '<input value="as given"><input id="field">'
    expect(unfinished()).toBe(false)
    type('#field', '六月底')
    document.querySelector('#field')!.remove()
    expect(unfinished()).toBe(false)
    document.body.innerHTML = '<section data-unfinished></section>'
    expect(unfinished()).toBe(true)
  })
})
