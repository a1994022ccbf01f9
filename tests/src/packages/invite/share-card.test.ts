import { landingPath } from '../../../../shared/contract/landing'
import { RELATIONS } from '../../../../shared/values/relation'
import { APP_NAME } from '../../../../src/copy/app'
import { kinWord, SHARE_COPY } from '../../../../src/copy/invite'
import { shareCardOf } from '../../../../src/packages/invite/share/model'
import { ROUTES } from '../../../../src/routes'

const TOKEN = 'AbCdEfGhIjKlMnOpQrStUv'

describe('the card that is forwarded', () => {
  it('opens the landing with the token and nothing else', () => {
    expect(shareCardOf(landingPath(TOKEN), '妈妈').path).toBe(`${ROUTES.landing}?token=${TOKEN}`)
  })

  it('has a title without name and number', () => {
    for (const relation of RELATIONS) {
      for (const sex of ['male', 'female', null] as const) {
        const { title } = shareCardOf(landingPath(TOKEN), kinWord(relation, sex))
        expect(title).not.toMatch(/[\d*＊]/)
        expect(title).not.toContain(TOKEN)
      }
    }
    expect(shareCardOf(landingPath(TOKEN), SHARE_COPY.parent).title).not.toMatch(/[\d*＊]/)
  })

  it('has a picture of its own, because a picture of the page would show the relative’s name', () => {
    expect(shareCardOf(landingPath(TOKEN), '妈妈').imageUrl).toMatch(/^\/theme\/[\w-]+\.png$/)
    expect(shareCardOf(null, '').imageUrl).toMatch(/^\/theme\/[\w-]+\.png$/)
  })

  it('forwards the product where there is no invitation to hand over', () => {
    expect(shareCardOf(null, '妈妈')).toMatchObject({ title: APP_NAME, path: ROUTES.home })
  })
})
