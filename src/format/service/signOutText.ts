/** What is said before signing out while something has not reached the service: how much, and what becomes of it; `null` where all is there. */
export function signOutText({
  name,
  waiting,
  refused,
}: {
  readonly name: string
  readonly waiting: number
  readonly refused: number
}): { readonly head: string; readonly next: string } | null {
  const parts = [
    waiting > 0 ? `${waiting} 条没有送到服务器` : '',
    refused > 0 ? `${refused} 条未能同步` : '',
  ].filter(Boolean)
  if (parts.length === 0) return null
  return {
    head: `还有 ${parts.join('，')}。`,
    next: `内容保存在这台电脑上，不会丢：退出后不送出，${name} 下次在这台电脑登录后${waiting > 0 ? '自动送出' : '仍可查看和再送'}；别人在这台电脑登录，看不到也送不出。`,
  }
}
