import { personNamed } from '../../local/people'
import type { Product } from '../../local/product'
import { regions, type SigningMode } from '../../shared/rules'
import type { Relation } from '../../shared/values/relation'
import { acceptAs, formOf, invite, linked, refusalIn, startStage, valueIn } from './stage'

// The pages of the regions that differ in shape are walked in the app; here the people of every region come to a binding.
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

const ROWS: readonly (readonly [string, string, string, Relation, SigningMode])[] = [
  // Who signs how is what the region's own page says; where none says, a tick (our reading).
  ['河北', '王建国', '李秀英', 'spouse', 'handwritten'],
  ['西藏', '扎西', '卓玛', 'spouse', 'tick'],
  ['贵州', '杨昌林', '罗秀萍', 'spouse', 'tick'],
  ['江西', '胡国华', '万小红', 'spouse', 'tick'],
  ['河南', '张红旗', '杜鹃', 'spouse', 'tick'],
  ['山东', '孔繁星', '宋晓燕', 'spouse', 'tick'],
  ['陕西', '秦岭', '白雪梅', 'spouse', 'handwritten'],
  ['广东', '林嘉豪', '陈咏恩', 'spouse', 'tick'],
  ['山西', '郭晋阳', '郝文婷', 'spouse', 'handwritten'],
  ['湖北', '江楚天', '舒晓荷', 'spouse', 'typed'],
  ['江苏', '徐润生', '徐永泉', 'parent', 'handwritten'],
  ['浙江', '沈海宁', '潘雨薇', 'spouse', 'tick'],
  ['上海', '顾申', '顾根宝', 'parent', 'handwritten'],
  ['北京', '关鹏', '金淑敏', 'parent', 'tick'],
  ['四川', '雷川', '蒲秀兰', 'parent', 'tick'],
  ['重庆', '冉渝生', '向朝碧', 'parent', 'tick'],
  ['甘肃', '祁连峰', '景雪莹', 'spouse', 'tick'],
  ['福建', '洪海生', '庄美玲', 'spouse', 'tick'],
  ['大连', '曲航', '曲德海', 'parent', 'tick'],
  ['内蒙古', '乌恩', '萨仁高娃', 'spouse', 'tick'],
  ['黑龙江', '迟广林', '冷冬梅', 'spouse', 'tick'],
  ['天津', '穆津川', '纪晓棠', 'spouse', 'handwritten'],
  ['湖南', '易湘', '文芷若', 'spouse', 'tick'],
]

it('every region that is held is walked here', () => {
  const walked = [...ROWS.map(([, who]) => who), '吴𬱟'].map((who) => personNamed(who).regionCode)
  expect(walked.sort()).toEqual(
    regions()
      .map(({ regionCode }) => regionCode)
      .sort(),
  )
})

it.each(ROWS)('%s: from the form to a binding', async (region, who, whom, relation, mode) => {
  const [policyholder, relative] = await Promise.all([phoneOf(who), phoneOf(whom)])
  if (region === '河南') valueIn(await policyholder.ask('bindings', 'establish', {}))
  const asked = { relative: formOf(relative.person, relation) }
  const { letters } = valueIn(await policyholder.ask('invitations', 'check', asked))
  expect(letters.map((letter) => letter.mode)).toEqual([mode, mode])
  const { token } = await invite(policyholder, relative.person, relation)
  expect(valueIn(await acceptAs(relative, token)).state).toBe('bound')
  const { asRelative } = valueIn(await relative.ask('bindings', 'list', {}))
  expect(asRelative).toMatchObject([{ state: 'active', regionCode: policyholder.person.regionCode }])
})

it('湖北: the letter says that one tap may fill in its sentence, and another sentence is none', async () => {
  const policyholder = await phoneOf('江楚天')
  const asked = { relative: formOf(personNamed('熊桂芝'), 'parent') }
  const { letters } = valueIn(await policyholder.ask('invitations', 'create', asked))
  const letterId = letters.find(({ signer }) => signer === 'policyholder')?.letterId ?? ''
  const letter = valueIn(await policyholder.ask('consent-letters', 'get', { letterId }))
  expect(letter).toMatchObject({ mode: 'typed', sentence: expect.any(String), oneTap: true })
  const signature = { kind: 'typed' as const, text: '我同意' }
  const answer = await policyholder.ask('consent-letters', 'sign', { letterId, sm3: letter.sm3, signature })
  expect(refusalIn(answer).code).toBe('signature-empty')
})

it.each([
  ['重庆', '冉渝生', '谭莉', 'spouse', 'member-cap-reached'],
  ['大连', '曲航', '曲岚', 'sibling', 'relation-not-covered'],
] as const)('%s: %s may not add %s as well', async (_, who, whom, relation, code) => {
  const policyholder = await phoneOf(who)
  const asked = { relative: formOf(personNamed(whom), relation) }
  expect(refusalIn(await policyholder.ask('invitations', 'check', asked)).code).toBe(code)
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
