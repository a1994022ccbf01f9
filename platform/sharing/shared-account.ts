import { bindingStateOn, type SharedAccount } from '../../shared/rules'
import { type Day, day, type Instant, startOfDay } from '../../shared/values/day'
import { addFen, type Fen, fen } from '../../shared/values/fen'
import type { InsuredPerson, PersonalAccount } from '../insurer/port'
import type { BindingDocument, PersonDocument } from '../store/collections'
import type { PaymentDocument, PremiumLine } from '../store/premium-collections'
import { settledInMonth } from './spending'

/** The month of a day, YYYY-MM. */
export function monthOf(today: Day): string {
  return today.slice(0, 7)
}

export function monthBegun(today: Day): Instant {
  return startOfDay(day(`${monthOf(today)}-01`))
}

/** What is known of one whose account is shared. */
export interface Sharing {
  readonly person: Pick<PersonDocument, 'settledSpending' | 'accountLimitFen'>
  readonly insured: InsuredPerson | null
  /** Null where there is no account. */
  readonly personalAccount: PersonalAccount | null
  /** Her premium payments: those of this month, and all of them where a limit for the whole account is set. */
  readonly payments: readonly PaymentDocument[]
}

/**
 * A policyholder's account as one relative may use it today, as the rules are asked about it. Used is what was paid of
 * premiums and of bills; what is not known to have failed counts. That the limit of the whole account (山东) holds for
 * everything ever used of it is our own reading: it names no time.
 */
export function sharedAccountOf(
  binding: BindingDocument,
  { person, insured, personalAccount, payments }: Sharing,
  relative: Pick<InsuredPerson, 'poolingArea'> | null,
  today: Day,
  policyholderName = '',
): SharedAccount {
  const { balanceFen, priorYearsFen } = personalAccount ?? { balanceFen: fen(0), priorYearsFen: null }
  const begun = monthBegun(today)
  const thisMonth = payments.filter(({ createdAt }) => createdAt >= begun)
  const hers = linesOf(thisMonth).filter(({ bindingId }) => bindingId === binding._id)
  return {
    bindingId: binding._id,
    regionCode: binding.regionCode,
    state: bindingStateOn(binding, today),
    effectiveFrom: binding.effectiveFrom,
    lastDay: binding.lastDay,
    uses: binding.uses,
    boundAt: binding.acceptedAt,
    sameArea: insured?.poolingArea != null && insured.poolingArea.code === relative?.poolingArea?.code,
    place: binding.place ?? null,
    policyholderName,
    policyholderActive: insured?.enrolment === 'active',
    balanceFen,
    ...(priorYearsFen === null ? {} : { priorYearsFen }),
    perSettlementLimitFen: binding.perSettlementLimitFen,
    monthLimitFen: binding.monthlyLimitFen,
    usedThisMonthFen: addFen(usedOf(hers), settledInMonth(person, binding._id, monthOf(today))),
    accountLimitFen: person.accountLimitFen ?? null,
    usedOfAccountLimitFen: addFen(usedOf(linesOf(payments)), person.settledSpending?.everFen ?? fen(0)),
  }
}

function linesOf(payments: readonly PaymentDocument[]): PremiumLine[] {
  return payments.flatMap(({ lines }) => lines)
}

/** What is not known to have failed counts as used. */
function usedOf(lines: readonly PremiumLine[]): Fen {
  const used = lines.filter(({ state, refund }) => state !== 'failed' && refund?.state !== 'refunded')
  return addFen(...used.map(({ amountFen }) => amountFen))
}
