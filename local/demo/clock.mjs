/** The local clock on the page: asked for now and then, counted on in between, and shifted by the buttons. */

const ASK_EVERY_MS = 15_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SHANGHAI_MS = 8 * HOUR_MS
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

let askedNow = null
let askedAt = 0

const two = (number) => String(number).padStart(2, '0')

/** The parts of a moment in Asia/Shanghai, which keeps UTC+8 all year round. */
function shanghai(ms) {
  const moment = new Date(ms + SHANGHAI_MS)
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    date: moment.getUTCDate(),
    weekday: WEEKDAYS[moment.getUTCDay()],
    time: `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}:${two(moment.getUTCSeconds())}`,
  }
}

function now() {
  return askedNow === null ? null : askedNow + (performance.now() - askedAt)
}

function take(reply) {
  askedNow = Date.parse(reply.now)
  askedAt = performance.now()
  show()
}

function show() {
  const ms = now()
  if (ms === null) return
  const { year, month, date, weekday, time } = shanghai(ms)
  const face = document.getElementById('clock-time')
  face.textContent = time
  face.dateTime = new Date(ms).toISOString()
  document.getElementById('clock-day').textContent = `${year}年${month}月${date}日 星期${weekday}`
}

function say(text) {
  document.getElementById('clock-status').textContent = text
}

async function ask() {
  try {
    const response = await fetch('/clock')
    if (response.ok) take(await response.json())
  } catch {
    say('暂时连不上本机服务，时钟停在最后一次的时间。')
  }
}

async function shiftTo(ms) {
  try {
    const response = await fetch('/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now: new Date(ms).toISOString() }),
    })
    const reply = await response.json()
    if (!response.ok) return say(reply.refusal.message)
    take(reply)
    const { month, date, time } = shanghai(ms)
    say(`时钟已拨到${month}月${date}日 ${time.slice(0, 5)}，到期的事已经处理。刷新手机可以看到变化。`)
  } catch {
    say('没有拨成：暂时连不上本机服务，请稍后再试。')
  }
}

export function startClock() {
  for (const button of document.querySelectorAll('[data-shift]')) {
    button.addEventListener('click', () => {
      const ms = now()
      if (ms === null) return
      const midnight = Math.floor((ms + SHANGHAI_MS) / DAY_MS + 1) * DAY_MS - SHANGHAI_MS
      void shiftTo(button.dataset.shift === 'midnight' ? midnight : ms + Number(button.dataset.shift))
    })
  }
  document.getElementById('clock-form').addEventListener('submit', (event) => {
    event.preventDefault()
    void shiftTo(Date.parse(`${document.getElementById('clock-input').value}:00+08:00`))
  })
  void ask()
  setInterval(() => void ask(), ASK_EVERY_MS)
  setInterval(show, 1_000)
}
