import { useDelivery } from '@/stores/delivery'
import { useTyped } from '@/stores/desk/typed'
import { useLedger } from '@/stores/ledger'
import { useRenewal } from '@/stores/renewal'
import { ahead } from './hearMissing'
import { beingTyped, unfinished } from './unfinished'

type Load = () => Promise<unknown>

/** Where the screens are, and every one of them. */
const SCREENS: Record<string, Load> = import.meta.glob([
  '@/screens.ts',
  '@/views/*/*View.vue',
  '!@/views/{overview,service}/*View.vue',
])

/** What screens load when it is first asked for: panels, charts, what writes and reads files, the pages of 帮助. */
const LATER: Record<string, Load> = import.meta.glob([
  '@/components/{WhyPanel,PictureButtons}.vue',
  '@/components/lists/ShownTable.vue',
  '@/components/{MoreRows,DayField}.vue',
  '@/charts/{SpendingChart,LiveCurve,CurveReader}.vue',
  '@/charts/{picture,palette}.ts',
  '@/views/overview/*Part.vue',
  '@/views/shell/{PlanTrouble,PlanChooser,RenewalLine,UnkeptNotice}.vue',
  '@/views/head/{CrossedPart,LedgerNoticePart,SearchPart}.vue',
  '@/views/shell/comparison.ts',
  '@/views/shell/pictures.ts',
  '@/format/derivation.ts',
  '@/storage/{memoryStorage,records,typedMirror,ownTab,diskProbe,fileDigest,evidenceShelf}.ts',
  '@/documents/entries/sampleFile.ts',
  '@/documents/forms/{formDocument,formSheet,reportDocument}.ts',
  '@/documents/workbook/{readBook,template,writeBook}.ts',
  '/docs/guide/*.md',
])

/** Keeps the whole board in this browser by a service worker, in whose new version a page goes over where nothing is lost by it and nobody types who has not asked for it; where there can be none (plain http in a bureau's network), fetches every screen into this page. */
export async function keepBoard(): Promise<void> {
  const kept = await useRenewal().begin(async (asked) => {
    if ((asked || !beingTyped()) && !(await wouldLose()) && wouldLeave() === 0 && !inTrouble())
      location.reload()
  })
  if (!kept) await fetchAhead()
}

/** While the storage is in trouble the page is never loaded anew unasked: what it says it holds may not outlive the page. What a newer version has taken over is well kept. */
function inTrouble(): boolean {
  const { failure } = useLedger()
  return failure !== null && failure.kind !== 'newer'
}

/** Whether loading the page anew would lose something: half-written, or not durable as the storage itself says now. */
export async function wouldLose(): Promise<boolean> {
  const ledgers = useLedger()
  await ledgers.recount()
  return unfinished() || ledgers.onlyHere() > 0 || useTyped().unkept > 0
}

/** How many half-written texts the page of another kind of host would not show; they are kept with this one's. */
export function wouldLeave(): number {
  return useDelivery().crossed === null ? 0 : useTyped().waiting()
}

/** One after another while nothing else is to do, however long each takes; stops at the first that cannot be had: it is fetched when asked for. */
async function fetchAhead(): Promise<void> {
  for (const load of [...Object.values(SCREENS), ...Object.values(LATER)]) {
    await idle()
    if (!(await ahead(load))) return
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 2_000 })
    else setTimeout(resolve, 50)
  })
}
