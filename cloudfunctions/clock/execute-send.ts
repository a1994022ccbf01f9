import type { Executes, ReadCall } from '../../platform/handler'
import { unseal } from '../../platform/keys/sealing'
import type { NoticeChannel } from '../../platform/notices/port'
import { PortOutage } from '../../platform/outage'
import type { NoticeDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { clock } from '../../shared/contract/clock'
import { NOTICE_MESSAGES } from '../../shared/copy'
import type { NoticeId } from '../../shared/values/ids'
import { ok } from '../../shared/values/result'
import { type AfterDelivery, afterOutage, giveUp } from './decide-delivery'
import { throughAll } from './execute-pages'

type Sending = Pick<Executes<(typeof clock)['actions']>, 'send-notices'>

/** Each waits for the channel, which may be slow. */
const AT_ONCE = 8
/** A run that was cut off after it took a notice tries it again after this long. */
const CLAIM_MS = 2 * 60_000

/**
 * Sends on what people were told. A notice is taken for a while before it is sent and marked afterwards: a run that is
 * cut off sends it again, so that it goes out at least once. The inbox shows it once, under its own id.
 */
export const sending: Sending = {
  async 'send-notices'(call) {
    const due = { delivery: 'waiting', deliverAt: call.store.operators.lte(call.now) }
    const send = ({ _id }: NoticeDocument) => sendOne(call, call.noticeChannel, _id)
    const { done, more } = await throughAll(call, 'notices', due, AT_ONCE, send)
    return ok({ sent: done, more })
  },
}

async function sendOne(call: ReadCall, channel: NoticeChannel | null, noticeId: NoticeId): Promise<boolean> {
  const taken = await take(call, noticeId)
  if (taken === null) return false
  const after = await outcomeOf(call, channel, taken)
  await call.store.transact(async (transaction) => {
    await transaction.update('notices', noticeId, after)
    return { keep: true, value: null }
  })
  return after.delivery === 'sent'
}

/** Takes a notice that is still due, so that a run beside this one leaves it alone. */
function take(call: ReadCall, noticeId: NoticeId): Promise<NoticeDocument | null> {
  return call.store.transact(async (transaction) => {
    const notice = await transaction.get('notices', noticeId)
    if (notice?.delivery !== 'waiting' || notice.deliverAt > call.now) return { keep: false, value: null }
    const deliveryAttempts = notice.deliveryAttempts + 1
    const deliverAt = afterOutage(notice, call.now, CLAIM_MS).deliverAt
    await transaction.update('notices', noticeId, { deliveryAttempts, deliverAt })
    return { keep: true, value: { ...notice, deliveryAttempts } }
  })
}

async function outcomeOf(
  call: ReadCall,
  channel: NoticeChannel | null,
  notice: NoticeDocument,
): Promise<AfterDelivery> {
  if (channel === null) return giveUp('no-channel')
  const openid = await openidOf(call, notice)
  // She reads it in the app once she has a phone; nothing can be sent to one who has none.
  if (openid === null) return giveUp('no-phone')
  const { title, hint } = NOTICE_MESSAGES[notice.kind]
  const { _id: noticeId, kind, at } = notice
  const page = `packages/inbox/list/index?noticeId=${noticeId}`
  try {
    const outcome = await channel.deliver({ noticeId, openid, kind, title, hint, at, page })
    return outcome === 'sent' ? { delivery: 'sent', givenUpBecause: null } : giveUp(outcome)
  } catch (error) {
    if (!(error instanceof PortOutage)) throw error
    return afterOutage(notice, call.now)
  }
}

async function openidOf(call: ReadCall, notice: NoticeDocument): Promise<string | null> {
  const person = await call.store.get('persons', notice.personId)
  const user = person?.userKey == null ? null : await call.store.get('users', person.userKey)
  return user?.sealedOpenid == null ? null : unseal(call.keys, PLACES.userOpenid(user._id), user.sealedOpenid)
}
