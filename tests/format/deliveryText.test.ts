import { describe, expect, it } from 'vitest'
import { crossingText, missingText, renewalText } from '@/format/deliveryText'

describe('what could not be had', () => {
  it.each([
    ['asking', 0, '“交接”没有打开：它的程序没有取到', '正在再试', 'again', '再试'],
    ['gone', 0, '“交接”没有打开：看板所在的服务器现在连不上', '恢复后会自动再试', 'again', '再试'],
    ['gone', 1, '“交接”没有打开：看板所在的服务器现在连不上', '恢复后会自动再试', 'again', '再试'],
    ['same', 0, '“交接”没有打开：它的程序没有取到', '正在再试', 'again', '再试'],
    ['same', 1, '“交接”没有打开：它的程序没有取到', '请先保存，再点“刷新本页”', 'reload', '刷新本页'],
    [
      'other',
      0,
      '“交接”没有打开：网络上答复的不是看板的服务器',
      '请先在另一个标签页登录上网',
      'again',
      '再试',
    ],
    ['renewed', 0, '“交接”没有打开：看板已换了新版本', '请先保存，再点“换用新版本”', 'reload', '换用新版本'],
    ['shared', 0, '“交接”没有打开：这个地址已改由共享服务提供', '请先保存', 'reload', '换用新版本'],
    ['alone', 0, '“交接”没有打开：这个地址已不再由共享服务提供', '请先保存', 'reload', '换用新版本'],
  ] as const)('%s after %i tries in vain', (host, tries, what, mend, remedy, button) => {
    const text = missingText({ title: '交接', host, tries })
    expect(text.what).toContain(what)
    expect(text.mend).toContain(mend)
    expect(text.mend).toContain('本页和已保存的填报都还在')
    expect([text.remedy, text.button]).toEqual([remedy, button])
  })

  it('says what has come while the reader types, and waits', () => {
    expect(missingText({ title: '部门', host: 'here', tries: 0 })).toEqual({
      what: '“部门”现在可以打开',
      mend: '您正在填写，没有换页。填完后点“打开”。',
      remedy: 'again',
      button: '打开',
    })
  })

  it('names a function that is no screen as what was asked for', () => {
    expect(missingText({ title: null, host: 'gone', tries: 0 }).what).toBe(
      '所点的功能没有打开：看板所在的服务器现在连不上',
    )
  })
})

describe('versions', () => {
  it.each([
    ['ready', false, '有新版本'],
    ['taken', false, '新版本已换用，本页还是旧版本'],
    ['ready', true, '本页有写了一半的内容，写完或保存后再换用新版本'],
    ['taken', true, '本页有写了一半的内容，写完或保存后再换用新版本'],
  ] as const)('%s, something half-written: %s', (renewal, held, text) => {
    expect(renewalText(renewal, held)).toBe(text)
  })
})

describe('an address that another kind of host serves by now', () => {
  it.each([
    ['shared', false, 0, '登录后在“账户与同步”页的“本机原有台账”送上', '换用'],
    ['alone', false, 0, '要在这里单机使用，请点“换用”', '换用'],
    ['shared', true, 2, '本页有写了一半的内容，写完或保存后再换用', '换用'],
    ['shared', false, 2, '有 2 处没写完，换用后的页面不显示它们：请先写完', '仍要换用'],
    ['alone', false, 1, '这个地址恢复共享服务后还在原处', '仍要换用'],
  ] as const)('%s, something half-written: %s, kept: %i', (crossing, held, waiting, mend, button) => {
    const text = crossingText(crossing, held, waiting)
    expect([text.mend, text.button]).toEqual([expect.stringContaining(mend), button])
    expect(text.stays).toContain('留在这个浏览器')
  })
})
