import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import AccountTable from '@/views/service/AccountTable.vue'
import { mountedHere } from '../../components/mounting'

const here = mountedHere()

function table(change: { disabled?: boolean; self?: boolean } = {}) {
  const account = {
    id: 'b',
    name: '李四',
    login: 'lisi',
    disabled: false,
    self: false,
    grants: [],
    ...change,
  }
  const wrapper = here(
    mount(AccountTable, { attachTo: document.body, props: { accounts: [account], chosen: null } }),
  )
  const press = (word: string) =>
    wrapper
      .findAll('button')
      .find((own) => own.text() === word)
      ?.trigger('click')
  return { wrapper, press, question: () => wrapper.find('[role="alertdialog"]') }
}

describe('what an administrator does to an account', () => {
  it.each([
    ['重设口令', '仍然重设', 'password', ['b'], '原口令立即失效，其所有登录随即结束'],
    ['停用', '仍然停用', 'disable', ['b', true], '不能再登录'],
  ])('%s asks once, and is done only when that is answered', async (word, yes, event, said, then) => {
    const { wrapper, press, question } = table()
    await press(word)
    expect(wrapper.emitted()).not.toHaveProperty(event)
    expect(question().text()).toContain(then)
    expect(document.activeElement?.textContent).toBe('不办')
    await press('不办')
    expect(question().exists()).toBe(false)
    expect(wrapper.emitted()).not.toHaveProperty(event)
    await press(word)
    await press(yes)
    expect(wrapper.emitted(event)).toEqual([said])
    expect(question().exists()).toBe(false)
  })

  it('says of the own password that this login ends too', async () => {
    const { press, question } = table({ self: true })
    await press('重设口令')
    expect(question().text()).toContain('您这次登录也随即结束')
  })

  it('启用 asks nothing: it takes nothing away', async () => {
    const { wrapper, press } = table({ disabled: true })
    await press('启用')
    expect(wrapper.emitted('disable')).toEqual([['b', false]])
  })
})
