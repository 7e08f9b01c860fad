/** Inputs of any size by reader: what is published, and what is made to be slow; `make` gives one of about so many characters. */
export const INPUTS: readonly {
  readonly reader: string
  readonly kind: string
  readonly make: (size: number) => string | Uint8Array<ArrayBuffer>
}[]
