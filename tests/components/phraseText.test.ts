import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import { explainKey } from '@/components/explain'
import PhraseText from '@/components/PhraseText.vue'
import { headline } from '@/format/headline'
import { phraseText } from '@/format/phrase'
import { HEBEI } from '@/domain/plan/preset'
import { OCTOBER, pay } from '../domain/build'
import { boardOf, PUBLISHED } from '../format/board'
import { mountedHere, router } from './mounting'

const here = mountedHere()
const department = boardOf([pay(`${PUBLISHED.id}/1`, '2020-10-01', '52')], OCTOBER)

describe('a sentence with figures', () => {
  it('says all its words in order, and leaves no mark after a figure to begin a line', () => {
    const phrase = headline(department, 'wan', HEBEI)
    const wrapper = here(
      mount(() => h('p', [h(PhraseText, { phrase, showLink: () => '/' })]), {
        global: { plugins: [router], provide: { [explainKey as symbol]: () => null } },
      }),
    )
    expect(wrapper.find('p').element.textContent).toBe(phraseText(phrase))
    const figures = wrapper.findAll('button, a')
    expect(figures.length).toBeGreaterThan(3)
    for (const figure of figures)
      expect(
        figure.element.closest('span')?.parentElement?.nextElementSibling?.textContent ?? '',
      ).not.toMatch(/^[，。；：、）]/)
  })
})
