import { describe, expect, it } from 'vitest'
import { shownIndicators } from '@/format/board/shown'
import { headline } from '@/format/headline'
import { groundsText, monitorGroup, monitorHeadline } from '@/format/monitoring/monitorPage'
import { monitorShown } from '@/format/monitoring/monitorShown'
import type { Phrase } from '@/format/phrase'
import { projectHeadline } from '@/format/project/projectHeadline'
import { HEBEI } from '@/domain/plan/preset'
import { DECEMBER, JUNE, MARCH, OCTOBER } from '../domain/build'
import { demoAt } from './demoAt'

const counts = (phrase: Phrase) =>
  phrase.flatMap(({ text, show }) => (show ? [{ show, count: Number(/\d+/.exec(text)?.[0]) }] : []))

describe.each([MARCH, JUNE, OCTOBER, DECEMBER])('on %s every count of a sentence', (asOf) => {
  const { department, monitors } = demoAt(asOf)

  it('of 总览 and of a project is what it opens', () => {
    for (const { show, count } of counts(headline(department, 'wan', HEBEI))) {
      const projects = department.projects.filter(({ spent }) => show === 'silent' && spent === null)
      expect(shownIndicators(department.projects, show).length + projects.length, show).toBe(count)
    }
    for (const status of department.projects)
      for (const { show, count } of counts(projectHeadline(status, 'wan', HEBEI)))
        expect(shownIndicators([status], show), show).toHaveLength(count)
  })

  it('of 监控 is what it opens, each line once', () => {
    const all = [...counts(monitorHeadline(monitors, asOf)), ...counts(groundsText(monitors).phrase)]
    expect(all.length).toBeGreaterThan(1)
    for (const { show, count } of all) {
      const group = monitorGroup(show)
      const ids = group
        ? monitors.filter(group.has).map(({ status }) => status.project.id)
        : (monitorShown(monitors, show)?.rows.map(({ id }) => id) ?? [])
      expect(new Set(ids).size, show).toBe(count)
      expect(ids, show).toHaveLength(count)
    }
  })
})
