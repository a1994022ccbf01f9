import { personNamed } from '../../local/people'
import type { Product } from '../../local/product'
import { acceptAs, formOf, invite, linked, refusalIn, startStage, valueIn } from './stage'

// The words and the pages of each region are walked in the browser; here it is that its people come to a binding.
let product: Product
beforeAll(async () => {
  product = await startStage()
})
afterAll(() => product.close())

const phoneOf = (name: string) => {
  const { openid } = personNamed(name)
  if (openid === null) throw new Error(`${name} has no phone`)
  return linked(product, openid)
}

it.each([
  // Who signs how is what the region's own page says.
  ['贵州', '杨昌林', '罗秀萍', 'tick'],
  ['江西', '胡国华', '万小红', 'tick'],
  ['河南', '张红旗', '杜鹃', 'tick'],
  ['山东', '孔繁星', '宋晓燕', 'tick'],
  ['陕西', '秦岭', '白雪梅', 'handwritten'],
  ['广东', '林嘉豪', '陈咏恩', 'tick'],
  ['山西', '郭晋阳', '郝文婷', 'handwritten'],
])('%s: from the form to a binding', async (region, who, spouse, mode) => {
  const [policyholder, relative] = await Promise.all([phoneOf(who), phoneOf(spouse)])
  if (region === '河南') valueIn(await policyholder.ask('bindings', 'establish', {}))
  const asked = { relative: formOf(relative.person, 'spouse') }
  const { letters } = valueIn(await policyholder.ask('invitations', 'check', asked))
  expect(letters.map((letter) => letter.mode)).toEqual([mode, mode])
  const { token } = await invite(policyholder, relative.person, 'spouse')
  expect(valueIn(await acceptAs(relative, token)).state).toBe('bound')
})

it('安徽: the check names the proof, and whoever goes on is told where it is taken', async () => {
  const policyholder = await phoneOf('吴𬱟')
  const asked = { relative: formOf(personNamed('方志远'), 'spouse') }
  expect(valueIn(await policyholder.ask('invitations', 'check', asked)).proofs).toEqual([
    '结婚证或户口簿照片',
  ])
  const refusal = refusalIn(await policyholder.ask('invitations', 'create', asked))
  expect(refusal).toMatchObject({ code: 'proof-required', rule: { parameter: 'proofs' } })
  expect(refusal.message).toContain('安徽医保公共服务小程序')
  expect(refusal.message).toContain('医保窗口')
})
