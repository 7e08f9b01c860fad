import type { SourceDocument } from '../../reading/sourceDocument'
import type { Recognition, Stated } from '../draft'
import { recogniseDocument } from '../recogniseDocument'
import { saidDepartment } from './saidDepartment'

const MOST_KEPT = 4

/** One file of a sitting, recognised anew only when something else is stated of it. */
export class FileReading {
  private said: string | null | undefined
  private readonly known = new Map<string, Recognition>()

  constructor(
    readonly name: string,
    readonly document: SourceDocument,
  ) {}

  /** The department in its title or over its tables, for files whose tables state none. */
  get saidDepartment(): string | null {
    if (this.said === undefined) this.said = saidDepartment(this.document)
    return this.said
  }

  recognise(stated: Stated): Recognition {
    const key = JSON.stringify(stated)
    const recognition = this.known.get(key) ?? recogniseDocument(this.document, stated)
    if (this.known.size >= MOST_KEPT)
      for (const old of [...this.known.keys()].slice(1)) this.known.delete(old)
    this.known.set(key, recognition)
    return recognition
  }
}
