import fc from 'fast-check'
import { sm2 } from 'sm-crypto-v2'
import { sm3 } from '../../../platform/keys/keyed-hash'
import { deriveKeys } from '../../../platform/keys/keys'
import { createSealer } from '../../../platform/keys/letter-seal'
import { hashPassword, isPassword } from '../../../platform/keys/password'
import { type Sealed, seal, sealBytes, unseal, unsealBytes } from '../../../platform/keys/sealing'
import { isLetterCode, letterCodeInGroups, normaliseLetterCode } from '../../../shared/values/letter-code'

const keys = deriveKeys('ab'.repeat(32))
const others = deriveKeys('cd'.repeat(32))

it('computes SM3 as the standard’s own example has it', () => {
  // GB/T 32905-2016, appendix A.1: the hash of "abc".
  expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
})

describe('sealing a file', () => {
  const place = 'proofs/1'
  const file = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes))

  it('opens what it sealed, in its place and with its key, and grows by 51 bytes', () => {
    fc.assert(
      fc.property(file, (plain) => {
        const sealed = sealBytes(keys, place, plain)
        expect(sealed).toHaveLength(plain.length + 51)
        expect(unsealBytes(keys, place, sealed).equals(plain)).toBe(true)
        expect(() => unsealBytes(keys, 'proofs/2', sealed)).toThrow()
        expect(() => unsealBytes(others, place, sealed)).toThrow()
      }),
    )
  })

  it('does not open with any byte changed or cut off', () => {
    const sealed = sealBytes(keys, place, Buffer.from('户口簿'))
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => unsealBytes(keys, place, changed)).toThrow()
      expect(() => unsealBytes(keys, place, sealed.subarray(0, at))).toThrow()
    }
  })
})

describe('sealing', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 })

  it('opens what it sealed, in its place and with its key', () => {
    fc.assert(
      fc.property(text, fc.string(), (plain, place) => {
        const sealed = seal(keys, place, plain)
        expect(unseal(keys, place, sealed)).toBe(plain)
        expect(() => unseal(keys, `${place}x`, sealed)).toThrow()
        expect(() => unseal(others, place, sealed)).toThrow()
      }),
    )
  })

  it('never seals the same way twice, and shows nothing of the text', () => {
    const canary = '130099197001019999'
    const [one, two] = [seal(keys, 'p', canary), seal(keys, 'p', canary)]
    expect(one).not.toBe(two)
    expect(one).not.toContain(canary)
  })

  it('finds every changed character', () => {
    const sealed = seal(keys, 'persons/1', '扎西 540099199006160012')
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'B', '0', '.'), (index, character) => {
        const changed = (sealed.slice(0, index) + character + sealed.slice(index + 1)) as Sealed
        const same = sealed
          .split('.')
          .every((part, at) =>
            Buffer.from(part, 'base64url').equals(Buffer.from(changed.split('.')[at] ?? '', 'base64url')),
          )
        // The last character of a part may carry bits that are no part of the bytes; then nothing was changed.
        if (same && changed.split('.').length === sealed.split('.').length) return
        expect(() => unseal(keys, 'persons/1', changed)).toThrow()
      }),
    )
  })
})

describe('tokens and indexes', () => {
  it('makes tokens of 22 base64url characters, each from its nonce and the key alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, two) => {
        const token = keys.invitationToken(one)
        expect(token).toMatch(/^[\w-]{22}$/)
        expect(keys.invitationToken(one)).toBe(token)
        expect(others.invitationToken(one)).not.toBe(token)
        expect(keys.invitationToken(two) === token).toBe(one === two)
        expect(keys.tokenIndex(token)).not.toContain(token)
      }),
    )
  })

  it('finds a person by her document, and another by another', () => {
    const index = keys.idIndex({ idType: '01', idNumber: '540099199006160012' })
    expect(keys.idIndex({ idType: '01', idNumber: '540099199006160012' })).toBe(index)
    expect(keys.idIndex({ idType: '04', idNumber: '540099199006160012' })).not.toBe(index)
    expect(others.idIndex({ idType: '01', idNumber: '540099199006160012' })).not.toBe(index)
    expect(index).toMatch(/^[0-9a-f]{64}$/)
  })

  it('keeps requests of two callers, functions or actions apart', () => {
    const parts = [
      ['a', 'f', 'x', '1'],
      ['a', 'f', 'x1', ''],
      ['af', '', 'x', '1'],
      ['b', 'f', 'x', '1'],
    ] as const
    const made = parts.map(([caller, name, action, id]) => keys.requestKey(caller, name, action, id))
    expect(new Set(made).size).toBe(parts.length)
  })
})

it('keeps a password so that only itself fits, under its own salt and pepper', async () => {
  const kept = await hashPassword(keys, '739154', 4)
  expect(JSON.stringify(kept)).not.toContain('739154')
  expect(await isPassword(keys, '739154', kept)).toBe(true)
  expect(await isPassword(keys, '739155', kept)).toBe(false)
  expect(await isPassword(others, '739154', kept)).toBe(false)
  expect((await hashPassword(keys, '739154', 4)).hash).not.toBe(kept.hash)
})

it('seals a letter so that any change is found, and by the public key of that seal alone', () => {
  const own = sm2.generateKeyPairHex()
  const sealer = createSealer(own.privateKey, 'k1')
  const strange = createSealer(sm2.generateKeyPairHex().privateKey, 'k1')
  const content = JSON.stringify({
    text: '让妈妈看病时用您的医保钱',
    strokes: [[1, 2]],
    signedAt: '2025-11-05',
  })
  const made = sealer.sealLetter(content)
  expect(sealer.isIntact(content, made)).toBe(true)
  expect(strange.isIntact(content, made)).toBe(false)
  for (let index = 0; index < content.length; index += 1) {
    expect(sealer.isIntact(`${content.slice(0, index)}#${content.slice(index + 1)}`, made)).toBe(false)
  }
})

it('checks what an earlier key sealed for as long as its public key is kept', () => {
  const [old, today] = [sm2.generateKeyPairHex(), sm2.generateKeyPairHex()]
  const made = createSealer(old.privateKey, 'k1').sealLetter('content')
  const retired = [{ keyId: 'k1', publicKey: old.publicKey }]
  const rotated = createSealer(today.privateKey, 'k2', retired)
  expect(rotated.publicKeys.map(({ keyId }) => keyId)).toEqual(['k2', 'k1'])
  expect(rotated.isIntact('content', made)).toBe(true)
  expect(rotated.sealLetter('content').keyId).toBe('k2')
  expect(createSealer(today.privateKey, 'k2').isIntact('content', made)).toBe(false)
  // A key that is named by another's id does not fit.
  expect(rotated.isIntact('content', { ...made, keyId: 'k2' })).toBe(false)
})

it('gives each letter a code of its own that is read and typed by people', () => {
  const codes = Array.from({ length: 200 }, (_, index) => keys.letterCode(`letter-${index}`))
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(isLetterCode(normaliseLetterCode(letterCodeInGroups(code)))).toBe(true)
  expect(others.letterCode('letter-1')).not.toBe(codes[1])
  expect(keys.letterCodeIndex(codes[1] ?? '')).not.toContain(codes[1])
})
