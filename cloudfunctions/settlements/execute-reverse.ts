import type { Executes, WriteCall } from '../../platform/handler'
import { askedAgainAt } from '../../platform/orders/asking'
import { isOrderOpen } from '../../platform/settlements/answers'
import type { SettlementDocument } from '../../platform/store/settlement-collections'
import type { settlements } from '../../shared/contract/settlements'
import type { SettlementId } from '../../shared/values/ids'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { settled } from './execute-settle'

type Reversing = Pick<Executes<(typeof settlements)['actions']>, 'reverse'>

/** The same three steps as a settlement: that it is asked back, the insurer, what became of it. */
export const reversing: Reversing = {
  async reverse(call, { settlementId }) {
    const asked = await askBack(call, settlementId)
    if (!asked.ok) return asked
    return settled(call, asked.value)
  },
}

/** Writes down that it is asked back. One that is asked back already stays as it is, under its own id. */
function askBack(
  call: WriteCall<'institution'>,
  settlementId: SettlementId,
): Promise<Result<SettlementDocument, Refusal>> {
  type Asked = Result<SettlementDocument, Refusal>
  return call.store.transact<Asked>(async (transaction) => {
    const settlement = await transaction.get('settlements', settlementId)
    if (settlement?.institutionId !== call.institution._id) {
      return { keep: false, value: refuse({ code: 'not-found' }) }
    }
    const { reversal } = settlement
    if (reversal !== null && reversal.state !== 'refused') return { keep: false, value: ok(settlement) }
    const reason = refusedBecause(settlement)
    if (reason !== null) {
      return { keep: false, value: refuse({ code: 'not-allowed', facts: { reason } }) }
    }
    const fields = {
      reversal: {
        reversalId: `${settlementId}-r`,
        askedAt: call.now,
        state: 'open',
        reversedAt: null,
      },
      open: true,
      asked: 0,
      askAt: askedAgainAt(call.now, 0),
    } as const
    await transaction.update('settlements', settlementId, fields)
    return { keep: true, value: ok({ ...settlement, ...fields }) }
  })
}

function refusedBecause(settlement: SettlementDocument): string | null {
  if (settlement.reversal !== null) return 'reversal-refused'
  if (isOrderOpen(settlement)) return 'settlement-in-progress'
  return settlement.state === 'settled' ? null : 'not-settled'
}
