import { FUNCTIONS, type FunctionName } from '../../../shared/contract/functions'
import { secretPathsOf, WRITES } from '../../../src/cloud/writes'

const names = Object.keys(FUNCTIONS) as FunctionName[]

describe('the writes that the phone knows', () => {
  it.each(names)('are those of the contract, with the same secrets: %s', (name) => {
    const inContract = Object.entries(FUNCTIONS[name].actions)
      .filter(([, action]) => action.kind === 'write')
      .map(([action, { secretInput = [] }]: [string, { secretInput?: readonly string[] }]) => [
        action,
        secretInput,
      ])
    expect(WRITES[name]).toEqual(Object.fromEntries(inContract))
  })

  it('tell a read from a write', () => {
    expect(secretPathsOf('identity', 'me')).toBeNull()
    expect(secretPathsOf('identity', 'link')).toEqual(['verificationToken'])
    expect(secretPathsOf('identity', 'toString')).toBeNull()
  })
})
