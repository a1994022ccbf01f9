import { call, newRequestId } from './calls.mjs'
import { signaturePad } from './pad.mjs'
import { button, element, facts, show, tell } from './page.mjs'
import { verify } from './platform.mjs'
import { dayText, ID_TYPES, momentText, RELATIONS } from './words.mjs'

const fail = (error) => tell(error.message, true)

/** The window: somebody without a phone stands here with her original document. */
export function showWindow() {
  const name = element('input', { id: 'name', autocomplete: 'off', maxlength: '50' })
  const idNumber = element('input', { id: 'id-number', autocomplete: 'off', maxlength: '40' })
  const idType = element(
    'select',
    { id: 'id-type' },
    ...ID_TYPES.map(([value, label]) => element('option', { value }, label)),
  )
  const find = async (event) => {
    event.preventDefault()
    const relative = { name: name.value.trim(), idNumber: idNumber.value.trim(), idType: idType.value }
    if (relative.name === '' || relative.idNumber === '') {
      tell('请照着证件原件填好姓名和号码。', true)
      return (relative.name === '' ? name : idNumber).focus()
    }
    tell('')
    await showWaiting(relative).catch(fail)
  }
  show(
    '窗口办理',
    element(
      'p',
      { class: 'soft' },
      '帮没有手机的人接受家人的邀请。家人要先在自己的手机上发出邀请、签好字；本人带证件原件到场。',
    ),
    element(
      'form',
      { class: 'card fields', onsubmit: find, novalidate: true },
      element('div', {}, element('label', { for: 'name' }, '姓名'), name),
      element('div', {}, element('label', { for: 'id-type' }, '证件'), idType),
      element('div', {}, element('label', { for: 'id-number' }, '证件号码'), idNumber),
      element('p', { class: 'soft' }, '每次查找都会留底，本人和邀请的家人都看得到。'),
      element('div', { class: 'buttons' }, element('button', { type: 'submit' }, '查找邀请')),
    ),
  )
}

/** What she is invited to. Usually it is one invitation, and then it is opened. */
async function showWaiting(relative) {
  const { letters } = await call('find-at-window', { relative }, undefined, 'consent-letters')
  if (letters.length === 1) return showLetter(relative, letters[0])
  show(
    `${relative.name}收到的邀请`,
    element('p', {}, button('‹ 重新查找', showWindow, 'plain')),
    element(
      'ul',
      { class: 'list' },
      ...letters.map((letter) =>
        element(
          'li',
          { class: 'card row' },
          element(
            'div',
            {},
            element('p', { class: 'lead' }, `${letter.from.name}的邀请（${RELATIONS[letter.relation]}）`),
            element('p', { class: 'soft' }, `${momentText(letter.expiresAt)}以前有效`),
          ),
          button('打开', () => {
            tell('')
            showLetter(relative, letter)
          }),
        ),
      ),
    ),
  )
}

function showLetter(relative, letter) {
  const again = () => showWaiting(relative).catch(fail)
  show(
    `${relative.name}：${letter.from.name}的邀请`,
    element('p', {}, button('‹ 重新查找', showWindow, 'plain')),
    element(
      'div',
      { class: 'case' },
      element('div', { class: 'stack' }, letterOf(letter)),
      element('div', { class: 'stack side' }, stepOf(relative, letter, again)),
    ),
  )
}

const card = (title, ...children) =>
  element('section', { class: 'card', id: 'step' }, element('h3', {}, title), ...children)

/** The letter is read to her, word by word, or she reads it on the screen. */
function letterOf({ title, text, facts: lines, version, expiresAt }) {
  return element(
    'section',
    { class: 'card letter' },
    element('h3', {}, title),
    ...text.split('\n').map((paragraph) => element('p', {}, paragraph)),
    facts(lines.map(({ label, value }) => [label, value])),
    element(
      'p',
      { class: 'soft' },
      `文本版本 ${dayText(version)}；邀请在 ${momentText(expiresAt)} 以前有效。`,
    ),
  )
}

function stepOf(relative, letter, again) {
  const { state, entered, may } = letter
  if (may.sign) return signing(relative, letter, again)
  if (may.accept) return accepting(relative, letter)
  if (state === 'signed' && entered === undefined) {
    return card('已经在手机上签过', element('p', {}, '这一份是在手机上签的，请在那部手机上接着办完。'))
  }
  return card(
    '等另一位复核',
    element('p', {}, `${entered.by}已经核对证件、录入签名。请另一位窗口人员登录，再核对一遍本人和证件。`),
  )
}

/** One request for each thing that is sent, kept until it is answered, so that a repeated tap does nothing twice. */
function sender() {
  const requests = new Map()
  return async (action, input, functionName) => {
    const key = JSON.stringify([action, input])
    const requestId = requests.get(key) ?? newRequestId()
    requests.set(key, requestId)
    const buttons = [...document.querySelectorAll('#step button')]
    for (const one of buttons) one.disabled = true
    try {
      return await call(action, input, requestId, functionName)
    } catch (error) {
      if (!error.unanswered) requests.delete(key)
      throw error
    } finally {
      for (const one of buttons) one.disabled = false
    }
  }
}

function signing(relative, { letterId, invitationId, sm3 }, again) {
  const send = sender()
  const pad = signaturePad(relative.name)
  const seen = element('input', { type: 'checkbox', id: 'seen' })
  const sign = async (identification) => {
    if (pad.isEmpty()) return tell('请本人先写好自己的名字。', true)
    try {
      const input = { letterId, sm3, signature: pad.signature(), relative, identification }
      const { secondClerk } = await send('sign-at-window', input, 'consent-letters')
      if (secondClerk) {
        await again()
        return tell('签名已经录入。请另一位窗口人员再核对一遍，才算数。')
      }
      await accept(send, relative, invitationId)
    } catch (error) {
      fail(error)
    }
  }
  const byDocument = () => {
    if (seen.checked) return sign({ by: 'document' })
    tell('请先核对证件原件和本人，再勾选。', true)
    return seen.focus()
  }
  const byCheck = async () => {
    if (pad.isEmpty()) return tell('请本人先写好自己的名字。', true)
    try {
      const verificationToken = await verify(relative.idNumber)
      await sign({ by: 'verification', verificationToken })
    } catch (error) {
      fail(error)
    }
  }
  return card(
    '本人签字',
    element('p', {}, '请把承诺书读给本人听，问清楚愿不愿意。愿意的，请本人在这里写自己的名字。'),
    pad.view,
    element('h3', {}, '确认是本人'),
    element(
      'div',
      { class: 'way' },
      element('p', {}, '刷脸：通过了，一个人就能办完。'),
      button('刷脸核验，办完', byCheck),
    ),
    element(
      'div',
      { class: 'way' },
      element('p', {}, '刷不了脸：核对证件原件，再由另一位窗口人员复核。'),
      element(
        'label',
        { class: 'tick', for: 'seen' },
        seen,
        element('span', {}, '我看过证件原件，和本人是同一个人'),
      ),
      button('录入签名，等复核', byDocument, 'plain'),
    ),
  )
}

function accepting(relative, { invitationId, entered }) {
  const send = sender()
  const seen = element('input', { type: 'checkbox', id: 'seen' })
  const confirm = () => {
    if (!seen.checked) {
      tell('请先核对证件原件和本人，再勾选。', true)
      return seen.focus()
    }
    return accept(send, relative, invitationId).catch(fail)
  }
  const who = entered.own ? '您' : entered.by
  const why =
    entered.identifiedBy === 'document'
      ? `${who}核对证件后录入了签名。请您再核对一遍：证件是原件，和站在这里的是同一个人，本人愿意。`
      : `${who}录入了签名，本人通过了核验。还差最后一步。`
  return card(
    entered.identifiedBy === 'document' ? '复核' : '办完',
    element('p', {}, why),
    element(
      'label',
      { class: 'tick', for: 'seen' },
      seen,
      element('span', {}, '我看过证件原件，和本人是同一个人'),
    ),
    element('div', { class: 'buttons' }, button('确认，办完', confirm)),
  )
}

async function accept(send, relative, invitationId) {
  const { state, effectiveFrom } = await send('accept-at-window', { invitationId, relative }, 'invitations')
  tell('')
  show(
    '办好了',
    element(
      'section',
      { class: 'card' },
      element(
        'p',
        { class: 'lead' },
        state === 'bound'
          ? `${relative.name}已经加入，从${dayText(effectiveFrom)}起能用。`
          : `${relative.name}的申请已经交去审核。`,
      ),
      element(
        'p',
        {},
        '看病买药时，出示本人的医保码或社保卡。邀请的家人会收到消息；本人以后有了手机，也看得到这一份。',
      ),
      element('div', { class: 'buttons' }, button('办下一位', showWindow)),
    ),
  )
}
