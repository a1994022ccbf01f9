import { day } from '../../../values/day'
import type { Layer } from '../layer'

const lastChecked = day('2026-11-21')

/** In September 2025 every province but 广东 had the wallet somewhere; the list of January 2026 names those that have it everywhere. */
const LIVE: Layer['wallet-live'] = [
  {
    value: day('2025-09-22'),
    from: day('2025-09-22'),
    fromIs: 'at-latest',
    sources: ['cctv20250922'],
    lastChecked,
  },
]

export const WALLET_EVERYWHERE = {
  'wallet-live': LIVE,
  'wallet-coverage': [
    {
      value: { whole: true },
      from: day('2026-01-12'),
      fromIs: 'at-latest',
      sources: ['wallet188'],
      lastChecked,
    },
  ],
} as const satisfies Layer

export const WALLET_IN_PLACES = {
  'wallet-live': LIVE,
  'wallet-coverage': [
    {
      value: { whole: false },
      from: day('2026-01-12'),
      fromIs: 'at-latest',
      sources: ['wallet188'],
      lastChecked,
      note: '全域开通的名单里没有当地，先在医保钱包里查家人的城市。',
    },
  ],
} as const satisfies Layer
