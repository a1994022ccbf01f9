import { callAs, institutions, newRequestId } from './calls.mjs'
import { button, element, show, tell } from './page.mjs'
import { BILL_KINDS, INSTITUTIONS, momentText, SETTLEMENT_STATES, SOURCES, yuanText } from './words.mjs'

const KEY = 'family-account-sharing:till'
const fail = (error) => tell(error.message, true)

async function start() {
  const all = await institutions()
  const mine = all.find(({ institutionId }) => institutionId === sessionStorage.getItem(KEY))
  document.getElementById('who').textContent =
    mine === undefined ? '' : `${mine.poolingArea.name}${INSTITUTIONS[mine.kind]} ${mine.institutionId}`
  document.getElementById('sign-out').hidden = mine === undefined
  if (mine === undefined) chooseInstitution(all)
  else showTill(mine)
}

/** Local demonstration only: the institution is chosen, not proven. */
function chooseInstitution(all) {
  const areas = [...new Set(all.map(({ poolingArea }) => poolingArea.name))]
  const area = element(
    'select',
    { id: 'area' },
    ...areas.map((name) => element('option', { value: name }, name)),
  )
  const enter = (kind) => {
    const found = all.find((one) => one.kind === kind && one.poolingArea.name === area.value)
    sessionStorage.setItem(KEY, found.institutionId)
    tell('')
    start().catch(fail)
  }
  show(
    '选一家机构',
    element(
      'p',
      { class: 'soft' },
      '这是本机演示，机构都是虚构的。正式使用时，由机构自己的系统签名发来请求。',
    ),
    element(
      'div',
      { class: 'card fields' },
      element('div', {}, element('label', { for: 'area' }, '在哪里'), area),
      element(
        'div',
        { class: 'buttons' },
        button('医院的收费窗口', () => enter('hospital')),
        button('药店的收费窗口', () => enter('pharmacy')),
      ),
    ),
  )
}

function showTill({ institutionId, kind }) {
  const code = element('input', { id: 'code', inputmode: 'numeric', autocomplete: 'off', maxlength: '40' })
  const amount = element('input', {
    id: 'amount',
    inputmode: 'decimal',
    autocomplete: 'off',
    maxlength: '12',
  })
  const kinds = Object.entries(BILL_KINDS).filter(([name]) => (name === 'pharmacy') === (kind === 'pharmacy'))
  const bill = element(
    'select',
    { id: 'kind' },
    ...kinds.map(([name, label]) => element('option', { value: name }, label)),
  )
  const result = element('div', { class: 'stack side', 'aria-live': 'polite' })
  // One request for each bill, kept until its outcome is known: a tap that is repeated settles nothing twice.
  let pending = null

  const input = () => {
    const insuranceCode = code.value.replace(/\s/g, '')
    if (!/^\d{20}$/.test(insuranceCode))
      throw new Error('医保码是 20 位数字。请再扫一次，或照着数字再输一次。')
    const match = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(amount.value.trim())
    const amountFen = match === null ? 0 : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
    if (amountFen === 0) throw new Error('请填写金额，比如 86 或 86.50。')
    return { insuranceCode, institutionId, amountFen, kind: bill.value }
  }
  const busy = async (work) => {
    const buttons = [...document.querySelectorAll('main button')]
    for (const one of buttons) one.disabled = true
    try {
      await work()
    } catch (error) {
      fail(error)
    } finally {
      for (const one of document.querySelectorAll('main button')) one.disabled = false
    }
  }
  const preview = () =>
    busy(async () => {
      const { lines } = await callAs(institutionId, 'preview', input())
      result.replaceChildren(card('会这样付', amounts(lines), '还没有结算。'))
      tell('')
    })
  const settle = () =>
    busy(async () => {
      const asked = JSON.stringify(input())
      if (pending?.asked !== asked) pending = { asked, requestId: newRequestId() }
      try {
        const done = await callAs(institutionId, 'settle', JSON.parse(asked), pending.requestId)
        shown(done)
      } catch (error) {
        if (!error.unanswered) pending = null
        throw error
      }
    })
  const shown = (settlement) => {
    const { settlementId, state, lines, settledAt, reversedAt } = settlement
    if (state === 'settled' || state === 'failed') pending = null
    // What is settled stands in no field any more, so that another tap settles nothing again.
    if (state === 'settled') for (const field of [code, amount]) field.value = ''
    const moment = reversedAt ?? settledAt
    const said = moment === undefined ? '' : `，${momentText(moment)}`
    let again = null
    let requestId = null
    if (state === 'settled') {
      again = button(
        '退回这一笔',
        () =>
          busy(async () => {
            requestId ??= newRequestId()
            shown(await callAs(institutionId, 'reverse', { settlementId }, requestId))
          }),
        'refuse',
      )
    } else if (state !== 'reversed' && state !== 'failed') {
      again = button('再查一次结果', () =>
        busy(async () => {
          const now = await callAs(institutionId, 'get', { settlementId })
          shown(now)
        }),
      )
    }
    result.replaceChildren(
      card(
        SETTLEMENT_STATES[state],
        amounts(lines),
        `编号 ${settlementId}${said}`,
        again === null ? null : element('div', { class: 'buttons' }, again),
      ),
    )
    tell(
      state === 'settled'
        ? '结好了，双方都会收到消息。'
        : state === 'reversed'
          ? '已经退回，双方都会收到消息。'
          : '',
    )
  }
  show(
    '结算',
    element(
      'div',
      { class: 'case' },
      element(
        'section',
        { class: 'card fields' },
        element(
          'div',
          {},
          element('label', { for: 'code' }, '患者的医保码'),
          element('p', { class: 'soft' }, '扫码枪扫一下，或输入手机上的 20 位数字。'),
          code,
        ),
        element('div', {}, element('label', { for: 'amount' }, '要付的钱（元，医保报销以后）'), amount),
        element('div', {}, element('label', { for: 'kind' }, '费用类别'), bill),
        element('div', { class: 'buttons' }, button('先看怎么付', preview, 'plain'), button('结算', settle)),
      ),
      result,
    ),
  )
}

const card = (title, ...children) =>
  element(
    'section',
    { class: 'card' },
    element('h3', {}, title),
    ...children.map((child) => (typeof child === 'string' ? element('p', { class: 'soft' }, child) : child)),
  )

function amounts(lines) {
  const total = lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const row = (name, fen) =>
    element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, yuanText(fen)))
  return element(
    'table',
    { class: 'amounts' },
    element(
      'tbody',
      {},
      ...lines.map(({ from, policyholder, amountFen }) =>
        row(
          from === 'binding' ? `${policyholder?.name ?? ''}的个人账户（家庭共济）` : SOURCES[from],
          amountFen,
        ),
      ),
    ),
    element('tfoot', {}, row('合计', total)),
  )
}

document.getElementById('sign-out').addEventListener('click', () => {
  sessionStorage.removeItem(KEY)
  tell('')
  start().catch(fail)
})
start().catch(fail)
