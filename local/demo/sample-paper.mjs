/**
 * A paper to photograph for whoever walks the demo: a drawing that looks like no real document and says what it is, so
 * that nobody hands in her own.
 */
const WIDTH = 900
const HEIGHT = 620

/** @param lines what stands on it, each a name and a value */
export function drawSample(title, lines) {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const pen = canvas.getContext('2d')
  const say = (text, x, y, size, colour = '#1f2a2e') => {
    pen.fillStyle = colour
    pen.font = `${size}px "PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif`
    pen.fillText(text, x, y)
  }
  pen.fillStyle = '#f3e9d6'
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.strokeStyle = '#b08d57'
  pen.lineWidth = 8
  pen.strokeRect(28, 28, WIDTH - 56, HEIGHT - 56)
  say(title, 70, 120, 54, '#8a3b1a')
  for (const [index, [name, value]] of lines.slice(0, 6).entries()) {
    say(name, 70, 200 + index * 62, 34, '#55626a')
    say(value, 280, 200 + index * 62, 34)
  }
  say('演示用样张，人物是虚构的，不是真的证件', 70, HEIGHT - 62, 30, '#b5471b')
  return canvas
}

/** Saves it as a picture, to be chosen in a phone of the demo. */
export function saveSample(title, lines) {
  drawSample(title, lines).toBlob((blob) => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = `${title}.png`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  }, 'image/png')
}
