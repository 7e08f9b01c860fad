/** How much of a file a reader takes before it answers with a kind; data, so that tests and the server may set others. */
export interface ReadingLimits {
  /** Bytes of the file as it lies on disk. */
  readonly fileBytes: number
  /** Files of one sitting, and the bytes of all of them. */
  readonly files: number
  readonly sittingBytes: number
  /** Characters of a pasted page, markup and all. */
  readonly pageCharacters: number
  /** Parts of a package, and the bytes one part and all parts together unpack to. */
  readonly parts: number
  readonly partBytes: number
  readonly allBytes: number
  /** Unpacked to packed bytes of a part; judged only above `ratioFrom` unpacked bytes, for a small part cannot do harm. */
  readonly ratio: number
  readonly ratioFrom: number
  /** Characters kept of the whole document. */
  readonly characters: number
  /** Places of all tables together, those under a merged cell included; rows and columns of one table. */
  readonly cells: number
  readonly rows: number
  readonly columns: number
  /** Tables inside tables; a deeper one gives its lines to the cell around it. */
  readonly depth: number
}

/** The limits of the product (D): a province's 1,000 tables in one document fit several times, a bomb does not. */
export const READING_LIMITS: ReadingLimits = {
  fileBytes: 64_000_000,
  files: 300,
  sittingBytes: 256_000_000,
  pageCharacters: 16_000_000,
  parts: 10_000,
  partBytes: 128_000_000,
  allBytes: 512_000_000,
  ratio: 400,
  ratioFrom: 16_000_000,
  characters: 20_000_000,
  cells: 500_000,
  rows: 2_000,
  columns: 512,
  depth: 8,
}
