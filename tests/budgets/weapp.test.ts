import budgets from './budgets.json'
import { type BuiltFile, builtFiles, readBuilt, weigh } from './built'

interface AppConfiguration {
  readonly pages: string[]
  readonly subPackages?: { readonly root: string }[]
  readonly lazyCodeLoading?: string
}

const app: AppConfiguration = JSON.parse(readBuilt('weapp', 'app.json'))
const roots = (app.subPackages ?? []).map(({ root }) => `${root}/`)
const files = builtFiles('weapp')

const inside = (root: string) => (built: BuiltFile) => built.file.startsWith(root)
const mainPackage = files.filter(({ file }) => !roots.some((root) => file.startsWith(root)))

describe('the mini-program', () => {
  it(`weighs at most ${budgets.weapp.mainPackageKb} KB in its main package`, () => {
    expect(mainPackage.map(({ file }) => file)).toContain('app.js')
    expect(weigh(mainPackage)).toBeLessThanOrEqual(budgets.weapp.mainPackageKb)
  })

  it.each(roots)(`weighs at most ${budgets.weapp.subPackageKb} KB in %s`, (root) => {
    const files = builtFiles('weapp').filter(inside(root))
    expect(files.length).toBeGreaterThan(0)
    expect(weigh(files)).toBeLessThanOrEqual(budgets.weapp.subPackageKb)
  })

  it('stays within what WeChat takes', () => {
    expect(Math.max(budgets.weapp.mainPackageKb, budgets.weapp.subPackageKb)).toBeLessThanOrEqual(
      budgets.weapp.wechatPackageLimitKb,
    )
    expect(weigh(files)).toBeLessThanOrEqual(budgets.weapp.wechatTotalLimitKb)
  })

  it('loads the code of a page only when the page is opened', () => {
    expect(app.lazyCodeLoading).toBe('requiredComponents')
  })
})
