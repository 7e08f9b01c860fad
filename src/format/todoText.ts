import type { Entry } from '@/domain/ledger/entry'
import { isAwaited, REPORTING, type Todo } from '@/domain/work/todo'
import { rivalsName, totalRivals } from './ledger/conflictText'
import { recordedText } from './ledger/recordedText'
import { changedText, roundStepText } from './roundText'
import { dayWord } from './words'

/** One thing to do in words: whose, what state it is in, and what to do about it. */
export interface TodoText {
  readonly title: string
  readonly state: string
  readonly tone: 'bad' | 'warn' | 'plain'
  readonly body: string
  readonly act: string
}

/** Says what waits for somebody and where it is done; of what he has done already, that the service has not written it yet. */
export function todoText(todo: Todo, awaiting: readonly Entry[] = []): TodoText {
  const text = openText(todo)
  return isAwaited(todo, awaiting)
    ? { ...text, state: '已办理，待同步，尚未生效', tone: 'warn', act: '去查看' }
    : text
}

function openText(todo: Todo): TodoText {
  const { name } = todo.status.project
  switch (todo.kind) {
    case 'returned':
      return {
        title: name,
        state: '已退回',
        tone: 'bad',
        body: `${dayWord(todo.round.day)}被 ${todo.round.step?.author ?? ''} 退回${note(todo)}`,
        act: '去补正',
      }
    case 'overdue':
      return {
        title: name,
        state: `逾期 ${todo.days - REPORTING.within} 天`,
        tone: 'bad',
        body: `${dayWord(todo.day)}应在节点后 ${REPORTING.within} 天内报送（内部口径），${todo.round.state === 'reopened' ? '重开后' : ''}尚未报送`,
        act: '去填报',
      }
    case 'due':
      return {
        title: name,
        state: '应报送',
        tone: 'warn',
        body: `${dayWord(todo.day)}已到，还有 ${REPORTING.within - todo.days} 天`,
        act: '去填报',
      }
    case 'upcoming':
      return {
        title: name,
        state: '将到期',
        tone: 'plain',
        body: `距${dayWord(todo.day)}还有 ${todo.days} 天`,
        act: '去填报',
      }
    case 'waiting':
      return {
        title: name,
        ...withManager(todo),
        tone: 'warn',
        act: '看进展',
      }
    case 'review':
    case 'answer':
    case 'unanswered':
    case 'settle-total':
    case 'settle':
    case 'sign':
    case 'unassigned':
      return answeringText(todo)
  }
}

/** Why a checkpoint is still with the project's manager: sent back or opened again (by whom, when, why), or never submitted. */
function withManager({
  round,
  day,
  days,
}: Extract<Todo, { kind: 'waiting' }>): Pick<TodoText, 'state' | 'body'> {
  const said = `${dayWord(day)}已过 ${days} 天`
  switch (round.state) {
    case 'returned':
      return { state: '已退回，待补正', body: `${said}；退回：${roundStepText(round)}` }
    case 'reopened':
      return { state: '已重开，待报送', body: `${said}；重开：${roundStepText(round)}` }
    case 'open':
    case 'submitted':
    case 'accepted':
      return { state: '未报送', body: `${said}，项目负责人尚未报送` }
  }
}

/** What waits for a decision, an answer or a name, in words. */
function answeringText(
  todo: Extract<
    Todo,
    { kind: 'review' | 'answer' | 'unanswered' | 'settle-total' | 'settle' | 'sign' | 'unassigned' }
  >,
): TodoText {
  const { name } = todo.status.project
  switch (todo.kind) {
    case 'review':
      return {
        title: name,
        state: '待审核',
        tone: 'warn',
        body: [
          `${dayWord(todo.round.day)}由 ${todo.round.submitted?.author ?? ''} 于 ${recordedText(todo.round.submitted?.recordedAt ?? '')} 报送`,
          changedText(todo.round),
        ]
          .filter(Boolean)
          .join('；'),
        act: '去审核',
      }
    case 'answer':
      return {
        title: name,
        state: '待整改',
        tone: 'bad',
        body: `${dayWord(todo.rectification.asked.effectiveOn)}要求：${todo.rectification.asked.text}`,
        act: '去答复',
      }
    case 'unanswered':
      return {
        title: name,
        state: '整改未答复',
        tone: 'plain',
        body: `${dayWord(todo.rectification.asked.effectiveOn)}要求：${todo.rectification.asked.text}`,
        act: '去查看',
      }
    case 'settle-total':
      return {
        title: `${name} · ${dayWord(todo.total.day)}累计支出`,
        state: '有冲突',
        tone: 'warn',
        body: `${totalRivals(todo.total, 'wan')}，需核定一个，未核定前不能报送`,
        act: '去核定',
      }
    case 'settle':
      return {
        title: `${name} · ${rivalsName(todo.indicator, todo.conflict)}`,
        state: '填报不一致',
        tone: 'warn',
        body: `${todo.conflict.rivals.map((entry) => entry.author).join('、')} ${dayWord(todo.conflict.day)}填报不同，需核定一个`,
        act: '去核定',
      }
    case 'sign':
      return {
        title: name,
        state: '待签认',
        tone: 'warn',
        body: '年末自评尚未签认',
        act: '去评价',
      }
    case 'unassigned':
      return {
        title: name,
        state: '未指定负责人',
        tone: 'plain',
        body: '任何项目负责人都可填报；建议指定专人',
        act: '去指定',
      }
  }
}

function note(todo: Extract<Todo, { kind: 'returned' }>): string {
  const { step } = todo.round
  return step && 'note' in step && step.note.trim() !== '' ? `：${step.note}` : '，未写明原因'
}
