/** Elements are made one by one and never of HTML text: an opinion or a name is shown as what it is, a text. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value)
    else if (value === true) made.setAttribute(name, '')
    else if (value !== false && value !== undefined) made.setAttribute(name, value)
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined))
  return made
}

export function button(label, onPress, kind = '') {
  return element('button', { type: 'button', class: kind || undefined, onclick: onPress }, label)
}

/** Pairs of a name and a text; a pair without a text is left out. */
export function facts(pairs) {
  const shown = pairs.filter(([, text]) => text !== undefined && text !== null && text !== '')
  return element(
    'dl',
    {},
    ...shown.flatMap(([name, text]) => [element('dt', {}, name), element('dd', {}, text)]),
  )
}

/** Shows a page and moves the focus to it, as a new page would. */
export function show(title, ...children) {
  const desk = document.querySelector('.top h1').textContent
  document.title = `${title} · ${desk}`
  const main = document.getElementById('main')
  main.replaceChildren(element('h2', {}, title), ...children.filter((child) => child !== null))
  main.focus()
  scrollTo(0, 0)
}

/** One sentence about what just happened; read aloud. */
export function tell(sentence, isTrouble = false) {
  const told = document.getElementById('told')
  told.textContent = sentence
  told.classList.toggle('is-trouble', isTrouble)
}
