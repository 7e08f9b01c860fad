import type { Entry } from '@/domain/ledger/entry'
import type { World } from '@/storage/world'

/** The entries of the demonstration of a plan; `null` where its file cannot be had or read. */
export async function readSample(world: World, plan: string): Promise<readonly Entry[] | null> {
  const [file, { decodeSample }] = await Promise.all([
    world.fetchDataFile(`${plan}.demo.json`),
    import('@/documents/entries/sampleFile'),
  ])
  const decoded = file.kind === 'text' ? decodeSample(file.text) : null
  return decoded && decoded.issues.length === 0 ? decoded.entries : null
}
