/** Who serves the address now, where that is another kind of host than this page's: a shared service, or one of one person's board. */
export type Crossing = 'shared' | 'alone'

/** What could not be had and why, and whether something half-written stands on the page. */
export interface MissingPart {
  readonly title: string | null
  readonly host: 'asking' | 'here' | 'gone' | 'same' | 'renewed' | Crossing | 'other'
  readonly tries: number
}

/** What to offer: to try again, or to load the page anew. */
export type Remedy = 'again' | 'reload'

/** A part of the program that could not be had, in words: what did not open and why, what to do, and the button for it. */
export interface MissingText {
  readonly what: string
  readonly mend: string
  readonly remedy: Remedy
  readonly button: string
}

const ANOTHER = {
  renewed: '看板已换了新版本，本页还是旧版本',
  shared: '这个地址已改由共享服务提供，本页还是单机看板',
  alone: '这个地址已不再由共享服务提供',
} as const
const KEPT = '本页和已保存的填报都还在'

/** Says why a screen or a function did not open; nothing on the page is lost by it. */
export function missingText({ title, host, tries }: MissingPart): MissingText {
  if (host === 'here')
    return {
      what: `“${title}”现在可以打开`,
      mend: '您正在填写，没有换页。填完后点“打开”。',
      remedy: 'again',
      button: '打开',
    }
  const what = title === null ? '所点的功能没有打开' : `“${title}”没有打开`
  if (host === 'renewed' || host === 'shared' || host === 'alone')
    return {
      what: `${what}：${ANOTHER[host]}`,
      mend: `${KEPT}。写了一半的内容请先保存，再点“换用新版本”。`,
      remedy: 'reload',
      button: '换用新版本',
    }
  if (host === 'same' && tries > 0)
    return {
      what: `${what}：它的程序没有取到`,
      mend: `${KEPT}。写了一半的内容请先保存，再点“刷新本页”。`,
      remedy: 'reload',
      button: '刷新本页',
    }
  if (host === 'other')
    return {
      what: `${what}：网络上答复的不是看板的服务器，可能要先登录上网认证`,
      mend: `${KEPT}。请先在另一个标签页登录上网；通了会自动再试，也可以现在点“再试”。`,
      remedy: 'again',
      button: '再试',
    }
  return host === 'gone'
    ? {
        what: `${what}：看板所在的服务器现在连不上`,
        mend: `${KEPT}。恢复后会自动再试，也可以现在点“再试”。`,
        remedy: 'again',
        button: '再试',
      }
    : {
        what: `${what}：它的程序没有取到`,
        mend: `${KEPT}，正在再试。`,
        remedy: 'again',
        button: '再试',
      }
}

/** The quiet line about versions: a new one waits, or another tab has taken it; `held` where something half-written would be lost, `stuck` where it was asked for and did not come. */
export function renewalText(renewal: 'ready' | 'taken', held: boolean, stuck = false): string {
  if (stuck && !held) return '换用没有成功：请把各标签页里没写完的写完或放弃，全部关闭后再打开看板'
  if (held) return '本页有写了一半的内容，写完或保存后再换用新版本'
  return renewal === 'ready' ? '有新版本' : '新版本已换用，本页还是旧版本'
}

/** That another kind of host serves the address now: what happened, where what was entered stays, what to do, the word of the button. */
export interface CrossingText {
  readonly what: string
  readonly stays: string
  readonly mend: string
  readonly button: string
}

const CROSSED: Readonly<Record<Crossing, Pick<CrossingText, 'what' | 'stays' | 'mend'>>> = {
  shared: {
    what: '这个地址已改由共享服务提供，本页还是原来的单机看板：在这里填的只存在这个浏览器，别人看不到。',
    stays: '已填报的都留在这个浏览器，不会丢。',
    mend: '请点“换用”，登录后在“账户与同步”页的“本机原有台账”送上。',
  },
  alone: {
    what: '这个地址已不再由共享服务提供，现在是单机看板：本页送不出新填的内容。',
    stays: '已同步的在原来的服务器上，没有送到的留在这个浏览器，等这个地址恢复共享服务、本人登录后再送。',
    mend: '如果共享服务换了地址，请向系统管理员问新地址；要在这里单机使用，请点“换用”。',
  },
}

/** Says that another kind of host serves the address now; `held` where something half-written would be lost, `waiting` texts kept in this browser that the other page does not show, once the reader asked for it. */
export function crossingText(crossing: Crossing, held: boolean, waiting: number): CrossingText {
  const own = CROSSED[crossing]
  if (held) return { ...own, mend: '本页有写了一半的内容，写完或保存后再换用。', button: '换用' }
  if (waiting === 0) return { ...own, button: '换用' }
  const back = crossing === 'shared' ? '这个地址改回单机看板' : '这个地址恢复共享服务'
  return {
    ...own,
    mend: `本标签页有 ${waiting} 处没写完，换用后的页面不显示它们：请先写完。不写完就换用的，文字留在这个浏览器，${back}后还在原处。`,
    button: '仍要换用',
  }
}
