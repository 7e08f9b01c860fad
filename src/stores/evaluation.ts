import { defineStore } from 'pinia'
import { computed } from 'vue'
import { lastDayOfYear } from '@/domain/time/day'
import type { Decimal } from '@/domain/number/decimal'
import { closedBy } from '@/domain/ledger/closing'
import type { Draft } from '@/domain/ledger/draft'
import type { ReEvaluation, SignOff } from '@/domain/ledger/entry'
import { countingSlice, keptAside, signedIds } from '@/domain/ledger/aside'
import { fittingSlice } from '@/domain/ledger/fitting'
import { type Slice } from '@/domain/ledger/ledger'
import type { Project } from '@/domain/plan/plan'
import { sideBySide } from '@/domain/scoring/comparison'
import { concernsOf as concerns } from '@/domain/scoring/concerns'
import { ranking } from '@/domain/scoring/ranking'
import { SCHEMES, type Scheme } from '@/domain/scoring/scheme'
import { evaluationBasis } from '@/domain/scoring/schemeInForce'
import { selfEvaluation, type Sheet } from '@/domain/scoring/sheet'
import { reopenDraft, signOffDraft } from '@/domain/scoring/signOff'
import { yearState } from '@/domain/ledger/yearState'
import { useAuthor } from './author'
import { lastAct } from './acts'
import { useBoard } from './board'
import { useLedger } from './ledger'
import { usePlan } from './plan'

/** The year-end 单位自评 of every project, and the evaluator's acts on it (domain.md §7). */
export const useEvaluation = defineStore('evaluation', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const board = useBoard()
  const { last, act, forget } = lastAct()

  const year = computed(() => plans.plan?.year ?? 0)
  const projects = computed(() => plans.plan?.projects ?? [])
  const basis = computed(() =>
    plans.plan ? evaluationBasis(plans.plan, ledgers.known, board.preset, board.knownAt) : null,
  )
  const slice = (key: string) => fittingSlice(ledgers.ledger, key)
  const seen = (key: string) => fittingSlice(ledgers.known, key)
  const counting = (project: Project) => countingSlice(ledgers.known, project.id, board.knownAt)
  const sheets = computed(() =>
    projects.value.flatMap((project) =>
      basis.value ? selfEvaluation(project, counting(project), basis.value) : [],
    ),
  )

  const rowOf = (id: string) => sheets.value.flatMap(({ rows }) => rows).find((row) => row.id === id)

  const effectiveOn = computed(() => lastDayOfYear(year.value))

  return {
    last,
    forget,
    year,
    sheets,
    places: computed(() => ranking(sheets.value)),
    stateOf: (project: Project) =>
      yearState(
        project.id,
        seen(project.id),
        plans.plan?.id ?? '',
        seen(plans.plan?.id ?? ''),
        year.value,
        board.knownAt,
      ),
    basis,
    /** What came for a project and counts for nothing. */
    asideOf: (project: Project) => keptAside(ledgers.known, project.id, board.knownAt),
    /** What accepted or locked the project's last checkpoint; `null` while nothing did. */
    acceptanceOf: (project: Project) =>
      closedBy(project.id, seen(project.id), seen(plans.plan?.id ?? ''), board.knownAt),
    comparedOf: (project: Project) => {
      const own = basis.value
      if (!own) return []
      const others = SCHEMES.filter((scheme) => scheme !== own.scheme)
      return sideBySide(project, counting(project), [
        own,
        ...others.map((scheme) => ({ ...own, scheme })),
      ]).slice(1)
    },
    /** Chooses the scheme the plan is scored by, with its document number and why. */
    choose: ({ id: scheme }: Scheme, document: string, reason: string) =>
      act([
        {
          kind: 'scheme',
          subject: plans.plan?.id ?? '',
          effectiveOn: effectiveOn.value,
          scheme,
          document,
          reason,
        },
      ]),
    /** Takes points off a row, with the reason, in the place of what was taken off before; 0 takes nothing off any more. */
    takeOff: (subject: string, pointsOff: Decimal, reason: string) =>
      act([
        {
          kind: 'score-adjustment',
          subject,
          effectiveOn: effectiveOn.value,
          pointsOff,
          replaces: rowOf(subject)?.deduction?.id ?? null,
          reason,
        },
      ]),
    /** Writes 复评分 of rows, each with its words. */
    reEvaluate: (project: Project, rows: ReEvaluation['rows']) =>
      act([{ kind: 're-evaluation', subject: project.id, effectiveOn: effectiveOn.value, rows }]),
    weigh: (project: Project, weights: Readonly<Record<string, string>>, document: string, reason: string) =>
      act([
        {
          kind: 'weights',
          subject: project.id,
          effectiveOn: effectiveOn.value,
          weights,
          document,
          reason,
        },
      ]),
    summarise: (project: Project, text: string) =>
      act([{ kind: 'summary', subject: project.id, effectiveOn: effectiveOn.value, text }]),
    ...signing(act, slice),
  }
})

/** What an evaluator does with a year as a whole: signs a sheet off, which closes the year, and opens it again with a reason. */
function signing(act: (drafts: readonly Draft[]) => Promise<boolean>, slice: (key: string) => Slice) {
  const plans = usePlan()
  const ledgers = useLedger()
  const author = useAuthor()
  const concernsOf = (sheet: Sheet) =>
    concerns(sheet, slice(sheet.project.id), slice(plans.plan?.id ?? ''), author.actor)
  return {
    concernsOf,
    signOff: async (sheet: Sheet, text: string, words: SignOff['words']) => {
      const covers = signedIds(ledgers.ledger, sheet.project.id, lastDayOfYear(sheet.year))
      const signing = signOffDraft(sheet, concernsOf(sheet), { text, words, covers })
      return signing.kind === 'ready' && (await act([signing.draft]))
    },
    reopen: async (project: Project, reason: string) => {
      const { id: plan = '', year = 0 } = plans.plan ?? {}
      const state = yearState(project.id, slice(project.id), plan, slice(plan), year)
      const draft = state.kind === 'signed-off' ? reopenDraft(state.signOff, reason) : null
      return draft !== null && (await act([draft]))
    },
  }
}
