import { button, element } from './page.mjs'

const WIDTH = 600
const HEIGHT = 240
/** Points that lie closer than this say nothing; the function takes 2,500 of them. */
const LEAST_STEP = 2
const MOST_POINTS = 2_400
const INK = '#1c2733'

/** Where the person who stands at the window writes her name: with a pen, a finger, or the mouse. */
export function signaturePad(name) {
  const canvas = element('canvas', {
    class: 'pad',
    width: String(WIDTH),
    height: String(HEIGHT),
    role: 'img',
    'aria-label': `${name}的签名处`,
  })
  const pen = canvas.getContext('2d')
  let strokes = []
  let current = null
  let began = 0
  const points = () => strokes.reduce((sum, stroke) => sum + stroke.length, 0)
  const at = (event) => {
    const { left, top, width, height } = canvas.getBoundingClientRect()
    const x = ((event.clientX - left) / width) * WIDTH
    const y = ((event.clientY - top) / height) * HEIGHT
    return {
      x: Math.round(x * 10) / 10,
      y: Math.round(y * 10) / 10,
      t: Math.round(performance.now() - began),
    }
  }
  const draw = (from, to) => {
    pen.lineWidth = 4
    pen.lineCap = 'round'
    pen.strokeStyle = INK
    pen.beginPath()
    pen.moveTo(from.x, from.y)
    pen.lineTo(to.x, to.y)
    pen.stroke()
  }
  canvas.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    canvas.setPointerCapture(event.pointerId)
    if (strokes.length === 0) began = performance.now()
    current = [at(event)]
    strokes.push(current)
  })
  canvas.addEventListener('pointermove', (event) => {
    if (current === null || points() >= MOST_POINTS) return
    const to = at(event)
    const from = current.at(-1)
    if (Math.hypot(to.x - from.x, to.y - from.y) < LEAST_STEP) return
    current.push(to)
    draw(from, to)
  })
  for (const end of ['pointerup', 'pointercancel']) {
    canvas.addEventListener(end, () => {
      current = null
    })
  }
  const clear = () => {
    strokes = []
    current = null
    pen.clearRect(0, 0, WIDTH, HEIGHT)
  }
  return {
    view: element('div', {}, canvas, button('重写', clear, 'plain')),
    isEmpty: () => points() === 0,
    signature: () => ({ kind: 'handwritten', width: WIDTH, height: HEIGHT, strokes }),
  }
}
