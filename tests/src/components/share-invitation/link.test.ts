import { landingPath } from '../../../../shared/contract/landing'
import { landingLink } from '../../../../src/components/share-invitation/link'

const PATH = landingPath('AbCdEfGhIjKlMnOpQrStUv')

describe('what another phone’s camera opens', () => {
  it('is this app’s own address in a browser, without whose phone it came from', () => {
    const place = { origin: 'https://example.org', pathname: '/h5/', search: '?as=somebody' }
    expect(landingLink(PATH, place, '')).toBe(
      'https://example.org/h5/#/pages/join/index?token=AbCdEfGhIjKlMnOpQrStUv',
    )
  })

  it('is the registered address with the token in WeChat, and nothing where none is registered', () => {
    expect(landingLink(PATH, null, 'https://example.org/invite')).toBe(
      'https://example.org/invite?token=AbCdEfGhIjKlMnOpQrStUv',
    )
    expect(landingLink(PATH, null, '')).toBeNull()
  })
})
