import { readFileSync } from 'node:fs'
import path from 'node:path'

const TYPES = path.resolve(__dirname, '../../../node_modules/miniprogram-api-typings/types/wx')

/**
 * The names of an interface in WeChat's published types. Taro takes the names of `wx` once while it loads, so one that
 * is missing then is missing for ever.
 */
export function namesOf(file: string, interfaceName: string): readonly string[] {
  const text = readFileSync(path.join(TYPES, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const begin = text.search(new RegExp(`interface ${interfaceName} \\{`))
  const end = text.indexOf('\n    }', begin)
  if (begin === -1 || end === -1) throw new Error(`${file} has no interface ${interfaceName}`)
  return [
    ...new Set(Array.from(text.slice(begin, end).matchAll(/^ {8}(\w+)\??[(<:]/gm), ([, name]) => name ?? '')),
  ]
}
