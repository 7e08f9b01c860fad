import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import type { AddressInfo } from 'node:net'

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

const LOGIN = '<!doctype html><title>上网认证</title><h1>上网认证登录</h1><form><input name="user"></form>'

/** A request as the host heard it; `at` in ms of this process. */
export interface Heard {
  readonly path: string
  readonly at: number
}

/** A plain web server of a bureau: shows one folder, can be given another one or pass everything on to a service while pages are open, and can be gone, take what is asked and never answer, or have a network's login answer in its place; the last two for some paths only where asked. It comes back having forgotten what it took, or answers that late. */
export interface StaticHost {
  readonly address: string
  readonly heard: readonly Heard[]
  show(folder: string): void
  /** From now on a service at an address answers in its place; `show` ends what it still has to say. */
  passTo(service: string): void
  goAway(): void
  fallSilent(paths?: RegExp): void
  askForLogin(paths?: RegExp): void
  comeBack(): void
  answerLate(): void
  close(): Promise<void>
}

/** Starts a host on a free port of this machine. */
export async function startHost(first: string): Promise<StaticHost> {
  let folder = first
  let service: string | null = null
  let state: 'well' | 'gone' | 'silent' | 'login' = 'well'
  let troubled = /./
  const heard: Heard[] = []
  const taken: (() => void)[] = []
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
    heard.push({ path, at: Date.now() })
    if (state === 'gone') request.socket.destroy()
    else if (state === 'silent' && troubled.test(path))
      taken.push(() => answer(join(folder, normalize(path)), response))
    else if (state === 'login' && troubled.test(path))
      response.writeHead(200, { 'Content-Type': KINDS['.html'] }).end(LOGIN)
    else if (service !== null) pass(request, service, response)
    else answer(join(folder, normalize(path)), response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    heard,
    show: (next) => {
      if (service !== null) server.closeAllConnections()
      ;[folder, service] = [next, null]
    },
    passTo: (address) => void (service = address),
    goAway: () => void (state = 'gone'),
    fallSilent: (paths = /./) => void ([state, troubled] = ['silent', paths]),
    askForLogin: (paths = /./) => void ([state, troubled] = ['login', paths]),
    comeBack: () => void (state = 'well'),
    answerLate: () => {
      state = 'well'
      for (const late of taken.splice(0)) late()
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

function pass(request: IncomingMessage, service: string, response: ServerResponse): void {
  const { method, headers, url = '/' } = request
  const asked = ask(new URL(url, service), { method, headers, agent: false }, (answered) => {
    response.writeHead(answered.statusCode ?? 502, answered.headers)
    answered.pipe(response)
    answered.on('error', () => response.destroy())
  })
  asked.on('error', () => response.destroy())
  response.on('close', () => asked.destroy())
  request.pipe(asked)
}

function answer(asked: string, response: ServerResponse): void {
  const file = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, 'index.html') : asked
  if (!existsSync(file)) return void response.writeHead(404).end()
  response.writeHead(200, {
    'Content-Type': KINDS[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
  })
  createReadStream(file).pipe(response)
}
