import { Double, Int32, Long } from 'bson'
import { notSupported, refused } from '../errors'
import { isNumber, type NumberValue, numberOf, type Value } from '../values'
import type { FieldOperator } from './operator'
import { kindOf, makePlace } from './places'

/**
 * `$inc`: a missing field becomes the amount. A field that is there and is no number is refused, null too, because a
 * sum that silently does nothing loses money.
 */
export const increment: FieldOperator = ({ document, path, operand }) => {
  const amount = numberOperand('$inc', operand)
  const place = makePlace(document, path)
  const current = place.read()
  if (current === undefined) place.write(amount)
  else place.write(calculate(numberField('$inc', path, current), amount, (left, right) => left + right))
}

/** `$mul`: a missing field becomes zero, of the factor's type. */
export const multiply: FieldOperator = ({ document, path, operand }) => {
  const factor = numberOperand('$mul', operand)
  const place = makePlace(document, path)
  const current = place.read()
  const number = current === undefined ? new Int32(0) : numberField('$mul', path, current)
  place.write(calculate(number, factor, (left, right) => left * right))
}

function numberOperand(name: string, operand: Value): NumberValue {
  if (!isNumber(operand))
    throw refused(`Cannot ${VERBS[name]} with non-numeric argument: a ${kindOf(operand)}`)
  return operand
}

function numberField(name: string, path: string, value: Value): NumberValue {
  if (isNumber(value)) return value
  throw refused(`Cannot apply ${name} to a value of non-numeric type: '${path}' holds a ${kindOf(value)}`)
}

const VERBS: Record<string, string> = { $inc: 'increment', $mul: 'multiply' }

/** As the server: double with anything is double; int32 stays int32 until it overflows into int64. */
function calculate(
  left: NumberValue,
  right: NumberValue,
  combine: (left: number, right: number) => number,
): NumberValue {
  const result = combine(numberOf(left), numberOf(right))
  if (left instanceof Double || right instanceof Double) return new Double(result)
  if (!Number.isSafeInteger(result)) throw notSupported('whole numbers beyond 2^53')
  // A product of whole numbers is never a negative zero on the server.
  const whole = result === 0 ? 0 : result
  const isInt32 = whole >= -0x80000000 && whole <= 0x7fffffff
  const fromLong = left instanceof Long || right instanceof Long
  return isInt32 && !fromLong ? new Int32(whole) : Long.fromNumber(whole)
}
