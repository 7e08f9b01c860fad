interface Branch<V> {
  readonly bits: number
  readonly children: readonly Node<V>[]
}

/** A leaf holds the keys of one hash, a branch the next five bits of it. */
type Node<V> = { readonly hash: number; readonly pairs: readonly (readonly [string, V])[] } | Branch<V>

const STEP = 5
const MASK = 31
const HASH_BITS = 30
const FEW = 4

function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

function bitOf(hash: number, depth: number): number {
  return 1 << ((hash >>> (depth * STEP)) & MASK)
}

function placeOf(bits: number, bit: number): number {
  let below = bits & (bit - 1)
  let count = 0
  for (; below !== 0; below &= below - 1) count += 1
  return count
}

function childAt<V>({ bits, children }: Branch<V>, bit: number): Node<V> | null {
  return (bits & bit) === 0 ? null : (children[placeOf(bits, bit)] ?? null)
}

function found<V>(node: Node<V> | null, key: string, from: number): V | undefined {
  const hash = hashOf(key)
  let here = node
  for (let depth = from; here !== null && 'children' in here; depth += 1)
    here = childAt(here, bitOf(hash, depth))
  return here?.hash === hash ? here.pairs.find(([own]) => own === key)?.[1] : undefined
}

function branch<V>(children: readonly Node<V>[], bits: number): Node<V> {
  return { bits, children }
}

function withPair<V>(node: Node<V> | null, hash: number, pair: readonly [string, V], depth: number): Node<V> {
  if (node === null) return { hash, pairs: [pair] }
  if ('pairs' in node) {
    if (node.hash === hash) return { hash, pairs: [...node.pairs.filter(([key]) => key !== pair[0]), pair] }
    return withPair(branch([node], bitOf(node.hash, depth)), hash, pair, depth)
  }
  const bit = bitOf(hash, depth)
  const place = placeOf(node.bits, bit)
  const there = (node.bits & bit) !== 0
  const child = withPair(childAt(node, bit), hash, pair, depth + 1)
  const children = [...node.children]
  children.splice(place, there ? 1 : 0, child)
  return branch(children, node.bits | bit)
}

interface Hashed<V> {
  readonly hash: number
  readonly pair: readonly [string, V]
}

/** Puts many pairs in at once, so that each branch is made anew once and not once a pair. */
function withPairs<V>(node: Node<V> | null, pairs: readonly Hashed<V>[], depth: number): Node<V> {
  const [first] = pairs
  if (!first || pairs.length < FEW || depth * STEP >= HASH_BITS)
    return pairs.reduce<Node<V> | null>(
      (made, { hash, pair }) => withPair(made, hash, pair, depth),
      node,
    ) as Node<V>
  const here: Branch<V> =
    node === null
      ? { bits: 0, children: [] }
      : 'pairs' in node
        ? { bits: bitOf(node.hash, depth), children: [node] }
        : node
  const groups = new Map<number, Hashed<V>[]>()
  for (const one of pairs) {
    const bit = bitOf(one.hash, depth)
    const group = groups.get(bit)
    if (group) group.push(one)
    else groups.set(bit, [one])
  }
  let { bits } = here
  for (const bit of groups.keys()) bits |= bit
  const children: Node<V>[] = []
  for (let left = bits; left !== 0; left &= left - 1) {
    const bit = left & -left
    const group = groups.get(bit)
    const child = childAt(here, bit)
    children.push(group ? withPairs(child, group, depth + 1) : (child as Node<V>))
  }
  return branch(children, bits)
}

function* pairsOf<V>(node: Node<V> | null): Generator<readonly [string, V]> {
  if (node === null) return
  if ('pairs' in node) yield* node.pairs
  else for (const child of node.children) yield* pairsOf(child)
}

function* changes<V>(before: Node<V> | null, after: Node<V> | null, depth: number): Generator<string> {
  if (before === after) return
  if (before === null || after === null || 'pairs' in before || 'pairs' in after) {
    for (const [key, value] of pairsOf(after)) if (found(before, key, depth) !== value) yield key
    for (const [key] of pairsOf(before)) if (found(after, key, depth) === undefined) yield key
    return
  }
  for (let left = before.bits | after.bits; left !== 0; left &= left - 1) {
    const bit = left & -left
    yield* changes(childAt(before, bit), childAt(after, bit), depth + 1)
  }
}

/** A map that is never changed: `with` makes another that shares all but the path to one key, so that one more costs the same in a map of any size. */
export class SharedMap<V> {
  readonly size: number
  readonly #root: Node<V> | null

  private constructor(root: Node<V> | null, size: number) {
    this.#root = root
    this.size = size
  }

  static empty<V>(): SharedMap<V> {
    return new SharedMap<V>(null, 0)
  }

  get(key: string): V | undefined {
    return found(this.#root, key, 0)
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  with(key: string, value: V): SharedMap<V> {
    const root = withPair(this.#root, hashOf(key), [key, value], 0)
    return new SharedMap(root, this.size + (this.has(key) ? 0 : 1))
  }

  /** As `with` for each of many pairs, in their order. */
  withAll(pairs: readonly (readonly [string, V])[]): SharedMap<V> {
    const last = [...new Map(pairs)]
    if (last.length === 0) return this
    const root = withPairs(
      this.#root,
      last.map((pair) => ({ hash: hashOf(pair[0]), pair })),
      0,
    )
    return new SharedMap(root, this.size + last.filter(([key]) => !this.has(key)).length)
  }

  [Symbol.iterator](): Iterator<readonly [string, V]> {
    return pairsOf(this.#root)
  }

  *keys(): Generator<string> {
    for (const [key] of this) yield key
  }

  *values(): Generator<V> {
    for (const [, value] of this) yield value
  }

  /** The keys whose value is not the same object as in another map, those that only one of the two has among them; what both share is not looked at. */
  changedSince(before: SharedMap<V>): string[] {
    return [...changes(before.#root, this.#root, 0)]
  }
}
