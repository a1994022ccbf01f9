import path from 'node:path'
import { personNamed } from '../../local/people'
import { type Product, startProduct } from '../../local/product'
import type { AppPhone, Owner } from './app-phone'

const ROOT = path.resolve(__dirname, '../..')
const DEMO_NOW = Date.parse('2025-11-05T09:00:00+08:00')

/** What a journey is played on: the product, and phones with one of the two builds of the app. */
export interface InAppStage<Phone extends AppPhone = AppPhone> {
  product(): Product
  phoneOf(name: string): Promise<Phone>
  /** A phone whose owner has said who she is. */
  linked(name: string): Promise<Phone>
}

/**
 * Starts the product for the tests of a file and ends each test with a look at what went wrong on its phones.
 * Called where tests are described.
 */
export function stageWith<Phone extends AppPhone>(
  makePhone: (product: Product, owner: Owner) => Promise<Phone>,
  h5Dir: string | null = null,
): InAppStage<Phone> {
  let running: Product | null = null
  const phones: Phone[] = []

  beforeAll(async () => {
    running = await startProduct({
      dataDir: null,
      port: 0,
      demoNow: DEMO_NOW,
      functionsDir: path.join(ROOT, 'dist/cloudfunctions'),
      h5Dir,
      passwordScryptLog2N: 4,
      ...(process.env.STAGE_LOG
        ? { log: (line: unknown) => process.stderr.write(`${JSON.stringify(line)}\n`) }
        : {}),
    })
  })
  afterAll(() => running?.close())
  afterEach(async () => {
    const troubles = phones.flatMap((phone) =>
      phone.troublesSoFar().map((trouble) => `${phone.owner.name}: ${trouble}`),
    )
    await Promise.all(phones.splice(0).map((phone) => phone.close()))
    expect(troubles).toEqual([])
  })

  const product = () => {
    if (running === null) throw new Error('the product is not running')
    return running
  }
  const phoneOf = async (name: string) => {
    const phone = await makePhone(product(), personNamed(name))
    phones.push(phone)
    return phone
  }
  const linked = async (name: string) => {
    const phone = await phoneOf(name)
    await phone.open('/packages/identity/link/index')
    await phone.link()
    return phone
  }
  return { product, phoneOf, linked }
}
