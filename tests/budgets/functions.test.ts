import { FUNCTION_TIMEOUT_MS, TIMEOUTS_MS } from '../../local/product'
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

/** Those that set text on paper: what does so weighs more, and the whole font for rare names lies beside it. */
const prints = (name: string) => readBuilt(`cloudfunctions/${name}`, 'index.js').includes(FONT)

describe('the functions', () => {
  const { bundleKb, printingKb, fontKb } = budgets.functions

  it.each(names)(
    `%s is one bundle and its manifest, with the font beside it only where it prints`,
    (name) => {
      const files = builtFiles(`cloudfunctions/${name}`)
      const isFont = ({ file }: { file: string }) => file === FONT
      expect(files.filter(isFont)).toHaveLength(prints(name) ? 1 : 0)
      expect(weigh(files.filter(isFont))).toBeLessThanOrEqual(fontKb)
      const others = files.filter((file) => !isFont(file))
      expect(others.map(({ file }) => file).sort()).toEqual(['index.js', 'package.json'])
      expect(weigh(others)).toBeLessThanOrEqual(prints(name) ? printingKb : bundleKb)
    },
  )

  it('print where letters, receipts and exports are, and nowhere else', () => {
    expect(names.filter(prints)).toEqual(['consent-letters', 'premiums', 'records'])
  })

  it('are deployed as many as the contract has, each with its runtime, memory and time-out', () => {
    expect(deployment.functionRoot).toBe('dist/cloudfunctions')
    expect(deployment.functions.map(({ name }) => name).sort()).toEqual(names)
    for (const { name, runtime, memorySize, timeout, handler } of deployment.functions) {
      expect([name, runtime, handler]).toEqual([name, 'Nodejs20.19', 'index.main'])
      expect(memorySize).toBeGreaterThanOrEqual(256)
      expect(timeout).toBeLessThanOrEqual(60)
      expect(timeout * 1_000).toBe(TIMEOUTS_MS[name] ?? FUNCTION_TIMEOUT_MS)
    }
  })

  it('are woken by the clock alone', () => {
    const woken = deployment.functions.filter(({ triggers }) => (triggers ?? []).length > 0)
    expect(woken.map(({ name }) => name)).toEqual(['clock'])
    // Seconds, minutes, hours, day, month, weekday, year.
    expect(woken[0]?.triggers).toEqual([
      { name: 'expire-invitations', type: 'timer', config: '0 */10 * * * * *' },
      { name: 'end-bindings', type: 'timer', config: '0 * * * * * *' },
      { name: 'follow-insurance-changes', type: 'timer', config: '0 */5 * * * * *' },
      { name: 'check-insurance', type: 'timer', config: '0 */10 1-5 * * * *' },
      { name: 'remind', type: 'timer', config: '0 */10 8-10 * * * *' },
      { name: 'send-notices', type: 'timer', config: '*/20 * * * * * *' },
      { name: 'remove-papers', type: 'timer', config: '0 */10 * * * * *' },
      { name: 'erase-accounts', type: 'timer', config: '0 */10 * * * * *' },
      { name: 'erase-letters', type: 'timer', config: '0 30 3 * * * *' },
      { name: 'erase-proofs', type: 'timer', config: '0 15 * * * * *' },
      { name: 'remove-insurance-codes', type: 'timer', config: '0 45 * * * * *' },
      { name: 'remove-institution-nonces', type: 'timer', config: '0 50 * * * * *' },
      { name: 'settle-payments', type: 'timer', config: '30 * * * * * *' },
      { name: 'settle-settlements', type: 'timer', config: '45 * * * * * *' },
      { name: 'reconcile-premiums', type: 'timer', config: '0 15 2 * * * *' },
      { name: 'remind-premiums', type: 'timer', config: '0 */10 9-19 * * * *' },
      { name: 'remove-quotes', type: 'timer', config: '0 */10 * * * * *' },
    ])
  })
})
