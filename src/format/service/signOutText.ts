/** What is said before signing out while something has not reached the service, or the service does not answer: how much, and what becomes of it; `null` where all is there. */
export function signOutText({
  name,
  waiting,
  refused,
  away,
}: {
  readonly name: string
  readonly waiting: number
  readonly refused: number
  readonly away: boolean
}): { readonly head: string; readonly next: string } | null {
  const parts = [
    waiting > 0 ? `${waiting} 条没有送到服务器` : '',
    refused > 0 ? `${refused} 条未能同步` : '',
  ].filter(Boolean)
  const kept = `内容保存在这台电脑上，不会丢：退出后不送出，${name} 下次在这台电脑登录后${waiting > 0 ? '自动送出' : '仍可查看和再送'}；别人在这台电脑登录，看不到也送不出。`
  if (parts.length === 0 && !away) return null
  return {
    head: parts.length > 0 ? `还有 ${parts.join('，')}。` : '现在没有连上服务器。',
    next: `${parts.length > 0 ? kept : ''}${away ? LATER : ''}`,
  }
}

const LATER =
  '现在没有连上服务器：这台电脑上立即退出，看不到内容，也不再送出；服务器上的这次登录，到这台电脑下次连上登录页时结束。急着结束的，请在别的电脑登录后在“账户与同步”页结束，或请系统管理员结束。'
