import { personNamed } from '../../local/people'
import { exportProblem } from '../../platform/letters/exported-letter'
import { letterCodeInGroups } from '../../shared/values/letter-code'
import { Intruder } from '../journeys/stored'
import { scanned } from '../platform/paper/scan'
import type { AppPhone } from './app-phone'
import { invite } from './main-job'
import type { InAppStage } from './stage'

async function expectPageForAll(phone: AppPhone): Promise<void> {
  expect(await phone.hindrances()).toEqual([])
}

/** What becomes of a signed letter: listed, read again, taken along as paper and as a file, and checked by anybody. */
export function letterJourney(stage: InAppStage): void {
  it('a letter is listed, read again, taken along, and checked by whoever holds the paper', async () => {
    const husband = await stage.linked('王建国')
    await husband.open('/packages/letters/list/index')
    await husband.sees('还没有承诺书')
    await expectPageForAll(husband)
    await invite(husband, 'spouse', '李秀英', 'phone')
    await husband.sign('handwritten')
    await husband.title(/^等/)

    await husband.open('/packages/letters/list/index')
    await husband.sees('河北省的规定')
    await expectPageForAll(husband)
    await husband.tapText('授权人签的承诺书')
    await husband.sees(/已于 .* 签好/)
    await husband.sees('这份承诺书的要点')
    await expectPageForAll(husband)

    const file: unknown = JSON.parse(await husband.takeFile())
    const { secrets } = stage.product()
    const keys = [{ keyId: secrets.sealKeyId, publicKey: secrets.sealPublicKey }]
    expect(exportProblem(file, keys)).toBeNull()
    const { letterId } = (file as { content: { letterId: string } }).content

    const address = (await scanned(await husband.takePaper())) ?? ''
    expect(address).toContain(letterId)
    const neighbour = await stage.phoneOf('赵永红')
    await neighbour.scan(address)
    await neighbour.sees('内容和签署时一样')
    await neighbour.sees('王**')
    await expectPageForAll(neighbour)
    // Nothing of the letter itself, and nobody's name.
    expect(await neighbour.words()).not.toMatch(
      new RegExp(`王建国|李秀英|账户|${personNamed('王建国').idNumber}`),
    )

    const checkCode = async (code: string) => {
      await neighbour.fill('check-code', code)
      await neighbour.tap('check-send')
    }
    await neighbour.tap('check-again')
    await checkCode('AAAA')
    await neighbour.sees(/查验码是 16 个/)
    await expectPageForAll(neighbour)
    await checkCode('aaaa bbbb cccc dddd')
    await neighbour.sees(/没有对上任何一份/)
    await expectPageForAll(neighbour)
    await checkCode(letterCodeInGroups(/code=(\w{16})$/.exec(address)?.[1] ?? '').toLowerCase())
    await neighbour.sees('内容和签署时一样')

    const intruder = new Intruder(stage.product())
    const letter = await intruder.read('letters', letterId)
    await intruder.write('letters', { ...letter, title: letter.title.replace('授权', '受权') })
    await neighbour.scan(address)
    await neighbour.sees('内容和签署时不一样')
    await expectPageForAll(neighbour)
    await intruder.write('letters', letter)
    await neighbour.scan(address)
    await neighbour.sees('内容和签署时一样')
  })
}
