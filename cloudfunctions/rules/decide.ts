import type { ExplainedParameter } from '../../shared/rules'

type Known = Omit<ExplainedParameter, 'parameter' | 'title' | 'unit' | 'whenUnknown'>

export interface ComparedParameter
  extends Pick<ExplainedParameter, 'parameter' | 'title' | 'unit' | 'whenUnknown'> {
  readonly same: boolean
  readonly values: Known[]
}

/** The rules of several regions, parameter by parameter; each list holds the same parameters in the same order. */
export function sideBySide(explained: readonly (readonly ExplainedParameter[])[]): ComparedParameter[] {
  const [first = []] = explained
  return first.map(({ parameter, title, unit, whenUnknown }, row) => {
    const values = explained.flatMap((rows) => {
      const one = rows[row]
      return one?.parameter === parameter ? [knownOf(one)] : []
    })
    if (values.length !== explained.length) throw new Error(`${parameter} is not explained everywhere`)
    return {
      parameter,
      title,
      whenUnknown,
      ...(unit === undefined ? {} : { unit }),
      same:
        values.every(({ poolingArea }) => poolingArea === undefined) &&
        new Set(values.map(({ value }) => JSON.stringify(value))).size === 1,
      values,
    }
  })
}

function knownOf({
  parameter: _,
  title: _t,
  unit: _u,
  whenUnknown: _w,
  ...known
}: ExplainedParameter): Known {
  return known
}
