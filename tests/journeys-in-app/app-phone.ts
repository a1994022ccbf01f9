export interface Owner {
  readonly openid: string | null
  readonly name: string
  readonly idNumber: string
}

/** A part of the pad's width and of its height. */
export type Place = readonly [number, number]

/** 王五, more or less: strokes as a hand writes them, from place to place. */
export const NAME: readonly (readonly Place[])[] = [
  [
    [0.1, 0.25],
    [0.42, 0.25],
  ],
  [
    [0.12, 0.42],
    [0.4, 0.42],
  ],
  [
    [0.26, 0.25],
    [0.26, 0.62],
  ],
  [
    [0.08, 0.62],
    [0.44, 0.61],
  ],
  [
    [0.56, 0.25],
    [0.9, 0.25],
  ],
  [
    [0.73, 0.25],
    [0.64, 0.62],
  ],
  [
    [0.6, 0.43],
    [0.82, 0.43],
    [0.8, 0.62],
  ],
  [
    [0.53, 0.63],
    [0.93, 0.62],
  ],
]

const HOME = '/pages/home/index'
const SCREENS_OF_A_LETTER = 30

/**
 * One person's phone with the app on it, used by what stands on the screen. A journey is told once in these words;
 * `tests/e2e` makes them true in a browser, `tests/weapp` in the compiled mini-program. Whatever waits, waits a few
 * seconds and then throws, naming the page and what it waited for.
 */
export abstract class AppPhone {
  abstract readonly owner: Owner
  /** Where the functions are asked. */
  protected abstract readonly url: string

  /** Opens the app at a page, as a card or a code does. What was typed before is gone. */
  protected abstract openPage(path: string): Promise<void>
  /** Waits for the page whose one main heading says that. */
  abstract title(text: string | RegExp): Promise<void>
  abstract sees(text: string | RegExp): Promise<void>
  /** Every word on the page before her, for what must not be among them. */
  abstract words(): Promise<string>
  /** How many elements are before her eyes: `#id`, `.class`. */
  abstract count(selector: string): Promise<number>
  abstract waitFor(selector: string): Promise<void>
  /** Waits for something that a screen reader says at once. */
  abstract alerts(): Promise<void>

  abstract tap(id: string): Promise<void>
  /** Two taps as fast as a finger makes them. */
  abstract tapTwice(id: string): Promise<void>
  abstract tapText(text: string): Promise<void>
  /** A button by its name. */
  abstract press(name: string | RegExp): Promise<void>
  /** One of several by its name; where the page asks more than one question, of the answers to that one. */
  abstract choose(name: string | RegExp, question?: string): Promise<void>
  /** Waits until that one of several is the chosen one. */
  abstract chosen(name: string | RegExp): Promise<void>
  /** The one box on the page that can be ticked. */
  abstract tick(): Promise<void>
  /** One of several boxes by its name. */
  abstract tickNamed(name: string | RegExp): Promise<void>
  abstract fill(id: string, text: string): Promise<void>
  abstract fillLabelled(label: string, text: string): Promise<void>
  abstract drawName(): Promise<void>

  /** To the page before this one, as the phone itself offers it. */
  abstract back(): Promise<void>
  /** Hands the invitation on in this app's own way. Returns the page that it opens, with the token. */
  abstract handOver(): Promise<string>
  /** Opens the paper of the letter before her; what her viewer is shown. */
  abstract takePaper(): Promise<Buffer>
  /** Takes along, by that button, what is before her as a file; what stands in it. */
  abstract takeFile(button?: string): Promise<string>
  /** Points the phone's own camera at a code that holds this address. */
  abstract scan(address: string): Promise<void>
  abstract setOffline(offline: boolean): Promise<void>
  /** The phone puts the app away and starts it again on the same page: what was only in memory is gone. */
  abstract restart(): Promise<void>
  /** Until nothing moves and nothing is on its way. */
  abstract settled(): Promise<void>

  /** Everything that the app has put into the phone's own store, as text. */
  abstract kept(): Promise<string>
  /** What would hinder somebody on the page before her, each with its place. */
  abstract hindrances(): Promise<readonly string[]>
  /** Everything that went wrong by itself since it was opened. A journey ends with none. */
  abstract troublesSoFar(): readonly string[]
  abstract close(): Promise<void>

  /** Agrees to the privacy text where it is asked for, unless the sheet itself is what is looked at. */
  async open(path = HOME, privacy: 'agree' | 'leave' = 'agree'): Promise<void> {
    await this.openPage(path.startsWith('/') ? path : `/${path}`)
    if (privacy === 'agree') await this.agreeToPrivacy()
  }

  async agreeToPrivacy(): Promise<void> {
    if ((await this.count('#privacy-agree')) === 0) return
    await this.tap('privacy-agree')
    await this.settled()
  }

  /** Says who she is, once, on the page for it. */
  async link(): Promise<void> {
    await this.agreeToPrivacy()
    await this.fill('name', this.owner.name)
    await this.fill('id-number', this.owner.idNumber)
    await this.tick()
    await this.tap('submit')
    await this.title('身份已经确认')
    await this.tap('done')
    await this.settled()
  }

  /** Reads with the button until the end has been before her eyes. */
  async readLetter(): Promise<void> {
    await this.waitFor('.fs-letter')
    for (let screen = 0; screen < SCREENS_OF_A_LETTER; screen++) {
      await this.afterScrolling()
      if ((await this.count('#letter-read-on')) === 0) return
      await this.tap('letter-read-on')
    }
    throw new Error('the letter has no end')
  }

  /** Until the page has come to rest where the button has taken it. */
  protected abstract afterScrolling(): Promise<void>

  /** Goes to the end of the letter in the app's quickest way. */
  protected abstract reachEnd(): Promise<void>

  /** Writes her name with the finger. */
  async writeName(): Promise<void> {
    await this.tap('letter-open-pad')
    await this.drawName()
    await this.tap('pad-done')
    await this.waitFor('.fs-letter__signature')
  }

  /** In the region's own way: by hand, by a sentence that one tap fills in, or by a tick. */
  async sign(way: 'handwritten' | 'one-tap' | 'tick'): Promise<void> {
    await this.waitFor('.fs-letter')
    await this.reachEnd()
    if (way === 'handwritten') await this.writeName()
    else if (way === 'one-tap') await this.tap('letter-fill-in')
    else await this.tick()
    await this.tap('letter-sign')
  }

  /** Asks a function as this phone would, to compare what it holds with what is shown. */
  async ask(functionName: string, action: string): Promise<Record<string, unknown[]>> {
    const response = await fetch(`${this.url}/call/${functionName}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': this.owner.openid ?? '' },
      body: JSON.stringify({ action, input: {} }),
    })
    return ((await response.json()) as { value: Record<string, unknown[]> }).value
  }
}
