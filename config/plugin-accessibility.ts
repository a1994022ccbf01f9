import type { IPluginContext } from '@tarojs/service'

/**
 * Taro's templates for weapp pass on only the attributes that they know, and know no aria attribute: a screen
 * reader would meet nameless boxes. This adds those that the pages use to the templates of these components.
 */
const COMPONENTS = ['View', 'Text', 'Button', 'Input', 'Textarea', 'Checkbox', 'Radio', 'Image', 'Canvas']
const ATTRIBUTES = [
  'aria-role',
  'aria-label',
  'aria-checked',
  'aria-selected',
  'aria-disabled',
  'aria-hidden',
  'aria-live',
]

interface Templates {
  mergeComponents(context: IPluginContext, patch: Record<string, Record<string, string>>): void
}

export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: { type?: string; template?: Templates }) {
      if (platform.template === undefined) return
      const attributes = Object.fromEntries(ATTRIBUTES.map((name) => [name, '']))
      const patch = Object.fromEntries(COMPONENTS.map((name) => [name, attributes]))
      platform.template.mergeComponents(context, patch)
    },
  })
}
