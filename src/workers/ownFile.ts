/** What every page of ours says of itself. */
const NAME = '绩效看板'

/**
 * Whether what came for a file of the program can be that file. A network's login answers everything with a page of its own: kept in the place
 * of a script it would stand there until the next version.
 */
export async function isOwnFile(address: string, answer: Response): Promise<boolean> {
  if (answer.status !== 200 || answer.redirected) return false
  const isPage = new URL(address).pathname.endsWith('.html')
  const saysPage = (answer.headers.get('content-type') ?? '').startsWith('text/html')
  return isPage ? (await answer.clone().text()).includes(NAME) : !saysPage
}
