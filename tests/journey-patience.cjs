// A whole journey, through the app or the functions, on a slow machine: what hangs is found all the same, only later.
// Jest reads a time-out per project only from here.
jest.setTimeout(120_000)
