import { call, newRequestId } from './calls.mjs'
import { button, element, facts, show, tell } from './page.mjs'
import {
  APPROVING,
  dayText,
  insuredText,
  KINDS,
  momentText,
  OPINION_ERASED,
  REASONS,
  RELATIONS,
  SIDES,
  STATES,
  sizeText,
  USES,
} from './words.mjs'

/** One case: who, what, the proofs, what was decided before, and what this reviewer may do. */
export async function showCase(reviewId, back) {
  const found = await call('open', { reviewId })
  const reload = () => showCase(reviewId, back).catch((error) => tell(error.message, true))
  show(
    `${KINDS[found.kind]}：${found.policyholder.name}`,
    element('p', {}, button('‹ 返回列表', back, 'plain')),
    element(
      'div',
      { class: 'case' },
      element('div', { class: 'stack' }, application(found), ...found.bindings.map(memberOf), proofs(found)),
      element('div', { class: 'stack side' }, decisions(found), deciding(found, reload)),
    ),
  )
}

const card = (title, ...children) =>
  element('section', { class: 'card' }, element('h3', {}, title), ...children)

function application(found) {
  const { policyholder } = found
  return card(
    '申请',
    facts([
      ['状态', STATES[found.state]],
      ['提交时间', `${momentText(found.submittedAt)}${found.round > 1 ? `（第${found.round}次提交）` : ''}`],
      ['申请人', SIDES[found.by]],
      ['解除原因', found.reason === undefined ? undefined : REASONS[found.reason]],
      ['希望用到', found.lastDay === undefined ? undefined : dayText(found.lastDay)],
      ['授权人', policyholder.name],
      ['证件号码', policyholder.idNumber],
      ['参保情况', insuredText(policyholder.insured)],
    ]),
  )
}

function memberOf({ relation, relative, acceptedAt, endDay, uses, parentInRegister }) {
  const register =
    parentInRegister === undefined
      ? undefined
      : parentInRegister
        ? '登记的父母就是授权人'
        : '没有查到登记的父母是授权人'
  return card(
    `使用人：${relative.name}`,
    facts([
      ['是授权人的', RELATIONS[relation]],
      ['证件号码', relative.idNumber],
      ['参保情况', insuredText(relative.insured)],
      ['亲子登记', register],
      ['本人同意于', momentText(acceptedAt)],
      ['用途', uses.map((use) => USES[use] ?? use).join('、')],
      ['结束日期', endDay === undefined ? '不设' : dayText(endDay)],
    ]),
  )
}

function proofs({ reviewId, proofs: given, proofsAsked, round }) {
  const asked =
    proofsAsked.length === 0 ? '这里没有规定要交哪些材料。' : `当地要的材料：${proofsAsked.join('、')}。`
  const shown = given.map((proof, index) => proofFigure(reviewId, proof, index, round))
  const empty = element('p', {}, '没有交材料。')
  return card(
    '材料',
    element('p', { class: 'soft' }, asked),
    element('div', { class: 'proofs' }, ...(shown.length ? shown : [empty])),
  )
}

/** Fetched only when the reviewer asks for it, since each look is written down. */
function proofFigure(reviewId, { proofId, contentType, bytes, round }, index, newest) {
  const name = `材料${index + 1}`
  const when = round === newest ? '' : `（第${round}次提交的）`
  const figure = element('figure', {})
  const open = button(
    `查看${name}`,
    async () => {
      open.disabled = true
      try {
        const { content } = await call('proof', { reviewId, proofId })
        const data = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
        const address = URL.createObjectURL(new Blob([data], { type: contentType }))
        const picture =
          contentType === 'application/pdf' ? null : element('img', { src: address, alt: `${name}的照片` })
        const link = element('a', { href: address, target: '_blank', rel: 'noopener' }, `在新窗口打开${name}`)
        figure.replaceChildren(...[picture, link].filter(Boolean))
      } catch (error) {
        open.disabled = false
        tell(error.message, true)
      }
    },
    'plain',
  )
  const kind = contentType === 'application/pdf' ? 'PDF 文件' : '照片'
  figure.append(open, element('figcaption', { class: 'soft' }, `${kind}，${sizeText(bytes)}${when}`))
  return figure
}

function decisions({ decisions: made }) {
  if (made.length === 0) return card('审核记录', element('p', { class: 'soft' }, '还没有人审过。'))
  return card(
    '审核记录',
    element(
      'ol',
      { class: 'history' },
      ...made.map(({ decision, at, by, opinion, proposedBy }) =>
        element(
          'li',
          {},
          element(
            'p',
            {},
            `${proposedBy === undefined ? '' : '更正为'}${STATES[decision]}：${opinion ?? OPINION_ERASED}`,
          ),
          element(
            'p',
            { class: 'soft' },
            `${by}，${momentText(at)}${proposedBy === undefined ? '' : `，由${proposedBy}提出`}`,
          ),
        ),
      ),
    ),
  )
}

/** What may be done, with the box for the opinion. */
function deciding(found, reload) {
  const { may, reviewId, round, reversal, state } = found
  const opinion = element('textarea', { id: 'opinion', maxlength: '500', 'aria-describedby': 'opinion-hint' })
  // One request for each decision, kept until it is answered: a tap that is repeated decides nothing twice.
  const requests = new Map()
  const send = async (action, input, done) => {
    const key = JSON.stringify([action, input])
    const requestId = requests.get(key) ?? newRequestId()
    requests.set(key, requestId)
    const buttons = [...document.querySelectorAll('#deciding button')]
    for (const one of buttons) one.disabled = true
    try {
      await call(action, input, requestId)
      await reload()
      tell(done)
    } catch (error) {
      if (!error.unanswered) requests.delete(key)
      for (const one of buttons) one.disabled = false
      tell(error.message, true)
    }
  }
  const withOpinion =
    (action, done, more = {}) =>
    () => {
      const text = opinion.value.trim()
      if (text === '') {
        tell('请先写审核意见。申请人会看到，写清楚缺什么、怎么办。', true)
        return opinion.focus()
      }
      return send(action, { reviewId, opinion: text, ...more }, done)
    }
  const box = [
    element('label', { for: 'opinion' }, '审核意见'),
    element('p', { id: 'opinion-hint', class: 'soft' }, '申请人会看到，请用平常的话写清楚。'),
    opinion,
  ]
  const section = (title, ...children) =>
    element('section', { class: 'card', id: 'deciding' }, element('h3', {}, title), ...children)
  if (may.decide) {
    const fill = () => {
      opinion.value = APPROVING
      opinion.focus()
    }
    return section(
      '我的决定',
      ...box,
      element('p', {}, button(`填入“${APPROVING}”`, fill, 'plain')),
      element(
        'div',
        { class: 'buttons' },
        button('通过', withOpinion('approve', '已经通过，双方都会收到消息。', { round })),
        button('不通过', withOpinion('reject', '已经退回，双方都会收到消息。', { round }), 'refuse'),
      ),
    )
  }
  if (reversal !== undefined) {
    const asked = element('p', {}, `${reversal.by}提出把“${STATES[state]}”改过来：${reversal.opinion}`)
    const decline = button('不更正', () => send('decline-reversal', { reviewId }, '结果保持不变。'), 'plain')
    if (!may.confirmReversal) {
      const why = reversal.own ? '要由另一位审核员确认，您自己不能确认。' : '现在不能确认。'
      return section('更正', asked, element('p', { class: 'soft' }, why), decline)
    }
    const confirm = button('确认更正', withOpinion('confirm-reversal', '已经更正，双方都会收到消息。'))
    return section('更正', asked, ...box, element('div', { class: 'buttons' }, confirm, decline))
  }
  if (may.proposeReversal) {
    const propose = button(
      '提出更正',
      withOpinion('propose-reversal', '已经提出，等另一位审核员确认。'),
      'refuse',
    )
    const hint = element('p', { class: 'soft' }, '改结果要两个人：您提出，另一位审核员确认以后才算数。')
    return section('更正', hint, ...box, element('div', { class: 'buttons' }, propose))
  }
  return section('更正', element('p', { class: 'soft' }, '这份申请没有要办的了。'))
}
