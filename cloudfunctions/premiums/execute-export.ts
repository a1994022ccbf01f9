import { discloseTo } from '../../platform/disclosures'
import { keepPaper } from '../../platform/files/keep-paper'
import type { Executes, ReadCall } from '../../platform/handler'
import { bindingsOfPayments } from '../../platform/premiums/settle-payment'
import type { premiums } from '../../shared/contract/premiums'
import { premiumSections } from '../../shared/copy'
import { ok } from '../../shared/values/result'
import { recordReply } from './execute-records'

type Exporting = Pick<Executes<(typeof premiums)['actions']>, 'export'>

/** More payments than one family makes for a year; the platform gives no more at once. */
const MOST_PAYMENTS = 1_000

/** The payments of a year as a paper, or as a file for other programs. */
export const exporting: Exporting = {
  async export(call, { premiumYear, format }) {
    const { _id: personId } = call.person
    // Whoever holds her phone for a moment leaves a trace that she finds.
    await discloseTo(call, {
      subjectId: personId,
      kind: 'data-exported',
      by: 'self',
      readerId: personId,
      readerKey: personId,
      about: `premiums:${premiumYear}:${format}`,
    })
    const records = await recordsOf(call, premiumYear)
    const bytes =
      format === 'json' ? jsonOf(call, premiumYear, records) : await pdfOf(call, premiumYear, records)
    const paperId = call.keys.fileName(`premiums:${personId}:${premiumYear}:${format}`)
    const kept = await keepPaper(call, { paperId, place: (name) => `exports/${name}.${format}`, bytes })
    return ok({ ...kept, fileName: `premiums-${premiumYear}.${format}` })
  },
}

type Exported = Awaited<ReturnType<typeof recordsOf>>

async function recordsOf(call: ReadCall<'linked'>, premiumYear: number) {
  const payments = await call.store.find(
    'payments',
    { people: call.person._id, premiumYear },
    { orderBy: ['orderKey', 'desc'], limit: MOST_PAYMENTS },
  )
  const bindings = await bindingsOfPayments(call.store, payments)
  return payments.map((payment) => recordReply(call, payment, bindings))
}

function jsonOf({ now: madeAt }: ReadCall, premiumYear: number, records: Exported): Buffer {
  const file = { format: 'premium-records/1', madeAt, premiumYear, records }
  return Buffer.from(`${JSON.stringify(file, null, 2)}\n`)
}

async function pdfOf({ now: madeAt }: ReadCall, premiumYear: number, records: Exported): Promise<Buffer> {
  // Setting text brings megabytes along, which paying should not wait for.
  const { renderReport } = await import('../../platform/paper/render-report')
  return renderReport({ ...premiumSections(records, premiumYear, madeAt), madeAt })
}
