import { type BuiltFile, KB } from './built'

export interface WeappPackage {
  /** The folder of a sub-package; empty for the main package. */
  readonly root: string
  readonly kb: number
  readonly files: readonly string[]
}

export interface WeappBudgets {
  readonly mainPackageKb: number
  readonly subPackageKb: number
  readonly wechatPackageLimitKb: number
  readonly wechatTotalLimitKb: number
}

// Rounded up: nothing is over by less than it is said to be.
function kbOf(files: readonly BuiltFile[]): number {
  return Math.ceil(files.reduce((sum, { bytes }) => sum + bytes, 0) / KB)
}

/** Every file belongs to the sub-package whose folder it is in, else to the main package. */
export function packagesOf(files: readonly BuiltFile[], roots: readonly string[]): WeappPackage[] {
  const rootOf = ({ file }: BuiltFile) => roots.find((root) => file.startsWith(`${root}/`)) ?? ''
  return ['', ...roots].map((root) => {
    const own = files.filter((built) => rootOf(built) === root)
    return { root, kb: kbOf(own), files: own.map(({ file }) => file) }
  })
}

/** Each package that is heavier than it may be, by our budget and by WeChat's law, and the sum of all. */
export function overweight(packages: readonly WeappPackage[], budgets: WeappBudgets): string[] {
  const found = packages.flatMap(({ root, kb }) => {
    const name = root === '' ? 'the main package' : root
    const budget = root === '' ? budgets.mainPackageKb : budgets.subPackageKb
    return [
      ...(kb > budget ? [`${name} weighs ${kb} KB of ${budget} KB`] : []),
      ...(kb > budgets.wechatPackageLimitKb ? [`WeChat refuses ${name} with ${kb} KB`] : []),
    ]
  })
  const total = packages.reduce((sum, { kb }) => sum + kb, 0)
  return total > budgets.wechatTotalLimitKb ? [...found, `WeChat refuses ${total} KB in all`] : found
}
