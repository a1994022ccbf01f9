import type { Executes } from '../../platform/handler'
import type { premiums } from '../../shared/contract/premiums'
import { exporting } from './execute-export'
import { paying } from './execute-pay'
import { choosing } from './execute-payable'
import { receipts } from './execute-receipt'
import { telling } from './execute-records'
import { refunding } from './execute-refund'

export const executes: Executes<(typeof premiums)['actions']> = {
  ...choosing,
  ...paying,
  ...telling,
  ...receipts,
  ...exporting,
  ...refunding,
}
