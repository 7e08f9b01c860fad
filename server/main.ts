import { networkInterfaces } from 'node:os'
import { machineClock } from './clock'
import { lineLog, type Log } from './log'
import { eventSentence, operatorSentence } from './operatorWords'
import { startService, type Options } from './start'

export { runBackup, runRestore } from './care/commands'
export { operatorSentence } from './operatorWords'

/** What the command gives: everything but the log and what happens when the data are lost. */
export type Asked = Omit<Options, 'log' | 'lost' | 'clock'>

/** Runs a service until it is told to stop (SIGINT, SIGTERM), and says on the console where it is. Log lines go to stderr. */
export async function run(asked: Asked): Promise<void> {
  const write = lineLog(
    (line) => process.stderr.write(line),
    () => machineClock.now(),
  )
  const log: Log = (event, cells) => {
    write(event, cells)
    const said = eventSentence(event)
    if (said !== null) console.error(said)
  }
  try {
    const service = await startService({
      ...asked,
      log,
      lost: () => {
        console.error('数据已由另一个服务接管，本服务停止，以免两处同时写入。')
        process.exit(1)
      },
    })
    console.log(welcome(service.address, service.port, asked, service.code))
    let stopping = false
    const stop = () => {
      if (stopping) process.exit(1)
      stopping = true
      console.log('正在停止…')
      void service.stop().then(() => process.exit(0))
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  } catch (error) {
    console.error(`服务没有启动。${operatorSentence(error)}`)
    process.exit(1)
  }
}

function welcome(address: string, port: number, { host, tls }: Asked, code: string | null): string {
  const scheme = tls ? 'https' : 'http'
  const others =
    host === '0.0.0.0'
      ? lanAddresses().map((lan) => `  ${scheme}://${lan}:${port}/          局域网内其他电脑`)
      : []
  const lines = [
    '',
    '绩效看板（多人共享）已运行，请在浏览器打开：',
    '',
    `  ${address}          本机`,
    ...others,
    '',
  ]
  if (code !== null)
    lines.push(
      '还没有系统管理员。请在本机浏览器打开上面的本机地址，用这个一次性代码设立（30 分钟内有效）：',
      '',
      `  ${code}`,
      '',
    )
  if (host === '0.0.0.0' && !tls)
    lines.push('注意：没有启用加密（--tls 证书 私钥），口令会在网络上明文传送。', '')
  return [...lines, '按 Ctrl+C 结束。'].join('\n')
}

function lanAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).flatMap(({ family, internal, address }) => (family === 'IPv4' && !internal ? address : [])),
  )
}
