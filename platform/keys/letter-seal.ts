import { sm2 } from 'sm-crypto-v2'
import { sm3 } from './keyed-hash'

/** The service's seal under a letter (签署存证): it shows that the letter is as it was when it was signed. */
export interface LetterSeal {
  readonly sm3: string
  readonly signature: string
  readonly keyId: string
}

/** A public key of the service, under the id by which a seal names it: hex of an uncompressed SM2 point. */
export interface SealKey {
  readonly keyId: string
  readonly publicKey: string
}

export interface Sealer {
  sealLetter(content: string): LetterSeal
  isIntact(content: string, seal: LetterSeal): boolean
  /** The key that signs today first, then those that once did. */
  readonly publicKeys: readonly SealKey[]
}

/**
 * Signs with SM2 (GB/T 32918) over the SM3 hash of the whole content, the time of signing among it.
 *
 * @param retired keys that sign no longer: what they sealed is checked with them for as long as it is kept
 */
export function createSealer(privateKeyHex: string, keyId: string, retired: readonly SealKey[] = []): Sealer {
  const publicKey = sm2.getPublicKeyFromPrivateKey(privateKeyHex)
  const publicKeys = [{ keyId, publicKey }, ...retired.filter((key) => key.keyId !== keyId)]
  return {
    publicKeys,
    sealLetter: (content) => {
      const digest = sm3(content)
      const signed = sm2.doSignature(digest, privateKeyHex, { hash: true, publicKey })
      return { sm3: digest, signature: Buffer.from(signed, 'hex').toString('base64'), keyId }
    },
    isIntact: (content, seal) => sm3(content) === seal.sm3 && isSealedBy(publicKeys, seal),
  }
}

/** Whether one of these keys made the seal: the one that the seal names, and no other. */
export function isSealedBy(publicKeys: readonly SealKey[], seal: LetterSeal): boolean {
  const key = publicKeys.find((each) => each.keyId === seal.keyId)
  const signature = Buffer.from(seal.signature, 'base64')
  // Base64 is read leniently; a signature written in another way than it was made has been changed.
  if (key === undefined || signature.toString('base64') !== seal.signature) return false
  try {
    return sm2.doVerifySignature(seal.sm3, signature.toString('hex'), key.publicKey, { hash: true })
  } catch {
    // The library throws where bytes are no signature or no key at all.
    return false
  }
}
