import { regionWords } from '../../../../shared/rules/region-words'
import type { ValueFor } from '../../../cloud/writes'
import { momentText } from '../../../copy/app'
import { LETTER_PURPOSES, MY_LETTERS } from '../../../copy/letter'
import { addressOf, ROUTES } from '../../../routes'

export type ListedLetter = ValueFor<'consent-letters', 'list'>['letters'][number]

export interface LetterRow {
  readonly letterId: string
  readonly name: string
  readonly about: string
  readonly region: string
  readonly signed: boolean
  readonly state: string
  readonly action: string
  /** Where a tap leads; null: to the tasks on the first page, which hold the way to sign. */
  readonly to: string | null
}

/** What waits for a signature first, then what is signed, each as the function orders it: the newest first. */
export function letterRows(letters: readonly ListedLetter[]): readonly LetterRow[] {
  const rows = letters.map(letterRow)
  return [...rows.filter(({ signed }) => !signed), ...rows.filter(({ signed }) => signed)]
}

function letterRow(letter: ListedLetter): LetterRow {
  const signed = letter.state === 'signed'
  const { name } = letter.counterpart
  return {
    letterId: letter.letterId,
    name: LETTER_PURPOSES[letter.purpose],
    about: letter.signer === 'guardian' ? MY_LETTERS.forChild(name) : MY_LETTERS.with(name),
    region: MY_LETTERS.region(regionWords(letter.regionCode).name),
    signed,
    state:
      letter.signedAt === undefined ? MY_LETTERS.unsigned : MY_LETTERS.signed(momentText(letter.signedAt)),
    action: signed ? MY_LETTERS.read : MY_LETTERS.sign,
    to: signed
      ? addressOf(ROUTES.letterRead, { letterId: letter.letterId })
      : letter.signer === 'policyholder'
        ? addressOf(ROUTES.inviteSign, { invitationId: letter.invitationId })
        : null,
  }
}
