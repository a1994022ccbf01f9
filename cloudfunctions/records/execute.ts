import type { Executes, ReadCall } from '../../platform/handler'
import { unsealPerson } from '../../platform/people'
import type { BindingDocument, NoticeDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { records } from '../../shared/contract/records'
import { maskName } from '../../shared/values/id-document'
import type { BindingId } from '../../shared/values/ids'
import { ok } from '../../shared/values/result'
import { exporting } from './execute-export'
import { telling } from './execute-timeline'
import { seeing } from './execute-who-saw'
import { withdrawing } from './execute-withdraw'

type LinkedRead = ReadCall<'linked'>

const PAGE = 20
/** Beyond this the figure beside the inbox says no more than "many". */
const MOST_COUNTED = 100

export const executes: Executes<(typeof records)['actions']> = {
  ...telling,
  ...seeing,
  ...exporting,
  ...withdrawing,

  async inbox(call, input) {
    const { operators } = call.store
    const older = input.cursor === undefined ? {} : { _id: operators.lt(input.cursor) }
    const [found, unread] = await Promise.all([
      call.store.find(
        'notices',
        { personId: call.person._id, ...older },
        { orderBy: ['_id', 'desc'], limit: PAGE + 1 },
      ),
      unreadOf(call),
    ])
    const notices = found.slice(0, PAGE)
    const counterparts = await counterpartsOf(call, notices)
    const last = notices.at(-1)
    return ok({
      notices: notices.map((notice) => noticeReply(notice, counterparts)),
      unread: unreadBeside(notices, unread, input.cursor === undefined),
      ...(found.length > PAGE && last !== undefined ? { next: last._id } : {}),
    })
  },

  'mark-read'(call, { noticeIds }) {
    return call.commit(async (transaction) => {
      let marked = 0
      for (const noticeId of new Set(noticeIds)) {
        const notice = await transaction.get('notices', noticeId)
        // What is not hers is passed over like what is not there.
        if (notice?.personId !== call.person._id || notice.readAt !== null) continue
        await transaction.update('notices', noticeId, { readAt: call.now })
        marked += 1
      }
      return ok({ marked })
    })
  },
}

/**
 * How many are unread. The page and the unread ones are read beside each other, so for what is on the page the page
 * itself counts, and what came after its newest one is the next look's.
 */
function unreadBeside(
  page: readonly NoticeDocument[],
  unread: readonly NoticeDocument[],
  isNewestPage: boolean,
): number {
  const shown = new Set(page.map(({ _id }) => _id))
  const newest = page[0]?._id ?? ''
  const others = unread.filter(({ _id }) => !shown.has(_id) && !(isNewestPage && _id > newest))
  return page.filter(({ readAt }) => readAt === null).length + others.length
}

function unreadOf(call: LinkedRead): Promise<NoticeDocument[]> {
  return call.store.find('notices', { personId: call.person._id, readAt: null }, { limit: MOST_COUNTED })
}

/** The masked name of the other side of each binding that a notice speaks of. */
async function counterpartsOf(
  call: LinkedRead,
  notices: readonly NoticeDocument[],
): Promise<ReadonlyMap<BindingId, string>> {
  const ids = [...new Set(notices.flatMap(({ bindingId }) => (bindingId === null ? [] : [bindingId])))]
  if (ids.length === 0) return new Map()
  const bindings = await call.store.find('bindings', { _id: call.store.operators.in(ids) }, { limit: PAGE })
  return new Map(bindings.map((binding) => [binding._id, counterpartOf(call, binding)]))
}

function counterpartOf(call: LinkedRead, binding: BindingDocument): string {
  const isPolicyholder = binding.policyholderId === call.person._id
  const { name } = isPolicyholder
    ? unsealPerson(call.keys, PLACES.bindingRelative(binding._id), binding.sealedRelative)
    : unsealPerson(call.keys, PLACES.bindingPolicyholder(binding._id), binding.sealedPolicyholder)
  return maskName(name)
}

function noticeReply(notice: NoticeDocument, counterparts: ReadonlyMap<BindingId, string>) {
  const { _id, kind, at, bindingId, facts, readAt } = notice
  const counterpart = bindingId === null ? undefined : counterparts.get(bindingId)
  return {
    noticeId: _id,
    kind,
    at,
    ...(bindingId === null ? {} : { bindingId }),
    ...(counterpart === undefined ? {} : { counterpart: { name: counterpart } }),
    facts: { ...facts },
    read: readAt !== null,
  }
}
