/**
 * A `Date` that shows the local clock: `new Date()`, `Date.now()` and `Date()` follow `now`. Everything else (parsing,
 * UTC, dates made from numbers, `instanceof`) is the real one's, because both share one prototype.
 */
export function localDate(Real: DateConstructor, now: () => number): DateConstructor {
  function LocalDate(this: unknown, ...args: unknown[]): Date | string {
    if (new.target === undefined) return new Real(now()).toString()
    const target = (new.target as unknown) === LocalDate ? Real : new.target
    return Reflect.construct(Real, args.length === 0 ? [now()] : args, target)
  }
  Object.setPrototypeOf(LocalDate, Real)
  Object.defineProperties(LocalDate, {
    name: { value: 'Date' },
    length: { value: Real.length },
    prototype: { value: Real.prototype, writable: false },
    now: { value: now, writable: true, configurable: true },
  })
  return LocalDate as unknown as DateConstructor
}

/** Puts the local clock in the place of `Date` for everything that this thread loads from now on. */
export function installLocalDate(now: () => number): void {
  const date = localDate(Date, now)
  Object.defineProperty(date.prototype, 'constructor', { value: date, writable: true, configurable: true })
  globalThis.Date = date
}
