import type { Ground, MonitorRow, ProjectMonitor } from '@/domain/monitoring/monitor'
import { indicatorGroup, shownIndicator, type ShownIndicator } from '../board/shown'
import { DISAGREEMENT_WORD, FAULT_WORD, GROUND_WORD, INCONSISTENCY_WORD, SPENDING_WORD } from './monitorWord'

/** What a count of 监控 opens: its words, the unit it counts in, what is said of each line, and just the lines it counts. */
export interface MonitorShown {
  readonly word: string
  readonly what: '项' | '处'
  readonly reason: string
  readonly rows: readonly ShownIndicator[]
}

type Line = (monitor: ProjectMonitor, row: MonitorRow, index: number) => readonly string[]

/** Lists what a count of 监控 stands for, by its name in the address; `null` where the name is none of a list. */
export function monitorShown(monitors: readonly ProjectMonitor[], show: string | null): MonitorShown | null {
  if (show === 'faults')
    return {
      word: '监控表尚缺',
      what: '处',
      reason: '尚缺',
      rows: lines(monitors, (_, { faults }) => faults.map((fault) => FAULT_WORD[fault])),
    }
  if (show === 'flags')
    return {
      word: '前后不一致',
      what: '处',
      reason: '说明（内部口径）',
      rows: [
        ...monitors.flatMap(spendingLines),
        ...lines(monitors, (_, { expectation }) =>
          expectation.disagreements.map((kind) => DISAGREEMENT_WORD[kind]),
        ),
      ],
    }
  const ground = Object.hasOwn(GROUND_WORD, show ?? '') && GROUND_WORD[show as Ground]
  if (ground)
    return {
      word: `达标指标中${ground}`,
      what: '项',
      reason: '依据',
      rows: lines(monitors, (_, row) => (row.ground === show ? [ground] : [])),
    }
  const group = indicatorGroup(show)
  if (!group) return null
  const rows = monitors.flatMap(({ status }) =>
    status.indicators.flatMap((own, index) => (group.has(own) ? shownIndicator(status, own, index) : [])),
  )
  return { word: `${group.word}指标`, what: '项', reason: '原因', rows }
}

function lines(monitors: readonly ProjectMonitor[], said: Line): ShownIndicator[] {
  return monitors.flatMap((monitor) =>
    monitor.rows.flatMap((row, index) =>
      said(monitor, row, index).map((text, place) => {
        const line = shownIndicator(monitor.status, row.status, index, text)
        return { ...line, id: `${line.id}/${place}` }
      }),
    ),
  )
}

function spendingLines({ status, expected, inconsistency }: ProjectMonitor): ShownIndicator[] {
  const { project } = status
  const line = (name: string, reason: string): ShownIndicator => ({
    id: `${project.id}/${reason}`,
    project: project.name,
    position: project.position,
    indicator: null,
    name,
    value: '',
    target: '',
    light: null,
    word: '',
    reason,
  })
  return [
    ...expected.disagreements.map((kind) => line('全年预计执行数', SPENDING_WORD[kind])),
    ...(inconsistency ? [line('支出与指标', INCONSISTENCY_WORD[inconsistency])] : []),
  ]
}
