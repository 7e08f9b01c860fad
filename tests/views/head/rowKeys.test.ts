import { afterEach, describe, expect, it } from 'vitest'
import { stepRows } from '@/views/head/rowKeys'

const TABLE = `<thead><tr><th><a href="#h">表头</a></th></tr></thead><tbody>
  <tr><th><a href="#1">一</a></th><td><button id="b1">甲</button></td></tr>
  <tr><td colspan="99"><a href="#why">原因</a></td></tr>
  <tr><th>无</th><td>无</td></tr>
  <tr><th><a href="#3">三</a></th><td><button id="b3">丙</button></td></tr></tbody>`

function press(at: string, key: string, role = ''): string {
  document.body.innerHTML = `<table ${role}>${TABLE}</table>`
  const from = document.querySelector<HTMLElement>(at)!
  from.focus()
  const event = new KeyboardEvent('keydown', { key, bubbles: true })
  from.addEventListener('keydown', stepRows)
  from.dispatchEvent(event)
  return document.activeElement?.textContent ?? ''
}

describe('from row to row', () => {
  afterEach(() => (document.body.innerHTML = ''))

  it.each([
    ['[href="#1"]', 'ArrowDown', '三'],
    ['[href="#3"]', 'ArrowUp', '一'],
    ['#b1', 'ArrowDown', '丙'],
    ['[href="#why"]', 'ArrowDown', '三'],
    ['[href="#3"]', 'ArrowDown', '三'],
    ['[href="#h"]', 'ArrowDown', '表头'],
    ['[href="#1"]', 'ArrowRight', '一'],
  ])('%s %s: %s', (at, key, expected) => {
    expect(press(at, key)).toBe(expected)
  })

  it('leaves a grid that is typed into alone', () => {
    expect(press('[href="#1"]', 'ArrowDown', 'role="grid"')).toBe('一')
  })
})
