// A whole journey through a real browser on a slow machine. Jest reads a time-out per project only from here.
jest.setTimeout(120_000)
