import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import accessible from './accessible-components.json'

const RUNTIME = path.join(__dirname, 'accessible-components-runtime.ts')

interface Platform {
  readonly template?: {
    mergeComponents(context: IPluginContext, patch: Record<string, Record<string, string>>): void
  }
  runtimePath?: string | string[]
}

/**
 * Taro's templates for weapp pass on only the attributes that they know, and know no aria attribute: a screen
 * reader would meet nameless boxes. This adds those that the pages use to both halves of the mini-program: its
 * templates, and the runtime that fills them.
 */
export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (platform.template === undefined) return
      const attributes = Object.fromEntries(accessible.attributes.map((name) => [name, '']))
      const patch = Object.fromEntries(accessible.components.map((name) => [name, { ...attributes }]))
      platform.template.mergeComponents(context, patch)
      platform.runtimePath = [...[platform.runtimePath ?? []].flat(), RUNTIME]
    },
  })
}
