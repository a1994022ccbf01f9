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

describe('the functions', () => {
  const { bundleKb, printingKb, fontKb } = budgets.functions
  /** They set text on paper: what does so, and the whole font for the rare characters of names, lie beside. */
  const printing = ['consent-letters']
  const plain = names.filter((name) => !printing.includes(name))

  it.each(plain)(`%s is one bundle of at most ${bundleKb} KB and its manifest`, (name) => {
    const files = builtFiles(`cloudfunctions/${name}`)
    expect(files.map(({ file }) => file).sort()).toEqual(['index.js', 'package.json'])
    expect(weigh(files)).toBeLessThanOrEqual(bundleKb)
  })

  it.each(printing)(
    `%s is a bundle of at most ${printingKb} KB, a font of ${fontKb} KB and its manifest`,
    (name) => {
      const files = builtFiles(`cloudfunctions/${name}`)
      const isFont = ({ file }: { file: string }) => file.endsWith('.ttf')
      expect(files.filter(isFont)).toHaveLength(1)
      expect(weigh(files.filter(isFont))).toBeLessThanOrEqual(fontKb)
      const others = files.filter((file) => !isFont(file))
      expect(others.map(({ file }) => file).sort()).toEqual(['index.js', 'package.json'])
      expect(weigh(others)).toBeLessThanOrEqual(printingKb)
    },
  )

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
