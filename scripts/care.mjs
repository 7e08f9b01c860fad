import { pathToFileURL } from 'node:url'
import { buildService } from './built.mjs'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'
import { careAsked, careSentence, stopWith } from './serviceArguments.mjs'

/** Runs a command that cares for the service's data: `name` of the bundle, on the data of the arguments and a folder. */
export async function care(name, usage, otherwise) {
  requireNode()
  const { whose, folder, problem } = careAsked(process.argv.slice(2), root, otherwise)
  if (!whose) stopWith(problem, usage)
  installPackages()
  const bundle = await import(pathToFileURL(await buildService()).href)
  try {
    await bundle[name](whose, folder)
  } catch (error) {
    console.error(careSentence(error, bundle.operatorSentence))
    process.exit(1)
  }
}
