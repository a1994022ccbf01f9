import { startClock } from './clock.mjs'
import { familiesOf, fillChooser } from './people.mjs'
import {
  givePhone,
  openPage,
  otherSide,
  pageOf,
  personOn,
  SIDES,
  sideName,
  sideOf,
  startPhoneTools,
} from './phones.mjs'
import { STORIES } from './stories.mjs'

const MOST_MESSAGES = 4

function remember() {
  const address = new URL(window.location.href)
  for (const side of SIDES) address.searchParams.set(side, personOn(side).openid)
  window.history.replaceState(null, '', address)
}

function showStories(people) {
  const known = new Map(people.map((person) => [person.openid, person]))
  const list = document.getElementById('stories')
  for (const story of STORIES.filter(({ left, right }) => known.has(left) && known.has(right))) {
    const button = document.createElement('button')
    button.type = 'button'
    button.title = story.about
    button.setAttribute('aria-pressed', 'false')
    const region = document.createElement('b')
    region.textContent = story.region
    button.append(region, story.title)
    button.addEventListener('click', () => {
      for (const other of list.querySelectorAll('button')) other.setAttribute('aria-pressed', 'false')
      button.setAttribute('aria-pressed', 'true')
      for (const side of SIDES) givePhone(side, known.get(story[side]), people)
      document.getElementById('stories-title').textContent = story.about
      remember()
    })
    const item = document.createElement('li')
    item.append(button)
    list.append(item)
  }
}

function noStory() {
  for (const button of document.querySelectorAll('#stories button'))
    button.setAttribute('aria-pressed', 'false')
}

function paragraph(text, className) {
  const element = document.createElement('p')
  element.textContent = text
  if (className !== undefined) element.className = className
  return element
}

/** What a person sees in WeChat when somebody forwards a page: a card that opens it. */
function showMessage(from, page) {
  const to = otherSide(from)
  const card = document.createElement('li')
  card.className = 'message'
  card.dataset.to = to
  const open = document.createElement('button')
  open.type = 'button'
  open.textContent = `在${sideName(to)}里点开`
  open.addEventListener('click', () => openPage(to, page))
  card.append(
    paragraph(`${personOn(from).name} 发来一张小程序卡片`, 'from'),
    paragraph('邀请您一起用医保钱'),
    open,
  )
  const list = document.getElementById('messages')
  list.prepend(card)
  while (list.children.length > MOST_MESSAGES) list.lastElementChild.remove()
  document.getElementById('no-messages').hidden = true
}

window.addEventListener('message', (event) => {
  const from = event.origin === window.location.origin ? sideOf(event.source) : null
  if (from === null || event.data?.type !== 'share') return
  const page = pageOf(event.data.path)
  if (page !== null) showMessage(from, page)
})

async function start() {
  startClock()
  startPhoneTools()
  const response = await fetch('/people')
  if (!response.ok) throw new Error('no people')
  const people = await response.json()
  const withPhone = people.filter(({ openid }) => openid !== null)
  const families = familiesOf(people)
  showStories(people)
  const asked = new URL(window.location.href).searchParams
  for (const side of SIDES) {
    const chooser = document.getElementById(`${side}-person`)
    fillChooser(chooser, families)
    chooser.addEventListener('change', () => {
      const chosen = withPhone.find(({ openid }) => openid === chooser.value)
      givePhone(side, chosen, people)
      noStory()
      remember()
    })
    const openids = [asked.get(side), STORIES[0][side], withPhone[0].openid]
    const [person] = openids.flatMap((openid) => withPhone.filter((one) => one.openid === openid))
    givePhone(side, person, people)
  }
}

start().catch(() => {
  document.getElementById('stories-title').textContent = '暂时连不上本机服务，请确认它在运行，然后刷新本页。'
})
