/** Made once: making one costs more than all the formatting of a screen. */
const RECORDED = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
})

/** A moment of recording as local date and time. */
export function recordedText(moment: string): string {
  return RECORDED.format(Date.parse(moment))
}
