import fc from 'fast-check'
import { MOST_PROOF_BYTES, MOST_PROOFS, PROOF_TYPES, proofTypeOf } from '../../../../shared/values/proof-file'
import {
  afterRefusal,
  changed,
  checked,
  fileIdsIn,
  inOrder,
  missingIn,
  type ProofPhoto,
  placesLeft,
  storageNameOf,
} from '../../../../src/components/proof-photos/model'
import { CHOOSING_TROUBLES, missingSentence } from '../../../../src/copy/proofs'

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0])
const DOCUMENTS = ['户口簿', '出生医学证明', null]

function photo(key: string, document: string | null, more: Partial<ProofPhoto> = {}): ProofPhoto {
  return {
    key,
    document,
    path: `wxfile://${key}`,
    blob: null,
    type: 'image/jpeg',
    state: 'uploaded',
    fileId: `cloud://${key}`,
    ...more,
  }
}

describe('a file', () => {
  it.each<[string, { bytes: number; head: Uint8Array }, string]>([
    ['a photo', { bytes: 1_000, head: JPEG }, 'image/jpeg'],
    ['a photo of just the size', { bytes: MOST_PROOF_BYTES, head: JPEG }, 'image/jpeg'],
    ['a PDF', { bytes: 9, head: new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]) }, 'application/pdf'],
    ['one byte too many', { bytes: MOST_PROOF_BYTES + 1, head: JPEG }, 'too-large'],
    ['nothing', { bytes: 0, head: new Uint8Array() }, 'empty'],
    ['a web page', { bytes: 40, head: new Uint8Array([0x3c, 0x68, 0x74, 0x6d]) }, 'wrong-type'],
    ['a beginning that is cut off', { bytes: 2, head: JPEG.subarray(0, 2) }, 'wrong-type'],
  ])('%s', (_, file, found) => {
    expect(checked(file)).toBe(found)
  })

  it('is told by its beginning alone, whatever follows', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (rest) => {
        expect(proofTypeOf(new Uint8Array([0xff, 0xd8, 0xff, ...rest]))).toBe('image/jpeg')
        const type = proofTypeOf(rest)
        expect(type === null || PROOF_TYPES.includes(type)).toBe(true)
      }),
    )
  })

  it('has a name in the storage that tells nothing but what it is', () => {
    expect(storageNameOf(photo('01H', null))).toBe('01H.jpg')
    expect(storageNameOf({ key: '01H', type: 'application/pdf' })).toBe('01H.pdf')
  })
})

describe('what is missing', () => {
  const both = [photo('a', '户口簿'), photo('b', '出生医学证明')]

  it.each<[string, readonly ProofPhoto[], 'each' | 'one' | 'none', string | null]>([
    ['nothing was taken', [], 'each', '还没有拍：户口簿'],
    ['one of two documents', [photo('a', '户口簿')], 'each', '还没有拍：出生医学证明'],
    ['all of them', both, 'each', null],
    ['one is on its way', changed(both, 'b', { state: 'uploading' }), 'each', '照片还在上传，请稍等'],
    [
      'one did not get through',
      changed(both, 'b', { state: 'failed' }),
      'each',
      '有一张没有传好，请再传一次，或者去掉',
    ],
    [
      'one is of no use',
      changed(both, 'a', { state: 'of-no-use' }),
      'one',
      '有一张没有传好，请再传一次，或者去掉',
    ],
    ['again, without any', [], 'one', '还没有拍材料'],
    ['again, with something else alone', [photo('c', null)], 'one', null],
    ['where nothing is asked for', [], 'none', null],
  ])('%s', (_, photos, needs, sentence) => {
    expect(missingSentence(missingIn(photos, DOCUMENTS, needs))).toBe(sentence)
  })

  it('never asks for what may be left out', () => {
    expect(missingIn(both, DOCUMENTS, 'each')).toBeNull()
  })

  it('never offers more than may be handed in', () => {
    const many = Array.from({ length: MOST_PROOFS + 3 }, (_, index) => photo(String(index), null))
    expect(many.map((_, index) => placesLeft(many.slice(0, index))).at(0)).toBe(MOST_PROOFS)
    expect(placesLeft(many.slice(0, MOST_PROOFS))).toBe(0)
    expect(placesLeft(many)).toBe(0)
  })
})

describe('handing in', () => {
  const photos = [
    photo('late', null),
    photo('b', '出生医学证明'),
    photo('a', '户口簿'),
    photo('a2', '户口簿'),
  ]
  const refusal = (position: number, problem: string) => ({
    code: 'proof-required' as const,
    facts: { position, problem },
  })

  it('goes document by document, whatever was photographed first', () => {
    expect(fileIdsIn(photos, DOCUMENTS)).toEqual(['cloud://a', 'cloud://a2', 'cloud://b', 'cloud://late'])
  })

  it('marks the photo that a refusal names by its place in what was sent', () => {
    const marked = afterRefusal(photos, DOCUMENTS, refusal(2, 'wrong-type'))
    expect(inOrder(marked, DOCUMENTS).map(({ state }) => state)).toEqual([
      'uploaded',
      'of-no-use',
      'uploaded',
      'uploaded',
    ])
    expect(missingIn(marked, DOCUMENTS, 'each')).toEqual({ kind: 'failed' })
  })

  it('lets her send once more what did not arrive', () => {
    const marked = afterRefusal(photos, DOCUMENTS, refusal(3, 'missing'))
    expect(marked.find(({ key }) => key === 'b')).toMatchObject({ state: 'failed', fileId: null })
  })

  it.each([
    ['a place that nobody sent', refusal(9, 'missing')],
    ['no place', { code: 'proof-required' as const, facts: { proofs: ['户口簿'] } }],
    ['something else', { code: 'already-bound' as const, facts: { position: 1 } }],
  ])('changes nothing after a refusal that names %s', (_, told) => {
    expect(afterRefusal(photos, DOCUMENTS, told)).toBe(photos)
  })
})

it('has a plain sentence with a way on for whatever may go wrong in choosing', () => {
  for (const sentence of Object.values(CHOOSING_TROUBLES)) expect(sentence).toMatch(/请|可以/)
})
