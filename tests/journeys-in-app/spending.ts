import { Phone, valueIn } from '../journeys/stage'
import { Till } from '../journeys/till'
import type { AppPhone } from './app-phone'
import { bound } from './bound'
import type { InAppStage } from './stage'

async function expectPageForAll(phone: AppPhone): Promise<void> {
  expect(await phone.hindrances()).toEqual([])
}

/** Where a bill would be paid from, what the till then does, and what both sides find of it. */
export function spending(stage: InAppStage): void {
  it('a bill is looked at beforehand, and found afterwards by both, each with what is theirs', async () => {
    const son = await stage.linked('王建国')
    const product = stage.product()
    await bound(product, '王建国', '张玉兰', { perSettlementLimitFen: 50_00 })
    await son.open('/packages/settlement/records/index')
    await son.sees('没有明细')
    await expectPageForAll(son)

    const mother = await stage.phoneOf('张玉兰')
    await mother.open('/packages/settlement/preview/index')
    await mother.tap('look')
    await mother.sees(/请填写金额/)
    await mother.fill('amount', '86')
    await mother.tap('look')
    await mother.sees('86.00元会这样付')
    await mother.sees(/授权人设了每次最多用50元/)
    await expectPageForAll(mother)

    const patient = new Phone(product, mother.owner.openid ?? '')
    valueIn(await new Till(product, 'H13009901301').settle(patient, 86_00))
    valueIn(await new Till(product, 'P13009901301').settle(patient, 20_00, 'pharmacy'))

    await mother.open('/packages/settlement/records/index')
    await mother.choose('给我付的')
    await mother.sees('石家庄市示范医院，门诊')
    await mother.sees('本人另付')
    await expectPageForAll(mother)
    await son.open('/packages/settlement/records/index')
    await son.sees('张**在医院用的')
    await son.sees('一共 70.00元')
    expect(await son.words()).not.toMatch(/示范医院|门诊|86/)
    await son.press(/^11月/)
    await son.sees(/✓ 11月/)
    await expectPageForAll(son)
  })
}
