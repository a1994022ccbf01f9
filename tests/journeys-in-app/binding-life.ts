import type { AppPhone } from './app-phone'
import { bound } from './bound'
import type { InAppStage } from './stage'

const DETAIL = '/packages/member/detail/index'

async function expectPageForAll(phone: AppPhone): Promise<void> {
  expect(await phone.hindrances()).toEqual([])
}

const detailOf = (bindingId: string) => `${DETAIL}?bindingId=${bindingId}`

/** From the day after a binding was made to its end: who may do what, and what the other sees of it. */
export function bindingLife(stage: InAppStage): void {
  it('ends two at once by the signed notice; the other side sees it, one is taken back, midnight comes', async () => {
    const product = stage.product()
    const fathers = await bound(product, '王建国', '王德福')
    const mothers = await bound(product, '王建国', '张玉兰')
    const father = await stage.phoneOf('王德福')
    await father.open(detailOf(fathers))
    await father.sees('使用中')
    const mother = await stage.phoneOf('张玉兰')
    await mother.open(detailOf(mothers))

    const son = await stage.phoneOf('王建国')
    await son.open('/pages/family/index')
    await son.tap('end-sharing')
    await son.title('解除共享')
    await son.tap('unbind-next')
    await son.sees('请先选要解除的家人')
    await son.sees('请选一个原因')
    await expectPageForAll(son)
    await son.tickNamed(/^王/)
    await son.tickNamed(/^张/)
    await son.choose('不再需要')
    await son.tap('unbind-next')
    await son.title('请看告知书')
    await son.sign('tick')
    await son.title('请核对')
    await son.sees('不再需要（对方看不到）')
    await son.sees('11月6日 00:00')
    await expectPageForAll(son)
    await son.tapTwice('unbind-confirm')
    await son.title('解除已经提出')
    await son.sees(/还剩 1[45] 小时/)
    await expectPageForAll(son)

    // The pages of the other side were open all the time.
    await father.sees(/王\*\*提出了解除/)
    expect(await father.words()).not.toContain('不再需要')
    expect(await father.count('#undo-unbind')).toBe(0)
    expect(await father.count('#change-unbind')).toBe(0)
    await expectPageForAll(father)
    await mother.sees('快要结束')

    await son.tap('unbind-done')
    await son.settled()
    await son.open('/pages/family/index')
    await son.tap(`undo-${mothers}`)
    await expectPageForAll(son)
    await son.press('确定撤回')
    await mother.sees('使用中')
    await mother.sees('对方撤回了解除，共享照旧。')

    // He looks at it while midnight comes.
    await son.open(detailOf(fathers))
    const { clock } = product
    clock.set(Date.parse('2025-11-06T00:00:00+08:00'))
    await father.sees('已结束')
    await father.sees(/有一方提出了解除/)
    await expectPageForAll(father)
    await mother.sees('使用中')
    await son.title('和王**的共享结束了')
    await expectPageForAll(son)
  })

  it('is the relative’s to end as well, and asks for the notice anew when midnight passes in between', async () => {
    const product = stage.product()
    const bindingId = await bound(product, '李秀英', '王建国')
    const husband = await stage.phoneOf('王建国')
    await husband.open(detailOf(bindingId))
    await husband.tap('change-unbind')
    await husband.title('解除共享')
    await husband.choose('其他')
    await husband.tap('unbind-next')
    await husband.title('请看告知书')
    await husband.sign('tick')
    await husband.title('请核对')
    const { clock } = product
    clock.set(clock.now() + 24 * 3_600_000)
    await husband.tap('unbind-confirm')
    await husband.sees('告知书要重看一遍')
    await expectPageForAll(husband)
    await husband.tap('unbind-read-again')
    await husband.title('请看告知书')
    await husband.sign('tick')
    await husband.title('请核对')
    await husband.tap('unbind-confirm')
    await husband.title('解除已经提出')
    // On the page of what is done the way back stands as well.
    await husband.tap('undo-unbind')
    await husband.press('确定撤回')
    await husband.settled()
    await husband.open(detailOf(bindingId))
    await husband.sees('使用中')
    await husband.sees('您撤回了解除，共享照旧。')
  })

  it('pauses, limits and extends; what one does the other sees at once', async () => {
    const product = stage.product()
    const terms = { endDay: '2026-12-31', monthlyLimitFen: 300_00 }
    const bindingId = await bound(product, '赵明远', '赵永成', terms)
    const relative = await stage.phoneOf('赵永成')
    await relative.open(detailOf(bindingId))
    const policyholder = await stage.phoneOf('赵明远')
    await policyholder.open(detailOf(bindingId))
    await policyholder.tap('change-pause')
    await expectPageForAll(policyholder)
    await policyholder.press('暂停')
    await policyholder.sees('已暂停')
    await relative.sees('暂时停着，现在不能用。')
    expect(await relative.count('#change-resume')).toBe(0)
    await policyholder.tap('change-resume')
    await policyholder.press('恢复')
    await relative.sees('使用中')

    await policyholder.tap('change-limits')
    await policyholder.title('改用途和限额')
    await policyholder.fill('limits-monthly', '0')
    await policyholder.sees('请填数字，例如 200')
    await expectPageForAll(policyholder)
    await policyholder.fill('limits-monthly', '200')
    await policyholder.tap('limits-save')
    await policyholder.sees('200元')
    await relative.sees('200元')

    await relative.tap('change-extend')
    await relative.title('延长到期日')
    await relative.choose(/^不设结束日期/)
    await expectPageForAll(relative)
    await relative.tap('extend-send')
    await relative.title('已经告诉对方')
    await expectPageForAll(relative)
    await policyholder.sees('对方想延长，请您回答')
    await expectPageForAll(policyholder)
    await policyholder.tap('proposal-agree')
    await policyholder.sees('双方同意一直有效。')
    await relative.tap('extend-back')
    await relative.sees('双方同意一直有效。')
  })
}
