import type { Executes } from '../../platform/handler'
import type { settlements } from '../../shared/contract/settlements'
import { previewing } from './execute-preview'
import { telling } from './execute-records'
import { reversing } from './execute-reverse'
import { settling } from './execute-settle'
import { summing } from './execute-summary'

export const executes: Executes<(typeof settlements)['actions']> = {
  ...previewing,
  ...settling,
  ...reversing,
  ...telling,
  ...summing,
}
