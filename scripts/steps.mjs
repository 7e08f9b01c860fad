import { spawn } from 'node:child_process'
import { root } from './root.mjs'

/** Runs one step quietly; its output is shown only when it fails. Resolves to whether it passed. */
export function step(name, command, args, env = {}) {
  const started = performance.now()
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`${code === 0 ? '✓' : '✗'} ${name}  ${seconds} s`)
      if (code !== 0) console.log(output.trimEnd())
      resolve(code === 0)
    })
  })
}

/** Runs a package's program through this Node, wherever the platform keeps it. */
export function program(name, file, args, env) {
  return step(name, process.execPath, [`${root}/node_modules/${file}`, ...args], env)
}
