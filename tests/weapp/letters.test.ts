import { letterJourney } from '../journeys-in-app/letters'
import { stageWith } from '../journeys-in-app/stage'
import { WeappPhone } from './phone'

letterJourney(stageWith(async (product, owner) => new WeappPhone(product, owner)))
