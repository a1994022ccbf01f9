import { encode } from 'uqr'
import { qrPicture } from '../../../../src/components/qr-code/picture'

describe('the code of an invitation', () => {
  it('draws each dark module where the encoder has it, inside the quiet zone', () => {
    const text = 'http://127.0.0.1:8787/h5/#/pages/join/index?token=AAAAAAAAAAAAAAAAAAAAAA'
    const { data, size } = encode(text, { ecc: 'M', border: 0 })
    const svg = decodeURIComponent(qrPicture(text).replace('data:image/svg+xml,', ''))
    expect(svg).toContain(`viewBox="0 -.5 ${size + 8} ${size + 8}"`)
    const drawn = Array.from(svg.matchAll(/M(\d+),(\d+)h(\d+)/g)).flatMap(([, x, y, length]) =>
      Array.from({ length: Number(length) }, (_, step) => `${Number(x) - 4 + step},${Number(y) - 4}`),
    )
    const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x},${y}`] : [])))
    expect(drawn).toEqual(dark)
    // The dark module that every code has: row 4 × version + 9, column 8 (ISO/IEC 18004). It tells x from y.
    expect(dark).toContain(`8,${size - 8}`)
  })
})
