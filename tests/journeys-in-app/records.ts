import type { AppPhone } from './app-phone'
import type { InAppStage } from './stage'

async function expectPageForAll(phone: AppPhone): Promise<void> {
  expect(await phone.hindrances()).toEqual([])
}

/** What a person finds of herself: her record, who saw it, all of it to take along, and how she takes herself back. */
export function records(stage: InAppStage): void {
  it('from the services to her record, and from there to who saw it and to all her data', async () => {
    const husband = await stage.linked('王建国')
    await husband.open('/pages/services/index')
    await husband.tapText('我的记录')
    await husband.sees('还没有记录')
    await husband.sees('记录一环扣一环，核对过，没有被改过。')
    await expectPageForAll(husband)
    await husband.tap('to-who-saw')
    await husband.sees('还没有人看过')
    await expectPageForAll(husband)
    await husband.open('/packages/records/take-along/index')
    const file: unknown = JSON.parse(await husband.takeFile('export-json'))
    expect(file).toMatchObject({
      format: 'personal-data-export/1',
      data: { persons: [{ name: husband.owner.name }] },
    })
    await husband.sees(/文件已经打开/)
    await expectPageForAll(husband)
    await husband.open('/packages/records/who-saw/index')
    await husband.sees('您导出过全部数据。')
  })

  it('tells what a withdrawal does, lets her show that it is she, asks once more, and forgets her', async () => {
    const husband = await stage.linked('王建国')
    await husband.open('/packages/records/close/index')
    await husband.sees('没有正在用的共享。')
    await expectPageForAll(husband)
    await husband.tap('verify-face')
    await husband.sees('请看看证件号码有没有填错')
    await husband.fill('own-name', husband.owner.name)
    await husband.fill('own-id-number', husband.owner.idNumber)
    await husband.tap('verify-face')
    await husband.press('撤回同意并注销')
    await husband.title('已经注销')
    await expectPageForAll(husband)
    await husband.tap('done')
    await husband.open('/pages/services/index')
    await husband.sees('核对纸质承诺书')
    expect(await husband.words()).not.toContain('我的记录')
  })
}
