import { sm2 } from 'sm-crypto-v2'
import { sm3 } from './keyed-hash'

/** The service's seal under a letter (签署存证): it shows that the letter is as it was when it was signed. */
export interface LetterSeal {
  readonly sm3: string
  readonly signature: string
  readonly keyId: string
}

export interface Sealer {
  sealLetter(content: string): LetterSeal
  isIntact(content: string, seal: LetterSeal): boolean
}

/** Signs with SM2 (GB/T 32918) over the SM3 hash of the whole content, the time of signing among it. */
export function createSealer(privateKeyHex: string, keyId: string): Sealer {
  const publicKey = sm2.getPublicKeyFromPrivateKey(privateKeyHex)
  const options = { hash: true, publicKey }
  return {
    sealLetter: (content) => {
      const digest = sm3(content)
      const signature = Buffer.from(sm2.doSignature(digest, privateKeyHex, options), 'hex').toString('base64')
      return { sm3: digest, signature, keyId }
    },
    isIntact: (content, seal) => {
      if (sm3(content) !== seal.sm3) return false
      return sm2.doVerifySignature(
        seal.sm3,
        Buffer.from(seal.signature, 'base64').toString('hex'),
        publicKey,
        options,
      )
    },
  }
}
