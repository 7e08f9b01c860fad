import { describe, expect, it } from 'vitest'
import { NO_ANSWERS } from '@/domain/payments/readPaymentList'
import { PaymentSession } from '@/workers/paymentSession'
import { useAllPlans } from '@/stores/allPlans'
import { useAuthor } from '@/stores/author'
import { useExchange } from '@/stores/files/exchange'
import { useExporting } from '@/stores/files/exporting'
import { useForms } from '@/stores/files/forms'
import { useImporting } from '@/stores/importing/importing'
import { usePayments } from '@/stores/payments/payments'
import { usePlan } from '@/stores/plan'
import { useSaving } from '@/stores/files/saving'
import { useTheme } from '@/stores/theme'
import { atWork, cellAt, PLAN } from './atWork'
import { dataFile, FULL, HELD, READY, settled, testWorld } from './testWorld'

describe('the plan', () => {
  it('an answer that comes after another plan was asked for counts for nothing', async () => {
    const { pinia, answers } = testWorld()
    const plans = usePlan(pinia)
    const waiting: (() => void)[] = []
    answers.fetch = (name) =>
      new Promise((resolve) =>
        name === 'index.json' ? resolve(dataFile(name)) : waiting.push(() => resolve(dataFile(name))),
      )
    const first = plans.load(PLAN, false)
    await settled()
    const second = plans.load('no-such-plan', false)
    await settled()
    waiting.forEach((go) => go())
    expect((await first).kind).toBe('loading')
    expect((await second).kind).toBe('failed')
    expect(plans.state.kind).toBe('failed')
  })

  it('a network that fails is said, and asked again at the next wish', async () => {
    const { pinia, answers } = testWorld()
    const plans = usePlan(pinia)
    answers.fetch = () => Promise.resolve({ kind: 'unreachable' })
    expect((await plans.load(null, false)).kind).toBe('failed')
    answers.fetch = (name) => Promise.resolve(dataFile(name))
    expect((await plans.load(null, false)).kind).toBe('ready')
  })

  it('a version that could not be kept changes nothing', async () => {
    const { pinia, behave, plans: kept } = testWorld()
    const plans = usePlan(pinia)
    await plans.load(PLAN, false)
    behave(FULL)
    const version = {
      id: 'v1',
      plan: PLAN,
      year: 2020,
      department: '',
      text: null,
      source: '',
      author: '王芳',
      reason: '移出',
      at: '2021-01-01T00:00:00.000Z',
    }
    expect((await plans.keep([version]))?.kind).toBe('full')
    expect([kept.length, plans.versions.length]).toEqual([0, 0])
  })
})

it('all plans stand side by side at their own day, from the real ledger also while the demonstration is open', async () => {
  const { pinia, desk } = await atWork()
  desk.open(1)
  await desk.enter(cellAt(desk, 0, 1), '500', 'wan')
  const all = useAllPlans(pinia)
  await all.read()
  const own = all.foldedPlans.find(({ known }) => known.id === PLAN)
  expect([own?.asOf, own?.department?.spent?.div(10_000).toString()]).toEqual(['2020-12-31', '500'])
})

describe('files that come and go', () => {
  const handedOver = async () => {
    const world = await atWork()
    world.desk.open(1)
    await world.desk.enter(cellAt(world.desk, 1, 1), '95', 'wan')
    expect(await useExchange(world.pinia).handOver(null, true)).toBe(true)
    const { name, content } = world.files[0]!
    return new File([content], name)
  }

  it('a hand-over is taken whole once the storage answers, and not at all where it fails', async () => {
    const file = await handedOver()
    const { pinia, behave, release, entries } = await atWork()
    const exchange = useExchange(pinia)
    await exchange.open(file)
    expect(exchange.looking?.kind).toBe('handover')
    behave(FULL)
    await exchange.apply()
    expect([exchange.looking?.kind, exchange.done, entries().length]).toEqual(['handover', '', 0])
    behave(HELD)
    const taking = exchange.apply()
    await settled()
    expect(exchange.done).toBe('')
    await release(READY)
    await taking
    expect([exchange.looking, entries().length]).toEqual([null, 1])
    expect(exchange.done).toContain('1 条')
    await exchange.open(file)
    expect(exchange.looking?.kind === 'handover' && exchange.looking.found.fresh.length).toBe(0)
  })

  it('a backup is read back before it counts, and is restored in another browser', async () => {
    const { pinia, desk, files } = await atWork()
    desk.open(1)
    await desk.enter(cellAt(desk, 1, 1), '95', 'wan')
    expect(await useExchange(pinia).backup()).toBe(true)
    const other = await atWork()
    const exchange = useExchange(other.pinia)
    await exchange.openBackup(new File([files[0]!.content], 'b.json'))
    expect(exchange.looking?.kind === 'backup' && exchange.looking.fresh).toBe(1)
    await exchange.apply()
    expect(other.entries()).toHaveLength(1)
  })

  it('what is no hand-over is refused with its name', async () => {
    const { pinia } = await atWork()
    const exchange = useExchange(pinia)
    await exchange.open(new File(['{}'], '别的.json'))
    expect(exchange.looking).toMatchObject({ kind: 'refused', name: '别的.json' })
  })

  it('a name of a file holds no sign that a file system refuses', () => {
    const { pinia, files } = testWorld()
    expect(useSaving(pinia).save('甲/乙: 丙?.xlsx', new Blob(['x']))).toBe('甲-乙-丙-.xlsx')
    expect(files.map(({ name }) => name)).toEqual(['甲-乙-丙-.xlsx'])
  })

  it('a form that cannot be made says so and leaves no file', async () => {
    const { pinia, files } = testWorld()
    const forms = useForms(pinia)
    // what writes a report is on its way before the pictures fail: it comes within this test
    await import('@/documents/forms/reportDocument')
    await forms.saveReport('报告', () => Promise.reject(new Error('画不出')))
    expect([forms.working, forms.failed, files.length]).toEqual([false, '画不出', 0])
  })

  it('a payment list waits where the storage fails and is taken once', async () => {
    const { pinia, behave, entries, workers } = await atWork()
    const payments = usePayments(pinia)
    const csv = '日期,金额（元）,项目,凭证号\n2020-05-06,300000,办公楼修缮,记-1\n'
    await payments.open(new File([csv], '支付.csv'))
    const { plan } = usePlan(pinia)
    const projects = (plan?.projects ?? []).map((own) => ({ ...own, budget: own.budget.toFixed() }))
    const department = { code: '323002', name: '劳动和社会保障局' }
    const context = { year: 2020, department, today: null, projects, held: [], remembered: {} }
    const bytes = new TextEncoder().encode(csv)
    workers
      .at(-1)
      ?.say({ kind: 'list', opening: new PaymentSession().open(bytes, '支付.csv', context, NO_ANSWERS) })
    expect(payments.trouble).toBe(null)
    expect(payments.taken).toHaveLength(1)
    behave(FULL)
    expect(await payments.apply()).toBe(false)
    expect([payments.result?.kind, entries().length]).toEqual(['waiting', 0])
    expect([await payments.apply(), payments.list]).toEqual([false, null])
  })
})

describe('work beside the page', () => {
  it('what an older worker still says counts for nothing', async () => {
    const { pinia, workers } = await atWork()
    const importing = useImporting(pinia)
    await importing.paste('text', '甲')
    await importing.paste('text', '乙')
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false])
    workers[0]!.say({ kind: 'refused', why: '旧的' })
    expect(importing.state.kind).toBe('reading')
    workers[1]!.say({ kind: 'refused', why: '读不出' })
    expect(importing.state).toMatchObject({ kind: 'refused' })
  })

  it('a long file is handed over whole or not at all', async () => {
    const { pinia, workers, files } = await atWork()
    const exporting = useExporting(pinia)
    exporting.write('ledger', 'xlsx', '台账')
    expect(exporting.state.kind).toBe('writing')
    exporting.stop()
    workers[0]!.say({ kind: 'written', bytes: new ArrayBuffer(1) })
    expect([exporting.state.kind, files.length, workers[0]!.terminated]).toEqual(['stopped', 0, true])
  })
})

describe('what is remembered', () => {
  it('the theme follows the system until one is chosen, and the choice is kept', async () => {
    const { pinia, answers, themes, settings, moveTo } = testWorld()
    const theme = useTheme(pinia)
    expect(theme.theme).toBe('light')
    answers.dark = true
    await moveTo('2021-02-01T02:00:00.000Z')
    expect(theme.theme).toBe('dark')
    theme.toggle()
    await settled()
    expect([themes.at(-1), settings.get('jixiao-board.theme')]).toEqual(['light', 'light'])
  })

  it('name and role are kept; a role that does not exist is not taken up', async () => {
    const first = testWorld()
    const author = useAuthor(first.pinia)
    author.name = ' 王芳 '
    author.role = 'leader'
    await settled()
    expect(author.actor).toEqual({ id: null, name: '王芳', role: 'leader' })
    expect(first.settings.get('jixiao-board.role')).toBe('leader')
    const second = testWorld()
    second.settings.set('jixiao-board.role', 'king')
    expect(useAuthor(second.pinia).role).toBe('manager')
  })
})
