import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { buildService } from '../built.mjs'

/** Runs a command that starts a service, and waits until it says where it is; throws with what it said where it ends before. */
export async function running(command, args, env = process.env) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [output, log] = ['', '']
  child.stderr.on('data', (chunk) => (log += chunk))
  await new Promise((ready, failed) => {
    child.stdout.on('data', (chunk) => {
      output += chunk
      if (output.includes('Ctrl+C')) ready()
    })
    child.on('error', failed)
    child.on('exit', () => failed(new Error(`the service ended: ${output}${log}`)))
  })
  return {
    child,
    address: /http:\/\/[^/\s]+(?=\/)/.exec(output)?.[0] ?? '',
    code: /^ {2}((?:\w{4}-){4}\w{4})$/m.exec(output)?.[1] ?? '',
    /** The databases it has started or taken over, as its log says, the last one last. */
    databases: () =>
      [...log.matchAll(/"event":"database-(?:started|adopted)","pid":(\d+),"port":(\d+)/g)].map(
        ([, pid, port]) => ({ pid: Number(pid), port: Number(port) }),
      ),
    /** Tells it to stop, and resolves to its status when it has. */
    stop() {
      if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
      const ended = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** The service of this tree in a process of its own, on loopback, on a data folder or the database of an address; serves the built pages of a folder where one is named. */
export async function started(data, { database = null, pages = null } = {}) {
  const asked = {
    data,
    database,
    host: '127.0.0.1',
    port: 0,
    pages,
    tls: null,
    behindProxy: false,
    user: null,
  }
  const bundle = pathToFileURL(await buildService()).href
  const code = `import(${JSON.stringify(bundle)}).then(({ run }) => run(${JSON.stringify(asked)}))`
  return running(process.execPath, ['-e', code])
}
