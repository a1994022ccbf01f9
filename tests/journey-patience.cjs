// A whole journey through the app on a slow machine. Jest reads a time-out per project only from here.
jest.setTimeout(120_000)
