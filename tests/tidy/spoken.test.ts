import ts from 'typescript'
import { codeIn, type Finding, findIn, walk } from './house'

/** What is operated or looked at, and by which means a screen reader is told what it is. */
const NEEDS_WORDS = new Set([
  'Input',
  'Textarea',
  'Button',
  'Canvas',
  'Image',
  'Switch',
  'Slider',
  'Checkbox',
  'Radio',
])
const TELLS = /\b(accessible|named)\(|^unnamed$/
/** The one component that is tapped: it sets role, label, hover class and keyboard for all. */
const PRESSABLE = 'src/components/pressable/index.tsx'

type Opening = ts.JsxOpeningElement | ts.JsxSelfClosingElement

function isOpening(node: ts.Node): node is Opening {
  return ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)
}

function attributeNames({ attributes }: Opening): string[] {
  return attributes.properties.flatMap((each) => (ts.isJsxAttribute(each) ? [each.name.getText()] : []))
}

/** Spreads `accessible(…)`, or `named(…)` of a field; a picture inside a named box is `unnamed`. */
function isTold({ attributes }: Opening): boolean {
  return attributes.properties.some((each) => {
    if (!ts.isJsxSpreadAttribute(each)) return false
    const { expression } = each
    return TELLS.test(expression.getText())
  })
}

function unspoken(file: string, text: string): Finding[] {
  return walk(file, text, (node) => {
    if (!isOpening(node)) return undefined
    const name = node.tagName.getText()
    const attributes = attributeNames(node)
    if (file !== PRESSABLE && attributes.some((each) => /^on(Click|Tap)$/.test(each))) {
      return `<${name}> is tapped and is no Pressable`
    }
    return NEEDS_WORDS.has(name) && !isTold(node) ? `<${name}> tells a screen reader nothing` : undefined
  })
}

/** A sheet over the page names itself as a dialog, in the same file. */
function namelessDialogs(file: string, text: string): Finding[] {
  if (/role: 'dialog', label: /.test(text)) return []
  return walk(file, text, (node) =>
    isOpening(node) && /^(Popup|Dialog|ActionSheet)$/.test(node.tagName.getText())
      ? 'opens a sheet that is no named dialog'
      : undefined,
  )
}

describe('what a person operates says what it is', () => {
  const pages = codeIn('src').filter((file) => file.endsWith('.tsx'))

  it('to a screen reader, by role and label', () => {
    expect(findIn(pages, unspoken)).toEqual([])
  })

  it('also where it is a sheet over the page', () => {
    expect(findIn(pages, namelessDialogs)).toEqual([])
  })

  it.each([
    'const a = <View onClick={go}>x</View>',
    "const a = <Input value='' />",
    "const a = <Button openType='share'>x</Button>",
    'const a = <Image src={picture} {...other} />',
  ])('would see: %s', (code) => {
    expect(unspoken('example.tsx', code)).toHaveLength(1)
  })

  it.each([
    'const a = <Input {...accessible({ label })} />',
    'const a = <Pressable onPress={go}>x</Pressable>',
  ])('would let pass: %s', (code) => {
    expect(unspoken('example.tsx', code)).toEqual([])
  })

  it('would see a sheet without a name', () => {
    expect(namelessDialogs('example.tsx', 'const a = <Popup open><View /></Popup>')).toHaveLength(1)
  })
})
