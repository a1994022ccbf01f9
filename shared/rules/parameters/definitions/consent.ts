import type { Relation } from '../../../values/relation'
import type { SigningMode } from '../../answer'
import { type Definitions, settled, unlessPublished, words } from './definition'

export interface ProofRule {
  readonly relation: Relation | 'any'
  readonly documents: readonly string[]
  /** Missing: always. `window`: only at the counter, never asked on the phone. */
  readonly only?: 'minor' | 'adult' | 'window'
}

/** What the region's own system asks of the relative. Ours asks every adult, whatever a region does. */
export interface LocalConfirmation {
  readonly by: 'nobody' | 'face-check' | 'link-or-face' | 'spouse-only'
  /** Below this age in years the relative is not asked. */
  readonly exemptBelowAge?: number
}

/** What is read, signed and shown before sharing may begin or end. */
export interface ConsentValues {
  'relative-confirms': true
  'local-confirmation': LocalConfirmation
  'guardian-age': number
  'sensitive-data-child-age': number
  /** From this age in full years a relative counts as an adult where proofs are asked of minors or of adults alone. */
  'adult-age': number
  /** The notice that is read before the letter is signed. */
  'bind-notice-title': string
  /** What stands beside the box that is ticked. */
  'tick-label': string
  'consent-title': string
  'consent-mode': SigningMode
  /** The sentence that is typed where the mode is `typed`. */
  'consent-sentence': string
  /** Whether one tap may fill in the sentence. */
  'consent-one-tap': boolean
  'unbind-notice-title': string
  proofs: readonly ProofRule[]
  review: boolean
  'review-minutes': number
  'unbind-proofs': readonly ProofRule[]
  'unbind-review': boolean
  /** So long an invitation lives from the policyholder's signature, and again from each time it is sent anew. */
  'invitation-hours': number
  /** For so many days after it was made an invitation may be sent anew. */
  'invitation-resend-days': number
  'review-by': 'agency'
  'letter-retention-years': number
  'proof-retention-days': number
}

export const CONSENT_DEFINITIONS: Definitions<ConsentValues> = {
  'relative-confirms': settled('成年家人要本人同意'),
  'local-confirmation': unlessPublished('当地系统怎样让家人确认'),
  'guardian-age': settled('未满多少周岁由监护人签字', 'years'),
  'sensitive-data-child-age': settled('未满多少周岁的信息都算敏感信息', 'years'),
  'adult-age': settled('满多少周岁按成年要材料', 'years'),
  'bind-notice-title': unlessPublished('绑定前要阅读的告知书'),
  'tick-label': words('勾选框旁边的话'),
  'consent-title': words('承诺书的名字'),
  'consent-mode': settled('承诺书怎么签'),
  'consent-sentence': words('要照着输入的一句话'),
  'consent-one-tap': unlessPublished('这句话可以一键填入'),
  'unbind-notice-title': words('解绑告知书的名字'),
  proofs: unlessPublished('要交哪些材料'),
  review: unlessPublished('要不要人工审核'),
  'review-minutes': unlessPublished('人工审核大约多少分钟'),
  'unbind-proofs': unlessPublished('解绑要交哪些材料'),
  'unbind-review': unlessPublished('解绑要不要人工审核'),
  'invitation-hours': settled('邀请发出后几小时内有效', 'hours'),
  'invitation-resend-days': settled('邀请几天内可以重新发', 'days'),
  'review-by': settled('材料由谁审核'),
  'letter-retention-years': settled('签好的承诺书保存几年', 'years'),
  'proof-retention-days': settled('审核以后材料保存几天', 'days'),
}
