import { computed, watchEffect } from 'vue'
import { asOfText, fullDay } from '@/format/words'
import { useBoard } from '@/stores/board'
import { usePlan } from '@/stores/plan'
import { useViewing } from '@/stores/viewing'

/** The heads and feet of printed pages: whose, as of when, 演示数据 where it is, and which page of how many; a report stands upright (`upright`). */
export function pageHead(title: () => string, upright: () => boolean): () => void {
  const plans = usePlan()
  const board = useBoard()
  const viewing = useViewing()
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  const left = computed(
    () => `${plans.plan?.department.name ?? ''} ${plans.plan ? `${plans.plan.year}年` : ''} ${title()}`,
  )
  const right = computed(() =>
    [
      viewing.demo ? '演示数据' : '',
      viewing.view.knownOn ? `按 ${fullDay(viewing.view.knownOn)}所知` : '',
      board.asOf ? asOfText(board.asOf, board.reached ?? board.asOf) : '',
    ]
      .filter(Boolean)
      .join('　'),
  )
  return watchEffect(() => {
    sheet.replaceSync(`@page {
      size: A4 ${upright() ? 'portrait' : 'landscape'};
      @top-left { content: ${JSON.stringify(left.value)}; font-size: 9pt; }
      @top-right { content: ${JSON.stringify(right.value)}; font-size: 9pt; }
      @bottom-right { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; font-size: 9pt; }
    }`)
  })
}
