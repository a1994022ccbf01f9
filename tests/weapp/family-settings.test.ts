import { familySettings } from '../journeys-in-app/family-settings'
import { stageWith } from '../journeys-in-app/stage'
import { WeappPhone } from './phone'

familySettings(stageWith(async (product, owner) => new WeappPhone(product, owner)))
