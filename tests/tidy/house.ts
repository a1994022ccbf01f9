import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

export const ROOT = path.resolve(__dirname, '../..')

/** Made by tools, and never committed. */
const NOT_OURS = new Set([
  'node_modules',
  'dist',
  '.git',
  '.cache',
  '.data',
  '.swc',
  'coverage',
  'test-results',
])
const BINARY = /\.(png|jpe?g|gif|webp|ico|woff2?|ttf|otf|pdf)$/

/** Something that should not be there, as `file:line what`. */
export type Finding = string

/** Every file of the project below a folder, as a path from the root, in a fixed order. */
export function filesIn(folder = '.'): string[] {
  const found: string[] = []
  for (const name of readdirSync(path.join(ROOT, folder)).sort()) {
    if (NOT_OURS.has(name) || name.endsWith('.tsbuildinfo')) continue
    const file = path.join(folder, name)
    if (statSync(path.join(ROOT, file)).isDirectory()) found.push(...filesIn(file))
    else found.push(file)
  }
  return found
}

export function textFilesIn(folder = '.'): string[] {
  return filesIn(folder).filter((file) => !BINARY.test(file))
}

export function codeIn(...folders: string[]): string[] {
  return folders.flatMap((folder) => filesIn(folder)).filter((file) => /\.tsx?$/.test(file))
}

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8')
}

/** What a rule finds in the files as they are now. */
export function findIn(files: string[], rule: (file: string, text: string) => Finding[]): Finding[] {
  if (files.length === 0) throw new Error('No file to look at: the rule would hold by accident.')
  return files.flatMap((file) => rule(file, read(file)))
}

/** Looks at every node of a TypeScript file; comments are no nodes. */
export function walk(file: string, text: string, look: (node: ts.Node) => string | undefined): Finding[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const findings: Finding[] = []
  const visit = (node: ts.Node): void => {
    const what = look(node)
    if (what !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
      findings.push(`${file}:${line + 1} ${what}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return findings
}

/** Looks at every line of any text. */
export function lines(file: string, text: string, pattern: RegExp): Finding[] {
  return text
    .split('\n')
    .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1} ${line.trim().slice(0, 120)}`] : []))
}
