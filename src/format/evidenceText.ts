import type { Evidence } from '@/domain/ledger/entry'

/** Why a file itself is not kept, as far as words need it. */
export type EvidenceTrouble = { readonly name: string } & (
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'unreadable' | 'empty' | 'known' }
  | { readonly kind: 'not-kept'; readonly failure: { readonly kind: string } }
)

const KILO = 1024

/** A size in bytes as people read it. */
export function sizeText(bytes: number): string {
  if (bytes < KILO) return `${bytes} 字节`
  if (bytes < KILO * KILO) return `${Math.round(bytes / KILO)} KB`
  return `${(bytes / KILO / KILO).toFixed(1)} MB`
}

/** What is known of a file named as evidence, beside its name: size, the beginning of its SHA-256, where it is filed. */
export function evidenceText({ size, sha256, place }: Evidence): string {
  return [
    size === null ? '' : sizeText(size),
    sha256 && `校验码 ${sha256.slice(0, 12)}…`,
    place && `存放于 ${place}`,
  ]
    .filter(Boolean)
    .join('，')
}

/** How many files and how large together. */
export function filesText(files: readonly { readonly size: number | null }[]): string {
  return `${files.length} 份，${sizeText(files.reduce((sum, { size }) => sum + (size ?? 0), 0))}`
}

/** What evidence a file brings: what is new here, and what is left out because it is not what its fingerprint says. */
export function evidenceComingText(coming: {
  readonly evidence: readonly { readonly name: string; readonly bytes: { readonly length: number } }[]
  readonly wrong: readonly string[]
}): string[] {
  const { evidence, wrong } = coming
  return [
    ...(evidence.length > 0
      ? [`带来本机没有的佐证原件 ${filesText(evidence.map(({ bytes }) => ({ size: bytes.length })))}`]
      : []),
    ...(wrong.length > 0
      ? [`${wrong.length} 份佐证与其校验码不符，已被改动或损坏，不会存入：${wrong.join('、')}`]
      : []),
  ]
}

/** Says that a file itself is not kept and what of it is. */
export function evidenceTroubleText(trouble: EvidenceTrouble): string {
  const described = '已登记名称、大小和校验码，原件没有存入本机，请另行归档'
  switch (trouble.kind) {
    case 'unreadable':
      return `${trouble.name} 读不出来，没有登记。请确认文件还在、没有被别的程序占用，再选一次。`
    case 'empty':
      return `${trouble.name} 是空文件（0 字节），没有登记。请确认已下载或扫描完整，再选一次。`
    case 'known':
      return `${trouble.name} 的内容与本格已登记的佐证相同，没有重复登记。`
    case 'too-large':
      return `${trouble.name} 超过 ${sizeText(trouble.limit)}：${described}。`
    case 'not-kept':
      return trouble.failure.kind === 'full'
        ? `本机存储已满，放不下 ${trouble.name}：${described}；清理磁盘后可再选一次补存。`
        : `${trouble.name} 没有存上：${described}；可再选一次补存。`
  }
}
