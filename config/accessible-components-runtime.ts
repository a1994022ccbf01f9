import { mergeInternalComponents } from '@tarojs/shared'
import accessible from './accessible-components.json'

// Part of the mini-program. Templates name an attribute by its place among all that a component knows, so the runtime
// has to know the same ones: if only the templates did, every attribute would be written into another's place.
for (const name of accessible.components) {
  mergeInternalComponents({
    [name]: Object.fromEntries(accessible.attributes.map((attribute) => [attribute, ''])),
  })
}
