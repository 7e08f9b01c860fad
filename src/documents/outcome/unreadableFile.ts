/** Why a document file cannot be read at all; the readers say the kind, the screen the words. */
export type UnreadableKind =
  | 'not-a-document'
  | 'old-doc'
  | 'old-xls'
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'unpacks-too-large'
  | 'entities'
  | 'too-many-cells'
  | 'no-table'
  | 'encoding'
