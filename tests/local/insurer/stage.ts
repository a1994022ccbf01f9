import { randomUUID } from 'node:crypto'
import { type InsurerOptions, type RunningInsurer, startInsurer } from '../../../local/insurer'
import { PEOPLE, personNamed } from '../../../local/people'
import type { PremiumOrder } from '../../../platform/insurer/port'
import { fen } from '../../../shared/values/fen'
import type { IdDocument } from '../../../shared/values/id-document'

export const KEY = 'a-key-for-the-tests-of-the-insurer'
export const DEMO_NOW = Date.parse('2025-11-05T01:00:00Z')

export const documentOf = ({ idType, idNumber }: IdDocument): IdDocument => ({ idType, idNumber })
export const father = personNamed('陈志强')
export const mother = personNamed('刘丽华')
export const child = personNamed('陈雨桐')

export const startTestInsurer = (more: Partial<InsurerOptions> = {}): Promise<RunningInsurer> =>
  startInsurer({ directory: null, people: PEOPLE, key: KEY, now: () => DEMO_NOW, ...more })

/** The premium of the child, paid by her father from the account, unless said otherwise. */
export const orderOf = (more: Partial<PremiumOrder> = {}): PremiumOrder => ({
  orderId: randomUUID(),
  payer: documentOf(father),
  insured: documentOf(child),
  premiumYear: 2026,
  tier: 'standard',
  amountFen: fen(40_000),
  from: 'account',
  ...more,
})

/** Sends one request; the status and the body of the answer. */
export const post = async (
  url: string,
  where: string,
  body: unknown,
): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(url + where, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}
