import type { ChildProcess } from 'node:child_process'

/** A service in a process of its own: where it is (without a slash at the end), its one-time code while it has no account, the databases it started or took over. */
export interface RunningService {
  readonly child: ChildProcess
  readonly address: string
  readonly code: string
  databases(): { readonly pid: number; readonly port: number }[]
  stop(): Promise<number | null>
}

/** Starts the service of this tree on a data folder and waits until it says where it is. */
export function started(
  data: string,
  more?: { readonly database?: string | null; readonly pages?: string | null },
): Promise<RunningService>
