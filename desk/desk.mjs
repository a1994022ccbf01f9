import { call, signedIn, signIn, signOut } from './calls.mjs'
import { showCase } from './case.mjs'
import { button, element, show, tell } from './page.mjs'
import { accounts, codeFor } from './platform.mjs'
import { showWindow } from './window.mjs'
import { EMPTY, KINDS, momentText, QUEUES, RELATIONS, ROLES, STATES } from './words.mjs'

const fail = (error) => tell(error.message, true)

async function start() {
  const me = signedIn()
  document.getElementById('who').textContent = me === null ? '' : `${ROLES[me.role]}：${me.name}`
  document.getElementById('sign-out').hidden = me === null
  if (me === null) chooseAccount(await accounts())
  else if (me.role === 'clerk') showWindow()
  else await showQueue('waiting')
}

/** Local demonstration only: the bureau's own page would ask who it is, and here the account is chosen. */
function chooseAccount(staff) {
  const enter = async (staffId) => {
    await signIn(await codeFor(staffId))
    tell('')
    await start()
  }
  show(
    '选一个账号',
    element('p', { class: 'soft' }, '这是本机演示，人物都是虚构的。正式使用时，由单位的账号登录。'),
    element(
      'ul',
      { class: 'list' },
      ...staff.map(({ staffId, name, note }) =>
        element(
          'li',
          { class: 'card row' },
          element('div', {}, element('p', { class: 'lead' }, name), element('p', { class: 'soft' }, note)),
          button(`以${name}登录`, () => enter(staffId).catch(fail)),
        ),
      ),
    ),
  )
}

async function showQueue(of) {
  const { reviews, next } = await call('queue', { of })
  const list = element('ul', { class: 'list' }, ...reviews.map((review) => queueRow(review, of)))
  show(
    QUEUES[of],
    tabs(of),
    reviews.length === 0 ? element('p', { class: 'card' }, EMPTY[of]) : list,
    next === undefined ? null : moreButton(of, next, list),
  )
}

function tabs(of) {
  return element(
    'div',
    { class: 'tabs', role: 'group', 'aria-label': '看哪些申请' },
    ...Object.entries(QUEUES).map(([name, label]) => {
      const tab = button(label, () => {
        tell('')
        showQueue(name).catch(fail)
      })
      tab.setAttribute('aria-pressed', String(name === of))
      return tab
    }),
  )
}

function queueRow(review, of) {
  const { reviewId, kind, state, submittedAt, round, policyholder, relatives, proofsGiven, reversal } = review
  const people = relatives.map(({ name, relation }) => `${name}（${RELATIONS[relation]}）`).join('、')
  const back = () => showQueue(of).catch(fail)
  const told = [momentText(submittedAt), `材料${proofsGiven}份`, ...(round > 1 ? [`第${round}次提交`] : [])]
  const tag = of === 'decided' ? STATES[state] : reversal?.own === true ? '您提出的' : null
  return element(
    'li',
    { class: 'card row' },
    element(
      'div',
      {},
      element(
        'p',
        { class: 'lead' },
        `${KINDS[kind]}：${policyholder.name} → ${people} `,
        tag === null ? null : element('span', { class: 'tag' }, tag),
      ),
      element('p', { class: 'soft' }, told.join(' · ')),
    ),
    button('打开', () => {
      tell('')
      showCase(reviewId, back).catch(fail)
    }),
  )
}

function moreButton(of, first, list) {
  let cursor = first
  const more = button(
    '看更多',
    async () => {
      more.disabled = true
      try {
        const { reviews, next } = await call('queue', { of, cursor })
        list.append(...reviews.map((review) => queueRow(review, of)))
        cursor = next
        if (next === undefined) more.remove()
        else more.disabled = false
      } catch (error) {
        more.disabled = false
        fail(error)
      }
    },
    'plain',
  )
  return more
}

document.getElementById('sign-out').addEventListener('click', () => {
  signOut()
  tell('已经退出。')
  start().catch(fail)
})
start().catch(fail)
