#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { WebSocket, WebSocketServer } from 'ws'

const UNKNOWN_TO_FIREFOX = new Set(['emulation.setMediaFeaturesOverride'])
const LISTENING = /WebDriver BiDi listening on (ws:\/\/\S+)/

const firefox = spawn(process.env.FIREFOX_PATH, process.argv.slice(2), {
  stdio: ['inherit', 'inherit', 'pipe'],
})
firefox.on('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => firefox.kill(signal))

/** A download that a page makes itself has no navigation in Firefox, and Playwright knows downloads by theirs: it is given one by its address. */
function named(text) {
  if (!text.includes('"browsingContext.download')) return text
  const { params, ...event } = JSON.parse(text)
  return JSON.stringify({ ...event, params: { ...params, navigation: params.navigation ?? params.url } })
}

/**
 * Stands between Playwright and Firefox: Playwright sets media features at every context, which Firefox does not know yet; that one command is answered
 * here, all others pass.
 */
function stand(address) {
  const gate = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  gate.on('listening', () => {
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${gate.address().port}\n`)
  })
  gate.on('connection', (client, { url }) => {
    const browser = new WebSocket(`${address}${url}`)
    const waiting = []
    const pass = (text) => (browser.readyState === WebSocket.OPEN ? browser.send(text) : waiting.push(text))
    browser.on('open', () => waiting.splice(0).forEach(pass))
    browser.on('message', (data) => client.send(named(String(data))))
    browser.on('close', () => client.close())
    client.on('close', () => browser.close())
    client.on('message', (data) => {
      const text = String(data)
      const { id, method } = JSON.parse(text)
      if (!UNKNOWN_TO_FIREFOX.has(method)) pass(text)
      else client.send(JSON.stringify({ type: 'success', id, result: {} }))
    })
  })
}

createInterface({ input: firefox.stderr }).on('line', (line) => {
  const address = LISTENING.exec(line)?.[1]
  if (address) stand(address)
  else process.stderr.write(`${line}\n`)
})
