import { showPapers } from './papers.mjs'
import { describe } from './people.mjs'

/** The two phones: each an H5 app in a frame of its own, that takes its person from its address. */

export const SIDES = ['left', 'right']
const SIDE_NAMES = { left: '左边的手机', right: '右边的手机' }
const HOME = '/pages/home/index'
/** A page of the app with what it needs to know, and nothing that could lead elsewhere. */
const PATH = /^\/?((?:pages|packages)(?:\/[\w-]+)+)(\?[\w=&%.~-]*)?$/

const state = { left: null, right: null }

const frameOf = (side) => document.querySelector(`[data-side="${side}"] iframe`)

function addressOf(person, page) {
  return `/h5/?as=${encodeURIComponent(person.openid)}#${page}`
}

/** The page that a shared path names, or null where it is none of the app's. */
export function pageOf(path) {
  const parts = typeof path === 'string' && path.length <= 500 ? PATH.exec(path) : null
  return parts === null ? null : `/${parts[1]}${parts[2] ?? ''}`
}

export function otherSide(side) {
  return side === 'left' ? 'right' : 'left'
}

export function personOn(side) {
  return state[side]
}

export function sideName(side) {
  return SIDE_NAMES[side]
}

/** Which phone a message came from, or null where it came from neither. */
export function sideOf(source) {
  return SIDES.find((side) => frameOf(side).contentWindow === source) ?? null
}

export function openPage(side, page) {
  const person = state[side]
  if (person === null) return
  const frame = frameOf(side)
  const address = addressOf(person, page)
  // With the same person only the part after # differs, which alone would keep what the page had loaded.
  if (frame.getAttribute('src') === address) frame.contentWindow.location.reload()
  else frame.src = address
}

/** Makes the phone that person's, at the app's home page. */
export function givePhone(side, person, people) {
  state[side] = person
  showPapers(document.getElementById(`papers-${side}`), person, people)
  frameOf(side).title = `${SIDE_NAMES[side]}:${person.name}`
  document.getElementById(`${side}-person`).value = person.openid
  const { facts, note } = describe(person)
  const strong = document.createElement('b')
  strong.textContent = facts
  document.getElementById(`${side}-about`).replaceChildren(strong, document.createElement('br'), note)
  openPage(side, HOME)
}

export function startPhoneTools() {
  for (const side of SIDES) {
    const phone = document.querySelector(`[data-side="${side}"]`)
    phone.querySelector('[data-tool="home"]').addEventListener('click', () => openPage(side, HOME))
    phone.querySelector('[data-tool="reload"]').addEventListener('click', () => {
      frameOf(side).contentWindow.location.reload()
    })
  }
  const fitScreens = () => {
    const besides = 330
    const scale = Math.min(1, Math.max(0.62, (window.innerHeight - besides / 2) / 860))
    const narrow = window.innerWidth < 440 ? (window.innerWidth - 24) / 403 : 1
    document.documentElement.style.setProperty('--scale', String(Math.min(scale, narrow).toFixed(3)))
  }
  window.addEventListener('resize', fitScreens)
  fitScreens()
}
