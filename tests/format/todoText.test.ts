import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { todoText } from '@/format/todoText'
import { day, JUNE, lock, step, unlock } from '../domain/build'
import { todosOf } from '../domain/work/todoLedger'
import { PLAN_ID } from '../fixtures/sixProjects'

const P = `${PLAN_ID}/3`

function told(role: 'leader' | 'manager', entries: readonly Entry[]) {
  return todosOf({ id: null, name: '赵局', role }, [P], entries, day('2020-07-15')).map((todo) => {
    const { state, body } = todoText(todo)
    return [state, body]
  })
}

describe('a checkpoint that is late', () => {
  const submitted = step('submit', P, JUNE)
  const back = step('return', P, JUNE, { author: '孙局', note: '请补合同' })
  const opened = [submitted, step('accept', P, JUNE), lock(JUNE), unlock(JUNE)]

  it('is told to the leader as it stands: never submitted, sent back by whom and why, opened again', () => {
    expect(told('leader', [])).toEqual([['未报送', '6月底已过 15 天，项目负责人尚未报送']])
    expect(told('leader', [submitted, back])).toEqual([
      ['已退回，待补正', expect.stringMatching(/^6月底已过 15 天；退回：孙局 .*：请补合同$/)],
    ])
    expect(told('leader', opened)).toEqual([
      ['已重开，待报送', expect.stringMatching(/^6月底已过 15 天；重开：.*：更正$/)],
    ])
  })

  it('is told to the manager as submitted once where it was opened again', () => {
    expect(told('manager', []).map(([, body]) => body)).toEqual([
      '6月底应在节点后 10 天内报送（内部口径），尚未报送',
    ])
    expect(told('manager', opened).map(([, body]) => body)).toEqual([
      '6月底应在节点后 10 天内报送（内部口径），重开后尚未报送',
    ])
  })
})
