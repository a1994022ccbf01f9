import { localDate } from '../../../../local/cloudbase/functions/local-date'

const NOON = Date.UTC(2025, 10, 5, 4)
const RealDate = Date
const LocalDate = localDate(RealDate, () => NOON)

describe('the Date of a function worker', () => {
  it('follows the local clock in its three ways to say now', () => {
    expect(new LocalDate().getTime()).toBe(NOON)
    expect(LocalDate.now()).toBe(NOON)
    expect(LocalDate()).toBe(new RealDate(NOON).toString())
  })

  it('leaves everything else as it is', () => {
    expect(new LocalDate(5).getTime()).toBe(5)
    expect(new LocalDate('2020-02-29').toISOString()).toBe('2020-02-29T00:00:00.000Z')
    expect(new LocalDate(2020, 1, 29).getTime()).toBe(new RealDate(2020, 1, 29).getTime())
    expect(LocalDate.parse('2020-02-29')).toBe(RealDate.parse('2020-02-29'))
    expect(LocalDate.UTC(2020, 1)).toBe(RealDate.UTC(2020, 1))
    expect(LocalDate.name).toBe('Date')
  })

  it('is the same kind of thing as a real date, both ways', () => {
    expect(new LocalDate()).toBeInstanceOf(RealDate)
    expect(new RealDate()).toBeInstanceOf(LocalDate)
    class Birthday extends LocalDate {
      isWeekend() {
        return [0, 6].includes(this.getUTCDay())
      }
    }
    expect(new Birthday().getTime()).toBe(NOON)
    expect(new Birthday('2025-11-08').isWeekend()).toBe(true)
  })
})
