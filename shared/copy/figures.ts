import type { Day } from '../values/day'
import type { Fen } from '../values/fen'

/** 2,000元, 12.50元: yuan with a comma for thousands, and fen only where there are some. */
export function yuanText(amount: Fen): string {
  const sign = amount < 0 ? '-' : ''
  const [whole, rest] = [Math.trunc(Math.abs(amount) / 100), Math.abs(amount) % 100]
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${grouped}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}元`
}

/** 2025年11月5日 */
export function dayText(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
