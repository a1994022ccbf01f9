import { payingPremiums } from '../journeys-in-app/premiums'
import { stageWith } from '../journeys-in-app/stage'
import { WeappPhone } from './phone'

payingPremiums(stageWith(async (product, owner) => new WeappPhone(product, owner)))
