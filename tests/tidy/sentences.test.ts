import ts from 'typescript'
import { codeIn, type Finding, findIn, walk } from './house'

const HAN = /\p{Script=Han}/u

/** Chinese in what a program says: strings, templates and JSX; comments and patterns say nothing. */
function speaksChinese(file: string, text: string): Finding[] {
  return walk(file, text, (node) => {
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isJsxText(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    return isText && HAN.test(node.text) ? `says ${node.text.trim()}` : undefined
  })
}

const outside = (files: string[], ...homes: string[]) =>
  files.filter((file) => !homes.some((home) => file.startsWith(home)))

describe('a sentence lives where its reader is thought of', () => {
  it('what pages show is in src/copy', () => {
    expect(findIn(outside(codeIn('src'), 'src/copy/'), speaksChinese)).toEqual([])
  })

  it('what functions send is in shared/copy, and what a law or a region says is in its rules', () => {
    const homes = ['shared/copy/', 'shared/rules/']
    expect(findIn(outside(codeIn('shared', 'cloudfunctions', 'platform'), ...homes), speaksChinese)).toEqual(
      [],
    )
  })

  it.each([
    "const title = '邀请家人'",
    ['const title = `还可以邀请', '{left}`'].join('$'),
    ['const title = `', '{left}位`'].join('$'),
    'const page = <View>邀请家人</View>',
    "const page = <View aria-label='关闭' />",
  ])('would see: %s', (code) => {
    expect(speaksChinese('example.tsx', code)).toHaveLength(1)
  })

  it.each(['// 邀请家人', 'const han = /[一-龥]/', "const title = 'invite'"])(
    'would let pass: %s',
    (code) => {
      expect(speaksChinese('example.tsx', code)).toEqual([])
    },
  )
})
