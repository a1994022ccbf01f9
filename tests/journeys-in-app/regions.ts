import { personNamed } from '../../local/people'
import { MAY_INVITE } from '../../src/copy/rules'
import type { AppPhone } from './app-phone'
import type { InAppStage } from './stage'

async function expectPageForAll(phone: AppPhone): Promise<void> {
  expect(await phone.hindrances()).toEqual([])
}

const FLOWS = [
  { region: '河南', who: '张红旗', spouse: '杜鹃', title: '绑定', entry: '账户共济成员管理', way: 'tick' },
  {
    region: '贵州',
    who: '杨昌林',
    spouse: '罗秀萍',
    title: '添加我的家庭成员',
    entry: '家庭账户共济',
    way: 'tick',
  },
  {
    region: '湖北',
    who: '江楚天',
    spouse: '舒晓荷',
    title: '共济账户授权',
    entry: '个人账户共济',
    way: 'one-tap',
  },
  { region: '陕西', who: '秦岭', spouse: '白雪梅', title: /./, entry: '家庭共济绑定', way: 'handwritten' },
] as const

/** What a person reads about the rules of a place, and how each place has its own words and steps. */
export function regions(stage: InAppStage): void {
  describe('the rules, before anybody has said who she is', () => {
    it('are found by searching, with their sources, of any place', async () => {
      const phone = await stage.phoneOf('王建国')
      await phone.open('/packages/rules/browse/index?regionCode=130000')
      await phone.title('河北省的规定')
      await phone.sees('谁可以把个人账户的钱给家人用')
      await expectPageForAll(phone)
      await phone.tap('rules-rest')
      await phone.sees('可以添加哪些家人')
      await phone.fill('rules-search', '最多 家人')
      await phone.sees('8 位')
      await phone.sees(/^出处：/)
      await phone.fill('rules-search', '火星')
      await phone.sees('没有找到')
      await expectPageForAll(phone)
      await phone.press('清空')
      await phone.tap('rules-region')
      await phone.title('选一个地方')
      await expectPageForAll(phone)
      await phone.tap('region-540000')
      await phone.title('西藏自治区的规定')
    })

    it('stand side by side', async () => {
      const phone = await stage.phoneOf('王建国')
      await phone.open('/packages/rules/compare/index?regionCode=130000')
      await phone.sees('再选一个地方，就能对照了。')
      await expectPageForAll(phone)
      await phone.tap('region-540000')
      await phone.sees('最多可以添加几位家人（不含本人）')
      await phone.title('河北、西藏对照')
      await phone.tap('compare-add')
      await phone.tap('region-370000')
      await phone.sees(/一次最多对照三个/)
      await phone.sees('最多可以添加几位家人（不含本人）')
      await expectPageForAll(phone)
    })

    it('answer 能不能加 TA, and lead to the form or say why not', async () => {
      const phone = await stage.linked('王建国')
      await phone.open('/packages/rules/may-invite/index')
      await phone.tap('may-invite-ask')
      await phone.sees('请选一个')
      await phone.tap('may-invite-more')
      await expectPageForAll(phone)
      await phone.choose(/^父母/, MAY_INVITE.relation)
      await phone.choose(/^职工医保，正常缴费/, MAY_INVITE.own)
      await phone.choose('没有参保', MAY_INVITE.hers)
      await phone.choose(/^别的省/, MAY_INVITE.area)
      await phone.tap('may-invite-ask')
      await phone.title('现在还不能加')
      await phone.sees('有 2 件事要先办好')
      await phone.sees(/您可以用医保钱包转账/)
      await expectPageForAll(phone)

      await phone.tap('may-invite-change')
      await phone.choose(/^居民医保$/, MAY_INVITE.hers)
      await phone.choose(/^和我同一个市/, MAY_INVITE.area)
      await phone.tap('may-invite-ask')
      await phone.title('可以加')
      await phone.tap('may-invite-rules')
      await expectPageForAll(phone)
      await phone.tap('may-invite-go')
      await phone.title('添加我的亲属')
      await phone.chosen(/^父母/)
    })
  })

  describe('each region in its own words', () => {
    it.each(FLOWS)(
      '$region: from 我要办 to the invitation',
      async ({ region, who, spouse, title, entry, way }) => {
        const phone = await stage.linked(who)
        await phone.open('/pages/services/index')
        await phone.sees(`这里用的是${region}的叫法。`)
        await phone.sees(entry)
        await phone.tap('their-steps')
        await expectPageForAll(phone)

        await phone.open('/packages/invite/form/index')
        if (region === '河南') {
          await phone.sees('先建立共济家庭')
          await expectPageForAll(phone)
          await phone.tap('establish-family')
        }
        await phone.title(title)
        await phone.tap('relation-spouse')
        await phone.fill('invite-name', spouse)
        await phone.fill('invite-id-number', personNamed(spouse).idNumber)
        await phone.choose(/^有手机/)
        const days = await phone.count('#field-startDay')
        expect(days).toBe(region === '贵州' || region === '陕西' ? 1 : 0)
        await phone.tap('invite-continue')
        await phone.title('请核对')
        await phone.tap('invite-create')
        await phone.title(/签字/)
        await phone.sign(way)
        await phone.title(/^等/)
      },
    )
  })
}
