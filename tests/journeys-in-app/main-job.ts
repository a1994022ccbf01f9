import { personNamed } from '../../local/people'
import type { AppPhone } from './app-phone'
import type { InAppStage } from './stage'

async function expectPageForAll(phone: AppPhone): Promise<void> {
  expect(await phone.hindrances()).toEqual([])
}

/** The form as far as she has to fill it in. */
export async function fillForm(
  phone: AppPhone,
  relation: string,
  name: string,
  way: 'phone' | 'none' | 'child',
) {
  await phone.open('/packages/invite/form/index')
  if (relation === 'sibling') await phone.tap('relations-more')
  await phone.tap(`relation-${relation}`)
  await phone.fill('invite-name', name)
  await phone.fill('invite-id-number', personNamed(name).idNumber)
  if (way !== 'child') await phone.choose(way === 'phone' ? /^有手机/ : /^没有手机/)
}

/** From the form to the signature, everything as the form has it by itself. */
export async function invite(
  phone: AppPhone,
  relation: string,
  name: string,
  way: 'phone' | 'none' | 'child',
) {
  await fillForm(phone, relation, name, way)
  await phone.tap('invite-continue')
  await phone.title('请核对')
  await phone.tap('invite-create')
  await phone.title(/签字/)
}

/** The landing page that she hands on. */
export async function landingOf(phone: AppPhone): Promise<string> {
  await phone.title(/^等/)
  const landing = await phone.handOver()
  expect(landing).toMatch(/^\/pages\/join\/index\?token=[\w-]{22}$/)
  return landing
}

/** The main job, from the form to what both see afterwards, and what may go otherwise. */
export function mainJob(stage: InAppStage): void {
  describe('河北: a couple, by hand', () => {
    it('invites, hands over the link, identifies, reads, writes, joins; both see it', async () => {
      const husband = await stage.phoneOf('王建国')
      await husband.open('/packages/invite/form/index')
      await husband.sees('先确认您是谁')
      await expectPageForAll(husband)
      await husband.open('/packages/identity/link/index')
      await husband.link()

      await husband.open('/packages/invite/form/index')
      await husband.tap('invite-continue')
      await husband.sees('请填 TA 的姓名')
      await expectPageForAll(husband)
      await husband.fill('invite-id-number', `${personNamed('李秀英').idNumber.slice(0, 16)}00`)
      await husband.sees(/最后一位对不上/)
      await fillForm(husband, 'spouse', '李秀英', 'phone')
      await husband.sees(/生，女，/)
      await husband.tap('further-settings')
      await husband.fill('invite-monthly-limit', '500')
      await expectPageForAll(husband)
      await husband.tap('invite-continue')
      await husband.title('请核对')
      await husband.sees('500元')
      await expectPageForAll(husband)

      // A second tap on the same button makes no second invitation.
      await husband.tapTwice('invite-create')
      await husband.title(/签字/)
      expect(await husband.count('#letter-sign')).toBe(0)
      await expectPageForAll(husband)
      await husband.readLetter()
      await husband.tap('letter-open-pad')
      await husband.tap('pad-done')
      await husband.sees(/写得太少了/)
      await expectPageForAll(husband)
      await husband.drawName()
      await husband.tap('pad-undo')
      await husband.tap('pad-clear')
      await husband.tap('pad-turn')
      await husband.settled()
      await husband.drawName()
      await husband.tap('pad-done')
      await husband.waitFor('.fs-letter__signature')
      await expectPageForAll(husband)
      await husband.tap('letter-sign')
      const landing = await landingOf(husband)
      await expectPageForAll(husband)

      const wife = await stage.phoneOf('李秀英')
      await wife.open(landing)
      await wife.title('您收到一份家人的邀请')
      expect(await wife.words()).not.toMatch(/王|妻|500/)
      await expectPageForAll(wife)
      await wife.tap('link-first')
      await wife.settled()
      await wife.link()
      await wife.title('王**想让您用 TA 的医保钱')
      await wife.sees('不会动您的钱')
      await wife.sees('500元')
      await expectPageForAll(wife)
      await wife.tap('join-sign')
      await wife.sign('handwritten')
      await wife.title('加好了')
      await wife.sees(/2025年11月5日起/)
      await expectPageForAll(wife)
      await wife.tap('see-binding')
      await wife.title('您可以用王**的医保钱')
      await expectPageForAll(wife)
      await wife.open(landing)
      await wife.sees('这个邀请已经办好了，不用再签。')

      // The inviter's page has seen it by itself.
      await husband.sees('对方已经看过、签好。')
      await husband.tap('see-binding')
      await husband.title('李**可以用您的医保钱')
      await husband.sees('使用中')
      await husband.sees(/没有被改过/)
      await husband.tapText('授权人签的承诺书')
      await husband.sees(/已于 .* 签好/)
      await expectPageForAll(husband)
      await husband.open('/pages/family/index')
      await husband.sees('李**')
      await wife.open('/pages/family/index')
      await wife.sees('王**')

      const lists = await husband.ask('invitations', 'list')
      expect(lists.sent).toHaveLength(1)
    })
  })

  describe('西藏: one at a time, by a tick', () => {
    it('invites a sister; a forwarded card tells a third person nothing; she joins', async () => {
      const brother = await stage.linked('扎西')
      await invite(brother, 'sibling', '央金', 'phone')
      await brother.sign('tick')
      const landing = await landingOf(brother)

      const stranger = await stage.linked('旺堆')
      await stranger.open(landing)
      await stranger.title('这个邀请打不开')
      await expectPageForAll(stranger)
      const told = await stranger.words()
      await stranger.open('/pages/join/index?token=AAAAAAAAAAAAAAAAAAAAAA')
      await stranger.title('这个邀请打不开')
      // What is said of her invitation is word for word what is said of one that nobody made.
      expect(await stranger.words()).toBe(told)
      expect(told).not.toMatch(/扎|央|西藏|姐|妹/)

      await brother.open(landing)
      await brother.title('这是您自己发出的邀请')
      await expectPageForAll(brother)

      const sister = await stage.linked('央金')
      await sister.open(landing)
      await sister.title('扎*想让您用 TA 的医保钱')
      await sister.tap('join-sign')
      await sister.sign('tick')
      await sister.title('加好了')
      const { asRelative } = await sister.ask('bindings', 'list')
      expect(asRelative).toMatchObject([
        { relation: 'sibling', state: 'active', counterpart: { name: '扎*' } },
      ])
    })

    it('binds a newborn in one sitting', async () => {
      const father = await stage.linked('扎西')
      await fillForm(father, 'child', '平措', 'child')
      await father.sees('不满 16 岁，您当场替儿子签字')
      await expectPageForAll(father)
      await father.tap('invite-continue')
      await father.title('请核对')
      await father.tap('invite-create')
      await father.sees(/第 1 份，共 2 份/)
      await father.sign('tick')
      await father.sees(/第 2 份，共 2 份/)
      await father.sign('tick')
      await father.title('已添加')
      await father.sees(/儿子看病买药就能用您的医保钱了/)
      await expectPageForAll(father)
      const { asPolicyholder } = await father.ask('bindings', 'list')
      expect(asPolicyholder).toContainEqual(expect.objectContaining({ relation: 'child', state: 'active' }))
    })

    it('binds a mother without a phone in person, also when the phone was put away in between', async () => {
      const son = await stage.linked('扎西')
      await invite(son, 'parent', '白玛', 'none')
      await son.sign('tick')
      await son.title('请把手机交给妈妈')
      await expectPageForAll(son)
      await son.tap('hand-over')
      await son.sign('tick')
      await son.sees(/第 1 次，共 2 次/)
      await expectPageForAll(son)
      await son.tap('verify-face')
      await son.title('签好了，还差最后一步')
      await expectPageForAll(son)
      await son.restart()
      await son.title('签好了，还差最后一步')
      // What was typed about her was kept in memory alone: after a restart she says herself who she is.
      await son.tap('verify-sms')
      await son.sees('请填 TA 的姓名')
      await son.fillLabelled('您的姓名', '白玛')
      await son.fillLabelled('您的身份证号', personNamed('白玛').idNumber)
      await son.tap('verify-sms')
      await son.title('已添加')
      await son.sees('请把手机还给家人')
      await expectPageForAll(son)
    })
  })

  describe('what may go otherwise', () => {
    it('lets a relative decline with a reason, and tells the inviter', async () => {
      const husband = await stage.linked('陈志强')
      await invite(husband, 'spouse', '刘丽华', 'phone')
      await husband.sign('handwritten')
      const landing = await landingOf(husband)
      const wife = await stage.linked('刘丽华')
      await wife.open(landing)
      await wife.tap('join-decline')
      await wife.choose('想先和您商量商量')
      await expectPageForAll(wife)
      await wife.tap('decline-confirm')
      await wife.title('您没有同意这个邀请')
      await husband.sees(/想先和您商量商量/)
      await expectPageForAll(husband)
    })

    it('keeps what was written when the network goes, and sends it once when it is back', async () => {
      const father = await stage.linked('陈志强')
      await invite(father, 'child', '陈浩然', 'child')
      await father.readLetter()
      await father.writeName()
      await father.setOffline(true)
      await father.tap('letter-sign')
      await father.sees('网络好像断了')
      await expectPageForAll(father)
      await father.setOffline(false)
      await father.press('再试一次')
      await father.sees(/第 2 份，共 2 份/)
      await father.sign('handwritten')
      await father.title('已添加')
    })

    it('tells the relative what stands in her way before she signs, and the inviter nothing of it', async () => {
      const mother = await stage.linked('赵永红')
      await invite(mother, 'child', '周凯', 'phone')
      await mother.sign('handwritten')
      const landing = await landingOf(mother)
      const son = await stage.linked('周凯')
      await son.open(landing)
      await son.sees(/现在还加不了/)
      await son.sees(/参保/)
      expect(await son.count('#join-sign')).toBe(0)
      await expectPageForAll(son)
      await mother.settled()
      expect(await mother.words()).not.toMatch(/参保/)
    })

    it('refuses in place, with the rule and its source', async () => {
      const brother = await stage.linked('扎西')
      // The newborn cannot be a grandparent.
      await fillForm(brother, 'spouse', '平措', 'child')
      await brother.tap('invite-continue')
      await brother.alerts()
      expect(await brother.count('.fs-refusal')).toBe(1)
      await expectPageForAll(brother)
    })

    it('expires after 72 hours, revives by sending anew, and can be revoked', async () => {
      const husband = await stage.linked('孙伟')
      await invite(husband, 'spouse', '马丽', 'phone')
      await husband.sign('handwritten')
      const landing = await landingOf(husband)
      await husband.sees(/还剩 7[12] 小时/)
      const { clock } = stage.product()
      clock.set(clock.now() + 73 * 3_600_000)
      await husband.title('邀请过期了')
      await expectPageForAll(husband)
      const wife = await stage.linked('马丽')
      await wife.open(landing)
      await wife.title('这个邀请过期了')
      await expectPageForAll(wife)

      await husband.press('重新发一次')
      const fresh = await landingOf(husband)
      expect(fresh).not.toBe(landing)
      await wife.open(landing)
      await wife.title('这个邀请打不开')
      await wife.open(fresh)
      await wife.title(/想让您用/)
      await husband.tap('share-revoke')
      await expectPageForAll(husband)
      await husband.press('撤回')
      await husband.sees(/手里的邀请已经打不开了/)
      await wife.open(fresh)
      await wife.title('这个邀请已经收回了')
      await expectPageForAll(wife)
    })
  })
}
