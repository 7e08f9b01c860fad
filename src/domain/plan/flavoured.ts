declare const flavour: unique symbol

/** A type of one meaning: a plain value of `T` becomes one, a value of another meaning does not compile. It costs nothing at run time. */
export type Flavoured<T, Meaning extends string> = T & { readonly [flavour]?: Meaning }
