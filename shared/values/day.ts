import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)
dayjs.extend(customParseFormat)

/** A day of the law, `YYYY-MM-DD`, in Asia/Shanghai (UTC+8 all year round). */
export type Day = string & { readonly __brand: 'Day' }

/** A moment, ISO-8601 in UTC with milliseconds. Two of them compare as strings. */
export type Instant = string & { readonly __brand: 'Instant' }

const SHANGHAI_OFFSET_MINUTES = 8 * 60
const DAY_FORMAT = 'YYYY-MM-DD'

/** The day that the text names, or null where no such day is on the calendar. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  return dayjs.utc(text, DAY_FORMAT, true).isValid() ? (text as Day) : null
}

/** @throws RangeError when no such day is on the calendar. For data in the code, not for input. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new RangeError(`not a day: ${text}`)
  return parsed
}

/** The moment that the text names, or null. Any ISO-8601 offset is taken and turned to UTC. */
export function parseInstant(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null
  const milliseconds = Date.parse(text)
  return Number.isNaN(milliseconds) ? null : instantFromMilliseconds(milliseconds)
}

/** @throws RangeError when the text is not a moment. For data in the code, not for input. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text)
  if (parsed === null) throw new RangeError(`not an instant: ${text}`)
  return parsed
}

export function instantFromMilliseconds(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant
}

export function millisecondsOf(moment: Instant): number {
  return Date.parse(moment)
}

export function addMilliseconds(moment: Instant, milliseconds: number): Instant {
  return instantFromMilliseconds(millisecondsOf(moment) + milliseconds)
}

/** The day in Asia/Shanghai on which the moment falls. */
export function dayOf(moment: Instant): Day {
  return dayjs.utc(moment).utcOffset(SHANGHAI_OFFSET_MINUTES).format(DAY_FORMAT) as Day
}

/** The moment at which the day begins: 00:00 Asia/Shanghai. */
export function startOfDay(date: Day): Instant {
  const milliseconds = dayjs.utc(date, DAY_FORMAT, true).valueOf()
  return instantFromMilliseconds(milliseconds - SHANGHAI_OFFSET_MINUTES * 60_000)
}

export function addDays(date: Day, days: number): Day {
  return dayjs.utc(date, DAY_FORMAT, true).add(days, 'day').format(DAY_FORMAT) as Day
}

/** The same date so many months later; the last day of the month where it has no such date. */
export function addMonths(date: Day, months: number): Day {
  return dayjs.utc(date, DAY_FORMAT, true).add(months, 'month').format(DAY_FORMAT) as Day
}

/** The time of day in Asia/Shanghai, HH:MM; the seconds are cut off. */
export function timeOfDay(moment: Instant): string {
  return dayjs.utc(moment).utcOffset(SHANGHAI_OFFSET_MINUTES).format('HH:mm')
}

/** The moment at which a time of day, HH:MM in Asia/Shanghai, comes on the day. */
export function momentOn(date: Day, time: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return addMilliseconds(startOfDay(date), (hours * 60 + minutes) * 60_000)
}

/** The same date so many years later; 29 February becomes 28 February where the year has none. */
export function addYears(date: Day, years: number): Day {
  return dayjs.utc(date, DAY_FORMAT, true).add(years, 'year').format(DAY_FORMAT) as Day
}

/** Whole days from one day to the other; negative where the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayjs.utc(to, DAY_FORMAT, true).diff(dayjs.utc(from, DAY_FORMAT, true), 'day')
}

/**
 * Full years of age on a day. A person is N years old from her birthday on; one born on 29 February
 * comes of age on 1 March of a common year (民法典 counts full years, 周岁).
 */
export function ageOn(birthDay: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(birthDay.slice(0, 4))
  return on.slice(5) < birthDay.slice(5) ? years - 1 : years
}
