import { landingPath } from '../../shared/contract/landing'
import { shareCardOf } from '../../src/packages/invite/share/model'
import budgets from './budgets.json'
import { builtFiles, KB, readBuilt } from './built'
import { overweight, packagesOf } from './weapp-packages'

interface AppConfiguration {
  readonly pages: readonly string[]
  readonly subPackages: readonly { readonly root: string; readonly name: string; readonly pages: string[] }[]
  readonly preloadRule: Readonly<Record<string, { readonly packages: readonly string[] }>>
  readonly lazyCodeLoading?: string
  readonly __usePrivacyCheck__?: boolean
}

const app: AppConfiguration = JSON.parse(readBuilt('weapp', 'app.json'))
const roots = app.subPackages.map(({ root }) => root)
const files = builtFiles('weapp')
const packages = packagesOf(files, roots)

describe('the mini-program', () => {
  it('weighs no more than its budgets and WeChat allow', () => {
    expect(packages.every((each) => each.files.length > 0)).toBe(true)
    expect(packages[0]?.files).toContain('app.js')
    expect(packages.flatMap((each) => each.files).sort()).toEqual(files.map(({ file }) => file).sort())
    expect(overweight(packages, budgets.weapp)).toEqual([])
  })

  it('has budgets within the law of WeChat', () => {
    expect(budgets.weapp).toMatchObject({ wechatPackageLimitKb: 2 * 1024, wechatTotalLimitKb: 20 * 1024 })
    expect(budgets.weapp.mainPackageKb).toBeLessThanOrEqual(800)
    expect(budgets.weapp.subPackageKb).toBeLessThanOrEqual(500)
  })

  it('would be seen to be too heavy', () => {
    const main = budgets.weapp.mainPackageKb * KB
    const heavier = (file: string, bytes: number) =>
      overweight(packagesOf([...files, { file, bytes }], roots), budgets.weapp).join(' ')
    expect(heavier('picture.png', main)).toContain('the main package weighs')
    expect(heavier('packages/invite/picture.png', budgets.weapp.subPackageKb * KB)).toContain(
      'packages/invite weighs',
    )
    expect(heavier('picture.png', 2048 * KB)).toContain('WeChat refuses the main package')
    expect(heavier('picture.png', 20480 * KB)).toMatch(/WeChat refuses \d+ KB in all/)
    expect(overweight([{ root: '', kb: 801, files: [] }], budgets.weapp)).toHaveLength(1)
    expect(overweight([{ root: '', kb: 800, files: [] }], budgets.weapp)).toEqual([])
  })

  it('loads the code of a page only when the page is opened, and checks privacy', () => {
    expect(app.lazyCodeLoading).toBe('requiredComponents')
    expect(app.__usePrivacyCheck__).toBe(true)
  })

  it('brings the picture of a forwarded card, small and of its own', () => {
    const { imageUrl } = shareCardOf(landingPath('AbCdEfGhIjKlMnOpQrStUv'), '')
    const picture = files.find(({ file }) => `/${file}` === imageUrl)
    expect(picture?.bytes).toBeGreaterThan(1_000)
    expect(picture?.bytes).toBeLessThan(40 * KB)
  })

  it('holds in its main package the tabs and the landing of an invitation, and no other page', () => {
    expect(app.pages).toEqual([
      'pages/home/index',
      'pages/services/index',
      'pages/family/index',
      'pages/join/index',
    ])
  })

  it('fetches every sub-package ahead from the pages that lead to it', () => {
    const fetched = new Set(Object.values(app.preloadRule).flatMap((rule) => rule.packages))
    expect([...fetched].sort()).toEqual(app.subPackages.map(({ name }) => name).sort())
  })
})
