import { startClock } from './clock.mjs'
import { familiesOf, familyOf, fillChooser, fillRegions } from './people.mjs'
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
import { STORIES, storiesOf } from './stories.mjs'

const MOST_MESSAGES = 4

function remember() {
  const address = new URL(window.location.href)
  for (const side of SIDES) address.searchParams.set(side, personOn(side).openid)
  address.searchParams.set('region', document.getElementById('region').value)
  window.history.replaceState(null, '', address)
}

function tell(story, people) {
  for (const side of SIDES) {
    const person = people.find(({ openid }) => openid === story[side])
    givePhone(side, person, people)
  }
  document.getElementById('stories-title').textContent = story.about
  for (const button of document.querySelectorAll('#stories button'))
    button.setAttribute('aria-pressed', String(button.textContent === story.title))
  remember()
}

/** The stories of a region, and its families first in both choosers. */
function showRegion(regionCode, families, people) {
  const stories = storiesOf(regionCode, families)
  document.getElementById('region').value = regionCode
  document.getElementById('stories').replaceChildren(
    ...stories.map((story) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.title = story.about
      button.setAttribute('aria-pressed', 'false')
      button.textContent = story.title
      button.addEventListener('click', () => tell(story, people))
      const item = document.createElement('li')
      item.append(button)
      return item
    }),
  )
  for (const side of SIDES) fillChooser(document.getElementById(`${side}-person`), families, regionCode)
  return stories
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
  const asked = new URL(window.location.href).searchParams
  fillRegions(document.getElementById('region'), families)
  const known = [
    families.find(({ regionCode }) => regionCode === asked.get('region')),
    familyOf(asked.get('left'), families),
    familyOf(STORIES[0].left, families),
    families[0],
  ].find((family) => family !== undefined)
  const [first] = showRegion(known.regionCode, families, people)
  for (const side of SIDES) {
    document.getElementById(`${side}-person`).addEventListener('change', ({ target }) => {
      const chosen = withPhone.find(({ openid }) => openid === target.value)
      givePhone(side, chosen, people)
      noStory()
      remember()
    })
    const openids = [asked.get(side), first?.[side], withPhone[0].openid]
    const [person] = openids.flatMap((openid) => withPhone.filter((one) => one.openid === openid))
    givePhone(side, person, people)
  }
  document.getElementById('region').addEventListener('change', ({ target }) => {
    const [story] = showRegion(target.value, families, people)
    if (story === undefined) remember()
    else tell(story, people)
  })
}

start().catch(() => {
  document.getElementById('stories-title').textContent = '暂时连不上本机服务，请确认它在运行，然后刷新本页。'
})
