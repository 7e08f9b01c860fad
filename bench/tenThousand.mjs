/** How many entries a long year has. */
export const ENTRIES = 10_000

/** Puts valid entries straight into the page's database, as an earlier year of work would have. */
export async function seed(page) {
  await page.evaluate(async (count) => {
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open('jixiao-board')
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error))
    })
    const transaction = database.transaction('entries', 'readwrite')
    for (let at = 0; at < count; at += 1) {
      const tail = String(at).padStart(12, '0')
      const month = String(1 + ((at * 7) % 12)).padStart(2, '0')
      transaction.objectStore('entries').add({
        id: `01700000-0000-7000-8000-${tail}`,
        schema: 1,
        plan: '2020-323002',
        kind: 'payment',
        subject: `2020-323002/${1 + (at % 6)}`,
        effectiveOn: `2020-${month}-${String(1 + ((at * 11) % 28)).padStart(2, '0')}`,
        recordedAt: new Date(Date.UTC(2020, 11, 1) + at * 1000).toISOString(),
        author: '王芳',
        amount: '1000.55',
        memo: '',
        voucher: '',
        stated: null,
      })
    }
    await new Promise((resolve) => transaction.addEventListener('complete', resolve))
    database.close()
  }, ENTRIES)
}
