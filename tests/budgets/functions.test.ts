import { FUNCTIONS } from '../../shared/contract/functions'
import budgets from './budgets.json'
import { builtFiles, readBuilt, weigh } from './built'

interface Deployment {
  readonly functionRoot: string
  readonly functions: {
    readonly name: string
    readonly runtime: string
    readonly memorySize: number
    readonly timeout: number
    readonly handler: string
    readonly triggers?: { readonly name: string; readonly type: string; readonly config: string }[]
  }[]
}

const deployment: Deployment = JSON.parse(readBuilt('..', 'cloudbaserc.json'))
const names = Object.keys(FUNCTIONS).sort()
const FONT = 'NotoSansSC_400Regular.ttf'
/** A bundle that sets text on paper names the font. */
const prints = (name: string) => readBuilt(`cloudfunctions/${name}`, 'index.js').includes(FONT)

describe('the functions', () => {
  it.each(names)('%s is one bundle within its budget and its manifest', (name) => {
    const files = builtFiles(`cloudfunctions/${name}`)
    const bundle = files.filter(({ file }) => file !== FONT)
    expect(bundle.map(({ file }) => file).sort()).toEqual(['index.js', 'package.json'])
    const { bundleKb, printingBundleKb } = budgets.functions
    expect(weigh(bundle)).toBeLessThanOrEqual(prints(name) ? printingBundleKb : bundleKb)
  })

  it.each(names)('%s has the font beside it if it prints, and only then', (name) => {
    const font = builtFiles(`cloudfunctions/${name}`).filter(({ file }) => file === FONT)
    expect(font).toHaveLength(prints(name) ? 1 : 0)
    expect(weigh(font)).toBeLessThanOrEqual(budgets.functions.fontKb)
  })

  it('are deployed as many as the contract has, each with its runtime, memory and time-out', () => {
    expect(deployment.functionRoot).toBe('dist/cloudfunctions')
    expect(deployment.functions.map(({ name }) => name).sort()).toEqual(names)
    for (const { name, runtime, memorySize, timeout, handler } of deployment.functions) {
      expect([name, runtime, handler]).toEqual([name, 'Nodejs20.19', 'index.main'])
      expect(memorySize).toBeGreaterThanOrEqual(256)
      expect(timeout).toBeLessThanOrEqual(60)
    }
  })

  it('are woken by the clock alone', () => {
    const woken = deployment.functions.filter(({ triggers }) => (triggers ?? []).length > 0)
    expect(woken.map(({ name }) => name)).toEqual(['clock'])
    // Seconds, minutes, hours, day, month, weekday, year: every ten minutes, and once a night.
    expect(woken[0]?.triggers).toEqual([
      { name: 'expire-invitations', type: 'timer', config: '0 */10 * * * * *' },
      { name: 'remove-papers', type: 'timer', config: '0 */10 * * * * *' },
      { name: 'erase-letters', type: 'timer', config: '0 30 3 * * * *' },
    ])
  })
})
