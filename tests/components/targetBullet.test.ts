import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import TargetBullet from '@/charts/TargetBullet.vue'
import { parseTarget } from '@/domain/plan/target'
import { dec } from '../domain/build'
import { mountedHere } from './mounting'

const here = mountedHere()
function draw(target: string, value: string | null, light: 'met' | 'near' | 'unreported' = 'met') {
  const wrapper = here(
    mount(TargetBullet, {
      props: {
        target: parseTarget(target),
        value: value === null ? null : dec(value),
        light,
        description: '参保率：96%，指标 ≥95%',
      },
    }),
  )
  const number = (selector: string, name: string) => {
    const found = wrapper.find(selector)
    return found.exists() ? Number(found.attributes(name)) : null
  }
  return { wrapper, number }
}

describe('TargetBullet', () => {
  it('draws the bar past the full measure when the value is past it', () => {
    const { number } = draw('≥95百分比', '120')
    expect(number('.value', 'width')).toBeGreaterThan(number('.end', 'x1') ?? Infinity)
    expect(number('.end', 'x1')).toBeGreaterThan(number('.threshold', 'x1') ?? Infinity)
  })

  it.each([
    ['≥95百分比', 'right'],
    ['≤95百分比', 'left'],
  ])('%s shades the %s of the threshold', (target, side) => {
    const { number } = draw(target, '50')
    const threshold = number('.threshold', 'x1')
    const from = number('.allowed', 'x') ?? 0
    const to = from + (number('.allowed', 'width') ?? 0)
    expect(side === 'right' ? from : to).toBeCloseTo(threshold ?? 0)
    expect(side === 'right' ? to : from).toBeCloseTo(side === 'right' ? 320 : 0)
  })

  it('marks = with a notch instead of a side', () => {
    const { wrapper } = draw('=100百分比', '99', 'near')
    expect([wrapper.find('.notch').exists(), wrapper.find('.allowed').exists()]).toEqual([true, false])
    expect(wrapper.classes()).toContain('near')
  })

  it('has a threshold and no bar where nothing was reported; zero is a bar of no length', () => {
    const none = draw('≥95百分比', null, 'unreported')
    expect([none.wrapper.find('.value').exists(), none.wrapper.find('.threshold').exists()]).toEqual([
      false,
      true,
    ])
    expect(draw('≥95百分比', '0').number('.value', 'width')).toBe(0)
  })

  it('is named by its description, and draws nothing for words', () => {
    expect(draw('≥95百分比', '96').wrapper.attributes('aria-label')).toBe('参保率：96%，指标 ≥95%')
    expect(draw('群众满意', null).wrapper.find('svg').exists()).toBe(false)
  })
})
