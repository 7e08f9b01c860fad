/** Why a document file cannot be read at all; the readers say the kind, the screen the words. */
export type UnreadableKind =
  | ForeignKind
  | TablelessKind
  | 'not-a-document'
  | 'encrypted'
  | 'empty'
  | 'damaged'
  | 'too-deep'
  | 'too-large'
  | 'unpacks-too-large'
  | 'entities'
  | 'too-many-cells'
  | 'encoding'

/** A file of a kind that is not read, told by its content, whatever it is called. */
export type ForeignKind =
  | 'pdf'
  | 'ofd'
  | 'open-text'
  | 'open-sheet'
  | 'open-other'
  | 'old-doc'
  | 'old-xls'
  | 'slides'
  | 'binary-sheet'
  | 'office-xml'
  | 'rtf'
  | 'mht'
  | 'picture'
  | 'archive'

/** A file that can be read but holds no table: what stands in its place. */
export type TablelessKind =
  | 'no-table'
  | 'pictures-only'
  | 'attachment-elsewhere'
  | 'frameset'
  | 'lost-columns'
  | 'lost-cells'
  | 'lost-merges-bars'
  | 'lost-merges-commas'

/** Why a file could not be read at all, as a kind. `where` names the part, the files inside an archive, or the file that has the table, when one is known. */
export interface UnreadableFile {
  readonly kind: UnreadableKind
  readonly where: string | null
}
