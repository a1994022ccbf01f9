import ts from 'typescript'
import { codeIn, type Finding, findIn, walk } from './house'

const HAN = '\\p{Script=Han}'
const HALF = '[,;:?!()]'
/** A half-width mark that touches a Chinese character, with or without a blank between them. */
const HALF_WIDTH = new RegExp(`${HAN}\\s*${HALF}|${HALF}\\s*${HAN}`, 'u')

/** What stands in place of a value in a template: values are Chinese, such as a name, far more often than not. */
const VALUE = '某'

function wholeText(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text
  if (!ts.isTemplateExpression(node)) return null
  const spans = node.templateSpans.map(({ literal }) => VALUE + literal.text)
  const written = node.head.text + spans.join('')
  // A template of nothing but values and marks, such as a time of day, is no Chinese sentence.
  return new RegExp(HAN, 'u').test(written.replaceAll(VALUE, '')) ? written : null
}

function halfWidth(file: string, text: string): Finding[] {
  return walk(file, text, (node) => {
    const said = wholeText(node)
    return said !== null && HALF_WIDTH.test(said) ? `says ${said.trim()}` : undefined
  })
}

describe('Chinese is written with full-width marks', () => {
  it.each(['shared/copy', 'shared/rules', 'src/copy', 'local/people'])('in %s', (folder) => {
    expect(findIn(codeIn(folder), halfWidth)).toEqual([])
  })

  it.each([
    "const said = '不能再办,请重新填写'",
    "const said = '签好了吗?'",
    "const said = '家人(不含本人)'",
    "const said = '姓名: 扎西'",
    ['const said = `还可以试$', '{left}次;请明天再来`'].join(''),
    ['const said = `$', '{name}, 您好`'].join(''),
    'const page = <View>请稍等!</View>',
  ])('would see: %s', (code) => {
    expect(halfWidth('example.tsx', code)).toHaveLength(1)
  })

  it.each([
    "const said = '不能再办，请重新填写'",
    "const said = '每天06:00到22:00'",
    '// 邀请家人(西藏), 河北',
    ['const time = `$', '{hour}:$', '{minute}`'].join(''),
    "const areas = { 石家庄市: '130100' }",
  ])('would let pass: %s', (code) => {
    expect(halfWidth('example.tsx', code)).toEqual([])
  })
})
