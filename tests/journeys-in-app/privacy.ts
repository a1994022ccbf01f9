import { PRIVACY_PAGE, PRIVACY_REFUSED, PRIVACY_SHEET, PRIVACY_TITLE } from '../../src/copy/privacy'
import type { InAppStage } from './stage'

const LINK = '/packages/identity/link/index'

/** Before anything personal is typed a person is told what becomes of it, and may say no. */
export function privacy(stage: InAppStage): void {
  describe('the privacy text', () => {
    it('is asked for before anything is typed; who refuses sees no form, and may look again', async () => {
      const phone = await stage.phoneOf('王建国')
      await phone.open(LINK, 'leave')
      await phone.sees(PRIVACY_SHEET.title)
      await phone.sees(PRIVACY_SHEET.refuseMeans)
      expect(await phone.hindrances()).toEqual([])
      await phone.tap('privacy-refuse')
      await phone.sees(PRIVACY_REFUSED.title)
      await phone.settled()
      expect(await phone.count('#name')).toBe(0)
      expect(await phone.count('#submit')).toBe(0)
      expect(await phone.hindrances()).toEqual([])

      await phone.tap('privacy-again')
      await phone.sees(PRIVACY_SHEET.title)
      await phone.settled()
      await phone.tap('privacy-whole')
      await phone.title(PRIVACY_TITLE)
      await phone.sees(PRIVACY_PAGE.notAgreed)
      expect(await phone.hindrances()).toEqual([])
      await phone.back()
      await phone.tap('privacy-agree')
      await phone.settled()
      expect(await phone.count('#privacy-agree')).toBe(0)
      await phone.link()
    })

    it('is asked for no more on this phone once agreed, and again when that is taken back', async () => {
      const phone = await stage.linked('王建国')
      await phone.restart()
      await phone.open('/packages/invite/form/index', 'leave')
      await phone.waitFor('#invite-name')
      expect(await phone.count('#privacy-agree')).toBe(0)

      await phone.open('/packages/about/privacy/index', 'leave')
      await phone.sees(PRIVACY_PAGE.agreed)
      await phone.tap('privacy-withdraw')
      await phone.sees(PRIVACY_PAGE.withdrawAsk)
      expect(await phone.hindrances()).toEqual([])
      await phone.tap('confirm')
      await phone.sees(PRIVACY_PAGE.withdrawn)
      await phone.open('/packages/invite/form/index', 'leave')
      await phone.waitFor('#privacy-agree')
    })
  })
}
