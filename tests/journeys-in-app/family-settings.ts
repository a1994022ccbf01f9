import type { AppPhone } from './app-phone'
import { bound, boundChild } from './bound'
import type { InAppStage } from './stage'

const FAMILY = '/pages/family/index'
const detailOf = (bindingId: string) => `/packages/member/detail/index?bindingId=${bindingId}`

async function expectPageForAll(phone: AppPhone): Promise<void> {
  expect(await phone.hindrances()).toEqual([])
}

/** What a policyholder sets for all together, and what a child of age answers herself. */
export function familySettings(stage: InAppStage): void {
  it('limits in 山东 what all use together, lowers it and takes it away; a relative sees the sum', async () => {
    const bindingId = await bound(stage.product(), '孔繁星', '宋晓燕')
    const wife = await stage.phoneOf('宋晓燕')
    await wife.open(detailOf(bindingId))
    await wife.sees('使用中')
    const husband = await stage.phoneOf('孔繁星')
    await husband.open(FAMILY)
    await husband.sees('现在不限')
    await husband.tap('account-limit')
    await husband.title('一共最多用多少')
    await husband.fill('account-limit', '0')
    await husband.sees('请填大于 0 的数字，例如 1000')
    await expectPageForAll(husband)
    await husband.fill('account-limit', '1000')
    await husband.tapTwice('account-limit-save')
    await husband.sees(/现在最多用 1,000元/)
    await expectPageForAll(husband)
    await wife.sees('所有家人一起最多')
    await wife.sees('对方设了限额：所有家人一起最多用 1,000元。')
    await expectPageForAll(wife)
    await wife.open(detailOf(bindingId))

    await husband.tap('account-limit')
    await husband.title('一共最多用多少')
    await husband.fill('account-limit', '300.5')
    await husband.tap('account-limit-save')
    await wife.sees('300.50元')
    await wife.open(detailOf(bindingId))
    await husband.tap('account-limit')
    await husband.tap('account-limit-remove')
    await husband.sees('取消这个限额？')
    await expectPageForAll(husband)
    await husband.tap('confirm')
    await husband.sees('现在不限')
    await wife.sees('对方取消了所有家人一起用的限额。')
  })

  it('puts the relatives in order in 陕西; whoever has moved reads her place', async () => {
    const product = stage.product()
    const wifes = await bound(product, '秦岭', '白雪梅')
    const fathers = await bound(product, '秦岭', '秦保国')
    const father = await stage.phoneOf('秦保国')
    await father.open(detailOf(fathers))
    const son = await stage.phoneOf('秦岭')
    await son.open(FAMILY)
    await son.tap('member-order')
    await son.title('先后顺序')
    await son.sees('您还没有排过。保存以后，就按这里的先后。')
    await expectPageForAll(son)
    await son.tap('order-up-2')
    await son.sees('秦**现在排第 1 位')
    await son.tap('order-save')
    await father.sees('对方把先后顺序排在第 1 位。')
    await expectPageForAll(father)
    // What is kept is what she finds again, and there is nothing to save.
    await son.tap('member-order')
    await son.sees('第 1 位 · 您的父母')
    await son.sees('还没有改动')
    await son.open(detailOf(wifes))
    await son.sees('第 2 位')
  })

  it('asks a child who came of age; she says no, takes it back, and signs', async () => {
    const product = stage.product()
    const { clock } = product
    const bindingId = await boundChild(product, '秦岭', '秦悦')
    const father = await stage.phoneOf('秦岭')
    clock.set(Date.parse('2026-09-01T09:00:00+08:00'))
    await father.open(detailOf(bindingId))
    await father.sees('等孩子本人确认')
    await expectPageForAll(father)
    const daughter = await stage.phoneOf('秦悦')
    await daughter.open(detailOf(bindingId))
    await daughter.tap('own-consent')
    await daughter.title('请您本人确认')
    await expectPageForAll(daughter)
    await daughter.tap('own-consent-decline')
    await daughter.sees('不再用秦*的医保钱？')
    await expectPageForAll(daughter)
    await daughter.tap('confirm')
    await daughter.title('已经告诉对方')
    await expectPageForAll(daughter)
    await father.sees(/本人没有同意继续/)
    await father.open(detailOf(bindingId))

    await daughter.tap('own-consent-done')
    await daughter.tap('undo-unbind')
    await daughter.press('确定撤回')
    await father.sees('等孩子本人确认')
    await father.open(detailOf(bindingId))
    await daughter.tap('own-consent')
    await daughter.tap('own-consent-read')
    await daughter.title('请您签字')
    await daughter.sign('handwritten')
    await daughter.title('确认好了')
    await expectPageForAll(daughter)
    await father.sees('对方自己签字确认了。')
    expect(await father.words()).not.toContain('等孩子本人确认')
  })
}
