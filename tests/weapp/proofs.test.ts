import { proofsJourney } from '../journeys-in-app/proofs'
import { stageWith } from '../journeys-in-app/stage'
import { WeappPhone } from './phone'

proofsJourney(stageWith(async (product, owner) => new WeappPhone(product, owner)))
