/** How this browser stands to the service, as far as words need it. */
interface Standing {
  readonly state: 'synced' | 'sending' | 'away' | 'full' | 'signed-out'
  readonly waiting: number
  readonly refused: number
}

/** Says in the header whether what was entered has reached the service; `mark` is the shape that goes with it, so that colour is never alone. */
export function syncText({ state, waiting, refused }: Standing): {
  readonly mark: '●' | '◐' | '○' | '▲'
  readonly text: string
} {
  const kept = waiting > 0 ? `，${waiting} 条已保存到本机` : ''
  if (state === 'signed-out') return { mark: '▲', text: `请重新登录${kept}` }
  if (state === 'full') return { mark: '▲', text: `服务器磁盘已满${kept}` }
  if (state === 'away') return { mark: '○', text: `未连上服务器${kept}` }
  if (refused > 0) return { mark: '▲', text: `${refused} 条未能同步` }
  return waiting > 0
    ? { mark: '◐', text: `已保存到本机，正在同步 ${waiting} 条` }
    : { mark: '●', text: '已同步' }
}

/** Says what the state means and what to do, under the header's word. */
export function syncMeaning({ state, waiting, refused }: Standing): string {
  switch (state) {
    case 'signed-out':
      return '登录已结束。已录入的内容都在本机，重新登录后自动送出。'
    case 'away':
      return waiting > 0
        ? '服务器连不上。可以继续录入，内容保存在本机；连上后按先后顺序自动送出。他人的最新填报暂时看不到。'
        : '服务器连不上。屏幕上是最近一次读到的内容；可以继续录入，连上后自动送出。'
    case 'full':
      return '服务器的磁盘已满，暂时不能保存。已录入的内容都在本机，请告诉系统管理员；腾出空间后自动送出。'
    case 'sending':
      return '内容已保存在本机，正在送往服务器。'
    case 'synced':
      return refused > 0 ? '其余内容与服务器一致；未能同步的列在下面。' : '本机与服务器一致。'
  }
}

/** Said over every screen while nobody is signed in any more; `read` is when what is shown was read, where that is known. */
export function signedOutText(read: string | null): string {
  return `登录已结束，所见为${read === null ? '上一次读到' : ` ${read} `}的数据，没有送出的都在本机；`
}

/** Said once a service was found restored from a backup: what was read anew, and what becomes of one's own. */
export const RESTORED =
  '服务器已从备份恢复：本机已重新读取全部台账，恢复后缺少的您自己的记录自动补送；没有采用的，列在“账户与同步”页。'

const WHY_NOT: Readonly<Record<string, string>> = {
  away: '服务器没有答复，请稍后再试。',
  'disk-full': '服务器的磁盘已满，没有办成。请先腾出空间。',
  'signed-out': '登录已结束，请重新登录。',
  'wrong-login-or-password': '登录名或口令不对。',
  'wrong-password': '现在的口令不对。',
  'wrong-code': '一次性代码不对。代码显示在服务器的窗口里；输错五次即作废。',
  'code-over':
    '一次性代码已失效（过了三十分钟、输错了五次，或已经用过）。请在服务器上重新启动服务，窗口里会显示新的代码。',
  'not-first': '已经有系统管理员。请刷新页面后登录。',
  'not-this-machine': '只能在运行服务的这台电脑上设立系统管理员。请在那台电脑上打开本机地址。',
  'wrong-shape': '填写不合要求：登录名用小写字母、数字、点、横线，2 至 40 位；口令至少 10 位。',
  'unknown-grant': '授权所写的绩效目标表或项目，服务器上没有，账户没有变动。请从列表中另选。',
  'folder-closed': '服务器写不进备份文件夹，没有备份。请在服务器上检查数据文件夹里 backups 的权限。',
  'folder-full': '服务器放备份的磁盘已满，没有备份。请先腾出空间。',
  'no-folder': '这个服务没有放备份的文件夹。请在服务器上用 npm run backup 备份。',
  unavailable: '服务器的数据库暂时连不上，请稍后再试。',
  stopping: '服务器正在停止，请稍后再试。',
  'unknown-session': '这次登录已经结束。',
  'other-site': '请求不是从本页发出的，服务器没有办理。请从服务器的地址打开本页再试。',
  taken: '姓名或登录名已有人使用（空格、全角半角和大小写不算区别）。两人同名的，请在姓名后加以区分。',
  'just-backed-up': '刚刚备份过，请过几秒再试。',
  'last-administrator': '至少要留一位系统管理员。',
  'not-administrator': '此项由系统管理员办理。',
}

/** Says why the service did not do what was asked of it about people. */
export function whyNotText({
  why,
  seconds,
}: {
  readonly why: string
  readonly seconds: number | null
}): string {
  if (why === 'slowed') return `试的次数过多，请 ${seconds ?? 60} 秒后再试。`
  return WHY_NOT[why] ?? '没有办成，请稍后再试。'
}

/** Why a new password cannot be; empty where it can. */
export function passwordFault(next: string, repeated: string): string {
  if (next.length < 10) return '口令至少 10 位。'
  return next === repeated ? '' : '两次输入的口令不一样。'
}
