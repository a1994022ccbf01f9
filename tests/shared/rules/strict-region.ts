import type { Region } from '../../../shared/rules/parameters'
import { day } from '../../../shared/values/day'

const lastChecked = day('2026-11-21')

/** An invented region with the rules that some real ones have. Its sources are any of the held ones. */
export const STRICT_REGION: Region = {
  regionCode: '990000',
  name: '严格地区',
  shortName: '严格',
  lastChecked,
  notFound: [],
  parameters: {
    'relation-caps': [{ value: { spouse: 1 }, sources: ['heb_ts'], lastChecked }],
    'member-cap': [{ value: 1, sources: ['seed004'], lastChecked }],
    'policyholder-cap': [{ value: 1, sources: ['gs_zqx'], lastChecked }],
    'pooling-scope': [{ value: 'pooling-area', sources: ['gs_zqx'], lastChecked }],
    'bind-effective': [{ value: 'next-day', sources: ['gs_zqx'], lastChecked }],
    'start-day': [{ value: 'today-only', sources: ['gs_zqx'], lastChecked }],
    review: [{ value: true, sources: ['gs_zqx'], lastChecked }],
    'consent-mode': [{ value: 'typed', sources: ['gs_zqx'], lastChecked }],
    proofs: [
      {
        value: [
          { relation: 'spouse', documents: ['结婚证'] },
          { relation: 'child', documents: ['出生证明'], only: 'minor' },
          { relation: 'any', documents: ['户口簿'], only: 'window' },
        ],
        sources: ['gs_zqx'],
        lastChecked,
      },
    ],
  },
}

/** Another invented one, which says how many parents there may be and nothing of the spouse. */
export const PARENTS_CAPPED: Region = {
  regionCode: '980000',
  name: '只限父母的地区',
  shortName: '限父母',
  lastChecked,
  notFound: [],
  parameters: { 'relation-caps': [{ value: { parent: 4 }, sources: ['heb_ts'], lastChecked }] },
}
