/** One thing to look at before a document is taken: where, what, the source text, and the project (from 0) it is about. */
export interface DocumentRemark {
  readonly where: string
  readonly what: string
  readonly source: string | null
  readonly project: number | null
}

/** One value of a project beside the place it was read from. */
export interface TracedValue {
  readonly path: string
  readonly name: string
  readonly value: string | null
  readonly place: { readonly table: number; readonly row: number; readonly column: number } | null
}

/** A cell of a source table as it is drawn: where it begins, how far it is merged, its text. */
export interface DrawnCell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly text: string
}

/** A project's values in groups, and the tables they were read from. */
export interface TracedProject {
  readonly name: string
  readonly groups: readonly { readonly heading: string; readonly values: readonly TracedValue[] }[]
  readonly tables: readonly {
    readonly position: number
    readonly heading: string
    readonly rows: readonly (readonly DrawnCell[])[]
  }[]
}
