import { discloseTo } from '../../platform/disclosures'
import { keepPaper } from '../../platform/files/keep-paper'
import type { Executes } from '../../platform/handler'
import type { records } from '../../shared/contract/records'
import { exportSections } from '../../shared/copy'
import { ok } from '../../shared/values/result'
import { exportPaper, type Gathered, gather } from './execute-gather'
import type { LinkedRead } from './execute-own'

type Exporting = Pick<Executes<(typeof records)['actions']>, 'export'>

/** All that is stored of her, as a file for other programs or as a paper. */
export const exporting: Exporting = {
  async export(call, { format }) {
    const { _id: personId } = call.person
    // Whoever holds her phone for a moment leaves a trace that she finds.
    await discloseTo(call, {
      subjectId: personId,
      kind: 'data-exported',
      by: 'self',
      readerId: personId,
      readerKey: personId,
      about: format,
    })
    const gathered = await gather(call)
    const bytes = format === 'json' ? jsonOf(call, gathered) : await pdfOf(call, gathered)
    const paperId = exportPaper(call, format)
    const kept = await keepPaper(call, { paperId, place: (name) => `exports/${name}.${format}`, bytes })
    return ok({ ...kept, fileName: `my-data-${call.today}.${format}` })
  },
}

function jsonOf(call: LinkedRead, gathered: Gathered): Buffer {
  const file = { format: 'personal-data-export/1', madeAt: call.now, data: gathered }
  return Buffer.from(`${JSON.stringify(file, null, 2)}\n`)
}

async function pdfOf(call: LinkedRead, gathered: Gathered): Promise<Buffer> {
  // Setting text brings megabytes along, which reading the inbox should not wait for.
  const { renderReport } = await import('../../platform/paper/render-report')
  return renderReport({ ...exportSections(gathered, call.now), madeAt: call.now })
}
