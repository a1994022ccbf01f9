import { Desk } from '../journeys/desk'
import * as calls from '../journeys/stage'
import type { AppPhone } from './app-phone'
import { detailOf, expectPageForAll } from './binding-life'
import { bound } from './bound'
import { fillForm, landingOf } from './main-job'
import { LARGE_PHOTO, NO_PHOTO, PHOTO } from './photo'
import type { InAppStage } from './stage'

/** What a region wants to see is photographed, handed in, looked at, and handed in again. */
export function proofsJourney(stage: InAppStage): void {
  it('安徽: invites with photos; the bureau rejects, they are handed in again, and it begins', async () => {
    const product = stage.product()
    const reviewer = new Desk(product, 'reviewer-lin')
    const daughter = await stage.linked('吴𬱟')
    await fillForm(daughter, 'parent', '吴学文', 'phone')
    await daughter.tap('invite-continue')
    await daughter.title('请核对')
    await daughter.sees('结婚证或户口簿照片')
    await daughter.sees(/交给当地审核/)
    await expectPageForAll(daughter)
    await daughter.tap('invite-to-proofs')
    await daughter.title('拍材料')
    await daughter.agreeToPrivacy()
    await daughter.sees('还没有拍：结婚证或户口簿照片')
    await expectPageForAll(daughter)

    await daughter.givePhotos('proof-add-1', [NO_PHOTO])
    await daughter.sees(/它不是照片/)
    await daughter.givePhotos('proof-add-1', [LARGE_PHOTO])
    await daughter.sees(/它太大了/)
    expect(await daughter.count('.fs-proofs__photo')).toBe(0)
    // The cloud has the photo and the phone does not know it: sent again it lies there once.
    await daughter.loseUploadAnswer()
    await daughter.givePhotos('proof-add-1', [PHOTO])
    await daughter.sees('没有传上去')
    await daughter.tap('proof-again-1')
    await daughter.sees('传好了')
    // A page back and forth loses no photo.
    await daughter.back()
    await daughter.title('请核对')
    await daughter.tap('invite-to-proofs')
    await daughter.sees('传好了')
    await daughter.givePhotos('proof-add-1', [PHOTO])
    await daughter.sees('第 2 张')
    await daughter.tap('proof-remove-2')
    await daughter.settled()
    expect(await daughter.count('.fs-proofs__photo')).toBe(1)
    await daughter.tapTwice('invite-create')
    await daughter.title(/签字/)
    await daughter.sign('tick')
    const landing = await landingOf(daughter)

    const father = await stage.linked('吴学文')
    await father.open(landing)
    await father.sees(/当地审核通过那天/)
    await father.tap('join-sign')
    await father.sign('tick')
    await father.title('已交上去，等当地审核')
    await father.tap('see-binding')
    await father.title('和吴*的共享，等当地审核')
    await father.sees(/交了 1 份材料/)
    await expectPageForAll(father)

    const { reviews } = calls.valueIn(await reviewer.ask('queue', {}))
    const reviewId = reviews[0]?.reviewId ?? ''
    const { proofs } = calls.valueIn(await reviewer.ask('open', { reviewId }))
    expect(proofs).toHaveLength(1)
    const opinion = '户口簿拍得不清楚，请重拍首页。'
    calls.valueIn(await reviewer.ask('reject', { reviewId, opinion }))
    await father.sees('这一次没有通过')
    await father.sees(/请重拍首页/)
    await expectPageForAll(father)

    await daughter.open('/pages/family/index')
    await daughter.tapText('点开看原因和怎么补交')
    await daughter.title('和吴**的共享，没有通过审核')
    await daughter.tap('resubmit')
    await daughter.title('补材料')
    await daughter.sees(opinion)
    await daughter.sees('还没有拍材料')
    await expectPageForAll(daughter)
    await daughter.givePhotos('proof-add-1', [PHOTO])
    await daughter.sees('传好了')
    await daughter.givePhotos('proof-add-2', [PHOTO])
    await daughter.sees('第 2 张')
    await daughter.settled()
    await daughter.tapTwice('resubmit-send')
    await daughter.title('已经再次交上去')
    await expectPageForAll(daughter)
    await father.sees('正在等当地审核')

    const again = calls.valueIn(await reviewer.ask('open', { reviewId }))
    expect(again.proofs.map(({ round }) => round)).toEqual([1, 2, 2])
    calls.valueIn(await reviewer.ask('approve', { reviewId, opinion: '材料齐全。', round: 2 }))
    await father.sees('使用中')
    await daughter.tap('see-binding')
    await daughter.sees('使用中')
  })

  it('陕西: an end is applied for with photos; the sharing holds until the bureau agrees', async () => {
    const product = stage.product()
    const reviewer = new Desk(product, 'reviewer-hao')
    const bindingId = await bound(product, '秦岭', '白雪梅')
    const wife = await stage.phoneOf('白雪梅')
    await wife.open(detailOf(bindingId))
    const husband = await stage.phoneOf('秦岭')
    await husband.open(detailOf(bindingId))
    await applyToEnd(husband, expectPageForAll)

    await wife.sees('解除的申请正在审核')
    await wife.sees('使用中')
    expect(await wife.words()).not.toMatch(/离婚|材料/)
    expect(await wife.count('#undo-unbind')).toBe(0)
    await expectPageForAll(wife)
    await husband.open(detailOf(bindingId))
    await husband.tap('undo-unbind')
    await husband.press('确定撤回')
    await wife.sees('对方撤回了解除，共享照旧。')

    // A second application is signed anew.
    await applyToEnd(husband)
    await wife.open(detailOf(bindingId))
    await wife.sees('解除的申请正在审核')
    const { reviews } = calls.valueIn(await reviewer.ask('queue', {}))
    const reviewId = reviews[0]?.reviewId ?? ''
    calls.valueIn(await reviewer.ask('reject', { reviewId, opinion: '请交离婚证。' }))
    await husband.open(detailOf(bindingId))
    await husband.sees('解除的申请没有通过')
    await husband.sees(/请交离婚证/)
    await husband.tap('resubmit')
    await husband.title('补材料')
    await husband.givePhotos('proof-add-2', [PHOTO])
    await husband.sees('传好了')
    await husband.tap('resubmit-send')
    await husband.title('已经再次交上去')
    calls.valueIn(await reviewer.ask('approve', { reviewId, opinion: '材料齐全。' }))
    await wife.sees('快要结束')
    await husband.tap('see-binding')
    await husband.sees('正在解除')
  })
}

/** From the page of the binding to the application that lies at the bureau. */
async function applyToEnd(
  phone: AppPhone,
  look: (phone: AppPhone) => Promise<void> = async () => undefined,
): Promise<void> {
  await phone.tap('change-unbind')
  await phone.title('申请解除')
  await phone.sees(/当地审核通过才算数/)
  await phone.choose('离婚')
  await look(phone)
  await phone.tap('unbind-next')
  await phone.title('请看告知书')
  await phone.sees(/这是一份申请，当地审核通过以前照旧有效/)
  expect(await phone.words()).not.toMatch(/是最后一天|11月5日/)
  await phone.sign('tick')
  await phone.title('拍材料')
  await phone.agreeToPrivacy()
  await phone.givePhotos('proof-add-1', [PHOTO])
  await phone.sees('传好了')
  await look(phone)
  await phone.tap('unbind-photos-next')
  await phone.title('请核对')
  await phone.sees('审核通过那天')
  await phone.sees('离婚（对方看不到，审核的人会看到）')
  await look(phone)
  await phone.tapTwice('unbind-confirm')
  await phone.title('申请已经交上去')
  await look(phone)
}
