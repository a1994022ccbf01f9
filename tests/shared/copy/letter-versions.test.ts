import { createHash } from 'node:crypto'
import { LETTER_VERSION, type LetterFacts, letterText, noticeText } from '../../../shared/copy/letters'
import {
  UNBIND_LETTER_VERSION,
  type UnbindLetterFacts,
  unbindLetterText,
  WALLET_LETTER_VERSION,
  type WalletLetterFacts,
  walletLetterText,
} from '../../../shared/copy/other-letters'
import { day, parseDay } from '../../../shared/values/day'
import { fen } from '../../../shared/values/fen'

/**
 * What each version says, as a fingerprint over every turn that its text can take. A text that was changed under its
 * old version fails here: give it a new version (the first day on which it is used) and a new line, and leave the lines
 * above as they are.
 */
const PUBLISHED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  binding: {
    '2025-11-05': '94812403d81f73af7bd756cc2d2116c54e3925e414857062892f280f8a5ebee9',
    '2026-11-24': '2e666d2f461fac95080fa5e7992620363cb581e0e6ed0fded56e8ee1fc3b43bc',
    '2026-11-25': 'ce8fc8175042f954b48538ad5c3aa8568f5f23c951305d943cb5c3a75443bb41',
  },
  unbind: {
    '2025-11-05': 'c27a119fbbd23372e684f7790437141af780cce7378ad05d46d316e5ab79a1db',
    '2026-11-25': '23fbf13ace305bd72fb4d7df9b81c2f85a3f143e8eb0aa5b1cf38fd799bb2ab5',
  },
  wallet: { '2025-11-05': '5415231f4e53580721c0b84b58c31085a39af281d91fd20360dd6155ddf78c00' },
}

const START = day('2025-11-05')
const PENALTY = { suspensionMonths: { from: 3, to: 12 }, fineTimes: { from: 2, to: 5 } }

function bindingTexts(): unknown[] {
  const both = [true, false]
  const texts: unknown[] = []
  for (const purpose of ['invite', 'accept', 'guardian'] as const) {
    for (const yes of both) {
      for (const ourReading of both) {
        const reviewed = yes !== ourReading
        const words = {
          consentTitle: '承诺书',
          system: '小程序',
          beginsNextDay: yes,
          unbinding: { nextDay: yes, ourReading },
          unbindingReviewed: ourReading,
          withEnrolment: { ends: yes, ourReading },
          penalty: yes ? PENALTY : null,
        }
        const facts: LetterFacts = {
          purpose,
          words,
          reviewed,
          policyholderName: '甲',
          relativeName: '乙',
          relation: yes ? 'sibling' : 'spouse',
          relativeSex: yes ? null : 'female',
          uses: ['hospital', 'premium'],
          startDay: START,
          ...(yes ? { endDay: START, monthlyLimitFen: fen(100), perSettlementLimitFen: fen(200) } : {}),
          signerName: ourReading ? '丙' : '',
        }
        texts.push(letterText(facts), noticeText(facts))
      }
    }
  }
  return texts
}

function unbindTexts(): unknown[] {
  const steps: readonly [UnbindLetterFacts['step'], UnbindLetterFacts['lastDay']][] = [
    ['end', START],
    ['apply', START],
    ['apply', null],
    ['withdraw', null],
  ]
  const alternatives = [true, false].flatMap((nextDay) => steps.map((step) => [nextDay, ...step] as const))
  return (['policyholder', 'relative', 'guardian'] as const).flatMap((by) =>
    alternatives.map(([nextDay, step, lastDay]) => {
      const reading = { nextDay, ourReading: nextDay }
      const facts: UnbindLetterFacts = {
        step,
        words: { unbindTitle: '告知书', unbinding: reading, rebinding: reading },
        by,
        signerName: '丙',
        policyholderName: '甲',
        relativeNames: ['乙', '丁'],
        lastDay,
      }
      return unbindLetterText(facts)
    }),
  )
}

function walletTexts(): unknown[] {
  return [true, false].map((known) => {
    const facts: WalletLetterFacts = {
      words: {
        consentTitle: '承诺书',
        system: '小程序',
        penalty: known ? PENALTY : null,
        hours: known ? { from: '06:00', to: '22:00' } : null,
        amountFen: known ? fen(2_000_00) : null,
        countADay: known ? 3 : null,
        returnAt: { time: '06:00', ourReading: known },
      },
      signerName: '甲',
    }
    return walletLetterText(facts)
  })
}

it.each([
  ['binding', LETTER_VERSION, bindingTexts()],
  ['unbind', UNBIND_LETTER_VERSION, unbindTexts()],
  ['wallet', WALLET_LETTER_VERSION, walletTexts()],
])('the text of %s is what its version has always said', (name, version, texts) => {
  expect(parseDay(version)).not.toBeNull()
  const fingerprint = createHash('sm3').update(JSON.stringify(texts)).digest('hex')
  expect({ version, fingerprint }).toEqual({ version, fingerprint: PUBLISHED[name]?.[version] })
})
