import { personNamed } from '../../local/people'
import * as family from '../journeys/premium-family'
import * as calls from '../journeys/stage'
import type { AppPhone } from './app-phone'
import type { InAppStage } from './stage'

const { PASSWORD } = family
const openidOf = (name: string) => personNamed(name).openid ?? ''

async function expectPageForAll(phone: AppPhone): Promise<void> {
  expect(await phone.hindrances()).toEqual([])
}

/** On the keys of the app's own pad. */
async function type(phone: AppPhone, password: string): Promise<void> {
  for (const digit of password) await phone.tap(`key-${digit}`)
}

/** Shows that it is she, and sets the password by typing it twice. */
async function setPassword(phone: AppPhone, password = PASSWORD): Promise<void> {
  await phone.title('设置支付密码')
  await phone.agreeToPrivacy()
  await phone.fill('own-name', phone.owner.name)
  await phone.fill('own-id-number', phone.owner.idNumber)
  await phone.tap('verify-face')
  await phone.title('请设六位数字')
  await type(phone, password)
  await phone.title('请再输一次')
  await type(phone, password)
}

/** Paying for relatives: the price, the password, the outcome, whatever it is, and the way back. */
export function payingPremiums(stage: InAppStage): void {
  it('pays for the child that the other parent has not paid for, with a password that is set on the way', async () => {
    const product = stage.product()
    const father = await calls.linked(product, openidOf('陈志强'))
    const mother = await family.payer(product, openidOf('刘丽华'))
    await family.bindChild(father, '陈浩然')
    await family.bindChild(father, '陈雨桐')
    const { quoteId } = await family.quoted(mother, [await family.bindChild(mother, '陈雨桐')])
    calls.valueIn(await mother.ask('premiums', 'pay', { quoteId, password: PASSWORD }))

    const phone = await stage.phoneOf('陈志强')
    await phone.open('/pages/home/index')
    await phone.tap('to-premiums')
    await phone.title('居民医保缴费')
    await phone.sees('1 位已缴，1 位没缴')
    await phone.sees('不是从您的账户缴的')
    // Where one is left there is nothing to choose.
    await phone.sees('已选 1 位，共 400.00元')
    await expectPageForAll(phone)
    await phone.tap('to-check')
    await phone.title('请核对')
    await phone.sees('还没有支付密码')
    await phone.tap('set-password')
    await setPassword(phone, '123456')
    await phone.sees('这个密码太简单')
    await expectPageForAll(phone)
    await type(phone, PASSWORD)
    await phone.title('请再输一次')
    await type(phone, '111119')
    await phone.sees('两次输的不一样')
    await type(phone, PASSWORD)
    await phone.title('请再输一次')
    await type(phone, PASSWORD)
    await phone.title('支付密码设好了')
    await phone.tap('password-done')

    await phone.tap('to-password-pad')
    await phone.title('请输入支付密码')
    await type(phone, '7391')
    await phone.tap('key-delete')
    await type(phone, '290')
    await phone.sees('还可以再试4次')
    await expectPageForAll(phone)
    // Somebody else guesses on, until one try is left.
    const quote = await family.quoted(father, [await onlyUnpaid(father)])
    for (const password of ['246801', '246802', '246803']) {
      await father.ask('premiums', 'pay', { quoteId: quote.quoteId, password })
    }
    await type(phone, '246804')
    await phone.sees('为了安全先锁住了')
    await expectPageForAll(phone)
    await phone.tap('refused-next')
    await setPassword(phone)
    await phone.title('支付密码设好了')
    await phone.tap('password-done')
    await phone.tap('to-password-pad')
    await phone.title('请输入支付密码')
    await type(phone, PASSWORD)
    await phone.title('缴好了')
    await phone.sees('2026年1月1日')
    await expectPageForAll(phone)
    await phone.tap('receipt')
    await phone.sees('凭证已经打开')
    expect(await phone.kept()).not.toContain(PASSWORD)
    expect(await family.balanceOf(father)).toBe(4_600_00)
    await phone.tap('payment-next')
    await phone.sees('2 位已缴')
  })

  it('does not know the outcome, is closed and opened again, and finds it; gives it back and is paid once', async () => {
    const product = stage.product()
    const payer = await family.payer(product, openidOf('孙伟'))
    await family.bindAdult(product, payer, '孙一鸣', 'child')
    product.insurer.setFault({ kind: 'refuse', operation: '/premiums/pay' })
    const phone = await stage.phoneOf('孙伟')
    await phone.open('/packages/premiums/overview/index')
    await phone.tap('to-check')
    await phone.tap('to-password-pad')
    await phone.title('请输入支付密码')
    await type(phone, PASSWORD)
    await phone.title('结果确认中')
    await phone.sees('请不要重复缴')
    await expectPageForAll(phone)
    await phone.restart()
    await phone.title('结果确认中')
    await phone.open('/pages/home/index')
    await phone.sees('有一笔缴费还不知道结果')
    product.insurer.setFault(null)
    await phone.tap('open-payment')
    await phone.title('缴好了')
    await phone.press(/^退孙/)
    await phone.title('申请退费')
    await phone.choose(/^重复缴了/)
    await expectPageForAll(phone)
    await phone.tap('refund-send')
    await phone.press('确定退费')
    await phone.title('已经退回')
    await phone.open('/packages/premiums/records/index')
    await phone.sees('已经退回')
    await phone.sees('您缴的')
    await expectPageForAll(phone)
    expect(await family.balanceOf(payer)).toBe(personNamed('孙伟').balanceFen)
    // What is known is asked about no more.
    await phone.open('/pages/home/index')
    await phone.sees('等您处理')
    expect(await phone.words()).not.toContain('不知道结果')
  })
}

async function onlyUnpaid(phone: calls.Phone): Promise<string> {
  const { relatives } = calls.valueIn(await phone.ask('premiums', 'payable', {}))
  const unpaid = relatives.find(({ state }) => state === 'unpaid')
  if (unpaid === undefined) throw new Error('everybody is paid')
  return unpaid.bindingId
}
