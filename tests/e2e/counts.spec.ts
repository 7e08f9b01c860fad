import { expect, open, test } from './board'

const SCREENS = [
  ['#/', 'overview'],
  ['#/?demo&asOf=2020-03-31', 'overview'],
  ['#/?demo&asOf=2020-06-30', 'overview'],
  ['#/?demo&asOf=2020-10-31', 'overview'],
  ['#/project/5?demo&asOf=2020-10-31', 'project'],
  ['#/project/4?demo&asOf=2020-06-30', 'project'],
  ['#/round?demo&asOf=2020-10-31', 'round'],
  ['#/monitor?demo&asOf=2020-06-30', 'monitor'],
  ['#/monitor?demo&asOf=2020-10-31', 'monitor'],
  ['#/evaluation?demo', 'evaluation'],
  ['#/ledger?demo', 'ledger'],
  ['#/department?demo', 'department'],
  ['#/checks?demo', 'checks'],
] as const

for (const [path, screen] of SCREENS)
  test(`${path}: every link that counts opens just the rows it counts, and all of them again`, async ({
    page,
  }) => {
    await open(page, path, screen)
    const ways = page.locator('main a[href*="show="]').filter({ hasText: /\d/ })
    await expect(page.locator('h1 a[href*="show="]').first()).toBeVisible()
    const found = await ways.evaluateAll((links) =>
      links.map((link) => ({
        href: link.getAttribute('href') ?? '',
        text: link.textContent ?? '',
      })),
    )
    expect(found.length).toBeGreaterThan(0)
    for (const { href, text } of found) {
      const count = Number(/\d+(?!.*\d)/.exec(text.replace(/\/\d+/, ''))?.[0])
      await page.goto(`/${href}`)
      const rows = page.locator(
        '[data-listing] :is([data-row], [data-project], [data-entry], [data-position])',
      )
      await expect(rows, `${text} ${href}`).toHaveCount(count)
    }
  })

test('a count of 监控 opens its list in sight on a phone, and the way back shows all projects', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '#/monitor?demo&asOf=2020-10-31', 'monitor')
  await page.locator('h1').getByRole('link', { name: '14' }).click()
  await expect(page.getByRole('heading', { name: /未填报指标 14 项/ })).toBeInViewport()
  await page.getByRole('link', { name: '看各项目' }).click()
  await expect(page.getByRole('heading', { name: /各项目双监控/ })).toBeVisible()
})

test('another screen lists everything, whatever this one listed', async ({ page }) => {
  await open(page, '#/?demo&asOf=2020-10-31&show=missed', 'overview')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '审核' }).click()
  await expect(page).not.toHaveURL(/show=/)
})

test('the row looked at has its curve, by pointer and by keys; nothing moves, and the department’s comes back', async ({
  page,
}) => {
  await open(page, '#/?demo&asOf=2020-10-31', 'overview')
  const rows = page.getByRole('table').locator('tbody [data-project]')
  await expect(rows).toHaveCount(6)
  const curve = page.locator('section.curve')
  await expect(curve.locator('svg').last()).toBeVisible()
  await expect(curve.locator('h2')).toContainText('累计支出与计划')
  const places = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.evidence > *, tbody [data-project], .curve header > *')].map((part) => {
        const { top, left, width, height } = part.getBoundingClientRect()
        return [top + scrollY, left, width, height].map(Math.round)
      }),
    )
  const before = await places()
  await rows.filter({ hasText: '港诚' }).hover()
  await expect(curve.locator('h2')).toContainText('港诚人力资源招聘人员费用')
  await expect(curve.locator('.chart svg')).toContainText('预算 1,078.41')
  expect(await places()).toEqual(before)
  await page.locator('h1').hover()
  await expect(curve.locator('.chart svg')).toContainText('预算 6,580.51')
  await page.getByRole('link', { name: '办公楼修缮' }).last().focus()
  await expect(curve.locator('.chart svg')).toContainText('预算 80.00')
  expect(await places()).toEqual(before)
})

test('no figure of 差在哪里 lies on another, and the plan is said to be 10月底 on a day after it', async ({
  page,
}) => {
  for (const asOf of ['2020-06-30', '2020-10-31', '2020-11-30', '2020-12-31']) {
    await open(page, `#/?demo&asOf=${asOf}`, 'overview')
    const end = page.locator('.gap .row').last()
    await expect(end.locator('text')).toBeVisible()
    const [sum, actual] = await Promise.all([
      end.locator('text').boundingBox(),
      end.locator('b.number').boundingBox(),
    ])
    expect((sum?.x ?? 0) + (sum?.width ?? 0), asOf).toBeLessThanOrEqual(actual?.x ?? 0)
  }
  await open(page, '#/?demo&asOf=2020-11-30', 'overview')
  await expect(page.locator('h1')).toContainText('高于10月底计划 80.01%')
  await expect(page.locator('#gap-heading')).toContainText('实支减10月底应支')
  await expect(page.locator('td.rate').first(), '469 × 80% of the 457 of the day').toContainText(
    '10月底 82.1%',
  )
})

test('on a phone the header needs no line for one word, and no line of 会议模式 begins with a mark', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '#/meeting/2?demo&asOf=2020-10-31', 'meeting')
  const orphans = await page.locator('.sentence').evaluate((sentence) => {
    const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT)
    const lines = new Map<number, { left: number; char: string }>()
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      [...(node.textContent ?? '')].forEach((char, index) => {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + 1)
        const box = range.getBoundingClientRect()
        const line = Math.round(box.bottom / 12)
        if (char.trim() && box.left < (lines.get(line)?.left ?? Infinity))
          lines.set(line, { left: box.left, char })
      })
    return [...lines.values()].map(({ char }) => char).filter((char) => '，。；：、）'.includes(char))
  })
  expect(orphans).toEqual([])
  await open(page, '#/?demo&asOf=2020-10-31', 'overview')
  const middles = await page.locator('header.head :is(.brand, .tool)').evaluateAll((parts) =>
    parts.map((part) => {
      const { top, bottom } = part.getBoundingClientRect()
      return (top + bottom) / 2
    }),
  )
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(8)
})

test('会议模式 printed from a page without a curve has every curve', async ({ page }) => {
  await open(page, '#/meeting/1?demo&asOf=2020-10-31', 'meeting')
  await expect(page.locator('section.curve')).toHaveCount(0)
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const drawn = () =>
    page.locator('section.curve').evaluateAll((curves) =>
      curves.map((curve) => ({
        budget: /预算 [\d,.]+/.test(curve.querySelector('.chart svg')?.textContent ?? ''),
        tall: (curve.querySelector('.chart svg')?.getBoundingClientRect().height ?? 0) > 100,
      })),
    )
  expect(await drawn()).toEqual(Array.from({ length: 5 }, () => ({ budget: true, tall: true })))
})

test('with a thousand projects no list of names becomes a wall', async ({ page }) => {
  await page.route('**/data/2020-323002.json', async (route) => {
    const plan = (await (await route.fetch()).json()) as {
      projects: { id: string; name: string; code: string; indicators: { id: string }[] }[]
    }
    const six = plan.projects
    plan.projects = Array.from({ length: 1000 }, (_, index) => {
      if (index < six.length) return six[index]!
      const project = structuredClone(six[index % six.length]!)
      project.id = `2020-323002/${index + 1}`
      project.name = `${project.name}（第${index + 1}号）`
      project.code = `X-${index + 1}`
      project.indicators.forEach((own, place) => (own.id = `${project.id}/${place + 1}`))
      return project
    })
    await route.fulfill({ json: plan })
  })
  for (const [path, screen] of [
    ['#/?demo&asOf=2020-10-31', 'overview'],
    ['#/entries/10?demo&asOf=2020-10-31', 'entries'],
    ['#/evaluation?demo', 'evaluation'],
    ['#/monitor?demo&asOf=2020-10-31', 'monitor'],
    ['#/round?demo&asOf=2020-10-31', 'round'],
  ] as const) {
    await open(page, path, screen)
    const longest = await page
      .locator('main :is(p, span, li, td)')
      .evaluateAll((parts) =>
        Math.max(
          ...parts.map((part) =>
            [...part.childNodes]
              .filter((node) => node.nodeType === Node.TEXT_NODE)
              .reduce((sum, node) => sum + (node.textContent ?? '').trim().length, 0),
          ),
        ),
      )
    expect(longest, path).toBeLessThan(500)
  }
})
