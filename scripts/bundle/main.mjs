import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { operatorSentence, run, runBackup, runRestore } from '../../server/main.ts'
import { careAsked, careSentence, OPTION_LINES, serviceAsked, stopWith } from '../serviceArguments.mjs'

const USAGE = `用法：

  ./jixiao run [选项]                        运行服务（Ctrl+C 结束）
  ./jixiao backup [--data 文件夹] [放备份的文件夹]  备份，服务运行时也可以；默认放在 backups/
  ./jixiao restore [--data 空文件夹] 备份文件夹    恢复；先停止服务

${OPTION_LINES}`

/** The folder the bundle was unpacked to: the data lie in it where nothing else is said. */
const home = dirname(dirname(fileURLToPath(import.meta.url)))
const [command, ...args] = process.argv.slice(2)

async function cared(work, otherwise) {
  const { whose, folder, problem } = careAsked(args, home, otherwise)
  if (!whose) stopWith(problem, USAGE)
  try {
    await work(whose, folder)
  } catch (error) {
    console.error(careSentence(error, operatorSentence))
    process.exit(1)
  }
}

if (command === 'run') {
  const { asked, problem } = serviceAsked(args, home, `${home}/pages`)
  if (!asked) stopWith(problem, USAGE)
  await run(asked)
} else if (command === 'backup') await cared(runBackup, 'backups')
else if (command === 'restore') await cared(runRestore)
else stopWith(command === undefined || command === '--help' ? '' : `没有“${command}”这个命令。`, USAGE)
