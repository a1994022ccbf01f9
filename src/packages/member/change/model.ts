import { USES, type Use } from '../../../../shared/values/relation'
import type { InputFor } from '../../../cloud/writes'
import { CHANGE } from '../../../copy/change'
import { fenFromYuan } from '../../../copy/yuan'
import type { BindingDetail } from '../detail/model'

type Terms = Pick<
  BindingDetail,
  'bindingId' | 'uses' | 'consentedUses' | 'monthlyLimitFen' | 'perSettlementLimitFen'
>

export interface LimitsForm {
  readonly uses: readonly Use[]
  /** As typed, in yuan; empty for none. */
  readonly monthlyYuan: string
  readonly perSettlementYuan: string
}

export interface LimitsProblems {
  readonly uses: string | null
  readonly monthlyYuan: string | null
  readonly perSettlementYuan: string | null
}

export function limitsAtFirst(binding: Terms): LimitsForm {
  return {
    uses: USES.filter((use) => binding.uses.includes(use)),
    monthlyYuan: yuanOf(binding.monthlyLimitFen),
    perSettlementYuan: yuanOf(binding.perSettlementLimitFen),
  }
}

/** 300 or 300.5: digits as a person types them. */
function yuanOf(amountFen: number | undefined): string {
  return amountFen === undefined ? '' : String(amountFen / 100)
}

/** What both letters name, and so what can be chosen. */
export function usesToChoose(binding: Terms): readonly Use[] {
  return USES.filter((use) => binding.consentedUses.includes(use))
}

export function problemsOf(form: LimitsForm): LimitsProblems {
  const monthly = fenFromYuan(form.monthlyYuan)
  const perSettlement = fenFromYuan(form.perSettlementYuan)
  const unclear = (text: string) =>
    text.trim() !== '' && fenFromYuan(text) === null ? CHANGE.notAnAmount : null
  const above = monthly !== null && perSettlement !== null && perSettlement > monthly
  return {
    uses: form.uses.length === 0 ? CHANGE.usesMissing : null,
    monthlyYuan: unclear(form.monthlyYuan),
    perSettlementYuan: unclear(form.perSettlementYuan) ?? (above ? CHANGE.perSettlementAbove : null),
  }
}

export function isInOrder(problems: LimitsProblems): boolean {
  return Object.values(problems).every((problem) => problem === null)
}

/** What is sent: the fields that she changed and no other; null where that is nothing. */
export function limitsInput(binding: Terms, form: LimitsForm): InputFor<'bindings', 'set-limits'> | null {
  const before = limitsAtFirst(binding)
  const monthly = fenFromYuan(form.monthlyYuan)
  const perSettlement = fenFromYuan(form.perSettlementYuan)
  const changed = {
    ...(form.uses.join() === before.uses.join() ? {} : { uses: [...form.uses] }),
    ...(monthly === (binding.monthlyLimitFen ?? null) ? {} : { monthlyLimitFen: monthly }),
    ...(perSettlement === (binding.perSettlementLimitFen ?? null)
      ? {}
      : { perSettlementLimitFen: perSettlement }),
  }
  return Object.keys(changed).length === 0 ? null : { bindingId: binding.bindingId, ...changed }
}
