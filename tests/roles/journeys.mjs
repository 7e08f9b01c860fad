import assert from 'node:assert/strict'

const SCREENS = [
  ['#/?demo&asOf=2020-10-31', 'overview'],
  ['#/project/2?demo&asOf=2020-10-31', 'project'],
  ['#/monitor?demo&asOf=2020-10-31', 'monitor'],
  ['#/report/monitor?demo&asOf=2020-10-31', 'report'],
  ['#/meeting?demo&asOf=2020-10-31', 'meeting'],
  ['#/ledger?demo', 'ledger'],
  ['#/exchange?demo', 'exchange'],
  ['#/plans', 'plans'],
  ['#/import', 'import'],
  ['#/checks?demo', 'checks'],
  ['#/department?demo&asOf=2020-10-31', 'department'],
]

/**
 * The journeys of the three roles, by name, for any engine. `hand` does in a browser what a person does, each act once the thing is there:
 * `goTo(path)`, `reload()`, `see(selector)`, `fill(selector, text)`, `click(selector)`, `press(name of a button)`, `type(keys)`, `enter()`, `until(what the page says,
 * given as the text of an expression)`, `read(the text of an expression)`.
 */
export function journeys(hand) {
  const says = (words) => hand.until(`document.body.textContent.includes(${JSON.stringify(words)})`)
  const open = async (path, screen) => {
    await hand.goTo(path)
    await hand.see(`[data-screen="${screen}"]`)
  }
  const as = async (name, role) => {
    await hand.fill('.who input', name)
    await hand.fill('.who select', role)
  }

  return {
    '项目负责人 enters, finds it again after loading anew, and submits; 分管领导 accepts': async () => {
      await open('#/entry/3?asOf=2020-06-30', 'entry')
      await as('王芳', 'manager')
      await hand.click('[data-cell="0:1"]')
      await hand.type('26')
      await hand.enter()
      await says('已保存到本机')
      await hand.reload()
      await says('本机已有 1 条记录')
      await hand.press('报送6月底')
      await hand.press('仍然报送（1 个项目）')
      await says('待审核')
      await open('#/round?asOf=2020-06-30', 'round')
      await as('刘局', 'leader')
      await hand.click('tr[data-project="3"] input[type="checkbox"]')
      await hand.press('通过6月底（1 个项目）')
      await hand.until(`document.querySelector('tr[data-project="3"]').textContent.includes('已通过')`)
    },

    '分管领导 reads every screen, asks why, and takes the department’s workbook along': async () => {
      for (const [path, screen] of SCREENS) {
        await open(path, screen)
        const wider = await hand.read('document.documentElement.scrollWidth - innerWidth')
        assert.ok(wider <= 0, `${path} is ${wider} px too wide`)
      }
      await hand.press('存为 Excel')
      await says('已存为 部门绩效-2020年')
      await open('#/?demo&asOf=2020-10-31', 'overview')
      await hand.click('main button.why')
      await says('为什么是这个数')
    },

    '评价人员 reads the sheet and takes points off with a reason': async () => {
      await open('#/evaluation/3?demo', 'evaluation')
      await as('李评', 'evaluator')
      await hand.click('table details summary')
      await hand.fill('table details[open] input', '1')
      await hand.fill('table details[open] input:nth-of-type(2)', '佐证不全')
      await hand.click('table details[open] button')
      await says('佐证不全')
    },
  }
}
