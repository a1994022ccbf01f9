import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useMemo, useState } from 'react'
import type { Signature } from '../../../shared/contract/consent-letters'
import { call, type ValueFor } from '../../cloud/call'
import { useReading } from '../../cloud/use-reading'
import { useWriting } from '../../cloud/use-writing'
import { momentText } from '../../copy/app'
import { LETTER_COPY } from '../../copy/letter'
import { accessible } from '../../theme/accessible'
import { Card } from '../card'
import { SomeOf } from '../choice-list'
import { Obstacle } from '../obstacle'
import { Page } from '../page'
import { Pressable } from '../pressable'
import { BottomBar, PrimaryButton } from '../primary-button'
import { ReadingView } from '../reading-view'
import { SignaturePad } from '../signature-pad'
import { type Handwriting, pictureOf } from '../signature-pad/ink'
import { TextField } from '../text-field'
import { LetterReader } from './index'
import { ReadAloud } from './read-aloud'
import { isSentenceTyped, partsOf } from './reading'
import { LETTER_SIGNING, useReadToEnd } from './use-read-to-end'

export type Letter = ValueFor<'consent-letters', 'get'>

export interface SignLetterPageProps {
  readonly letterId: string
  readonly title: string
  readonly lead?: string
  readonly regionName?: string | null
  /** The region's own words beside the box that is ticked. */
  readonly tickLabel?: string | null
  /** Stands above the letter: the steps of the task. */
  readonly above?: ReactNode
  /** Over the pad: whose name is to be written. */
  readonly padTitle?: string
  /**
   * Where the letter is signed on somebody else's phone: shows how the signer says who she is, after her signature
   * and before it is sent. Called with what to do once she has.
   */
  readonly verify?: (onToken: (token: string) => void) => ReactNode
  /** The letter is signed now, or was when it was opened. */
  readonly onSigned: () => void
}

/** Read to the end, sign in the letter's own way, send. One button at the lower edge always is the next step. */
export function SignLetterPage(props: SignLetterPageProps) {
  const { letterId, title, lead, above } = props
  const { reading, reload } = useReading<Letter>(`letter:${letterId}`, () =>
    call('consent-letters', 'get', { letterId }),
  )
  if (reading.phase !== 'ready') {
    return (
      <Page title={title} lead={lead}>
        {above}
        <ReadingView reading={reading} onRetry={() => void reload()}>
          {() => null}
        </ReadingView>
      </Page>
    )
  }
  return (
    <Signing key={`${letterId}:${reading.value.sm3}`} {...props} letter={reading.value} onReload={reload} />
  )
}

type SigningProps = SignLetterPageProps & { readonly letter: Letter; readonly onReload: () => Promise<void> }

function Signing({ letter, onReload, ...props }: SigningProps) {
  const { title, lead, regionName, above, padTitle, verify, onSigned } = props
  const tickLabel = props.tickLabel ?? LETTER_COPY.tick
  const parts = useMemo(() => partsOf(letter.text, letter.facts), [letter.text, letter.facts])
  const { atEnd, readOn } = useReadToEnd(parts)
  const [padOpen, setPadOpen] = useState(false)
  const [handwriting, setHandwriting] = useState<Handwriting | null>(null)
  const [ticked, setTicked] = useState(false)
  const [typed, setTyped] = useState('')
  const [verifying, setVerifying] = useState(false)
  const signing = useWriting('consent-letters', 'sign')

  const picture = useMemo(() => (handwriting === null ? '' : pictureOf(handwriting)), [handwriting])
  const signature = signatureOf(letter, { handwriting, ticked, typed })

  const send = async (verificationToken?: string) => {
    if (signature === null) return
    const outcome = await signing.send({
      letterId: letter.letterId,
      sm3: letter.sm3,
      signature,
      ...(verificationToken === undefined ? {} : { verificationToken }),
    })
    if (outcome === null) return
    if (outcome.kind === 'value') onSigned()
    // The text was replaced meanwhile: what she has not read she does not sign.
    else if (outcome.kind === 'refused' && outcome.refusal.code === 'letter-changed') void onReload()
    else setVerifying(false)
  }
  const confirm = () => {
    if (verify === undefined) void send()
    else setVerifying(true)
  }
  const showSigning = (open: boolean) => {
    setPadOpen(open)
    // The name stands under the letter, where the eye is when the pad has gone.
    if (!open) setTimeout(() => void Taro.pageScrollTo({ selector: `#${LETTER_SIGNING}`, duration: 200 }), 60)
  }

  if (letter.state === 'signed') {
    return (
      <Page title={title} lead={lead} bottom={<Bar label={LETTER_COPY.goOn} onPress={onSigned} />}>
        {above}
        <SignedLetter letter={letter} regionName={regionName} />
      </Page>
    )
  }
  const bar = verifying ? null : !atEnd ? (
    <Bar id='letter-read-on' label={LETTER_COPY.toEnd} reason={LETTER_COPY.readOn} onPress={readOn} />
  ) : signature === null && letter.mode === 'handwritten' ? (
    <Bar id='letter-open-pad' label={LETTER_COPY.openPad} onPress={() => showSigning(true)} />
  ) : (
    <BottomBar>
      <PrimaryButton
        id='letter-sign'
        label={signing.sending ? LETTER_COPY.signing : LETTER_COPY.sign}
        loading={signing.sending}
        disabledReason={signature === null ? missing(letter, tickLabel) : null}
        onPress={confirm}
      />
    </BottomBar>
  )
  const pad = padOpen ? (
    <SignaturePad
      title={padTitle}
      onCancel={() => showSigning(false)}
      onDone={(written) => {
        setHandwriting(written)
        signing.clear()
        showSigning(false)
      }}
    />
  ) : null

  return (
    <Page title={title} lead={lead} bottom={bar} floating={pad}>
      {above}
      <ReadAloud title={letter.title} parts={parts} />
      <LetterReader
        title={letter.title}
        text={letter.text}
        facts={letter.facts}
        version={letter.version}
        regionName={regionName}
      />
      <View id={LETTER_SIGNING}>
        {!atEnd ? null : letter.mode === 'handwritten' ? (
          <HandwrittenName picture={picture} onWrite={() => showSigning(true)} />
        ) : letter.mode === 'tick' ? (
          <Card>
            <SomeOf
              label={tickLabel}
              hideLabel
              choices={[{ value: 'agreed', label: tickLabel }]}
              chosen={ticked ? ['agreed'] : []}
              onChange={(values) => setTicked(values.length > 0)}
            />
          </Card>
        ) : (
          <TypedSentence
            sentence={letter.sentence ?? ''}
            oneTap={letter.oneTap === true}
            typed={typed}
            onChange={setTyped}
          />
        )}
        <Obstacle obstacle={signing.obstacle} onRetry={confirm} />
        {verifying && verify !== undefined ? verify((token) => void send(token)) : null}
      </View>
    </Page>
  )
}

function signatureOf(
  letter: Letter,
  given: { handwriting: Handwriting | null; ticked: boolean; typed: string },
): Signature | null {
  switch (letter.mode) {
    case 'handwritten':
      return given.handwriting
    case 'tick':
      return given.ticked ? { kind: 'tick' } : null
    case 'typed':
      // What is kept is the letter's own sentence; she may have typed it with other blanks.
      return isSentenceTyped(given.typed, letter.sentence ?? '')
        ? { kind: 'typed', text: letter.sentence ?? '' }
        : null
  }
}

function missing({ mode, oneTap }: Letter, tickLabel: string): string {
  return oneTap === true ? LETTER_COPY.missingOneTap : LETTER_COPY.missing[mode](tickLabel)
}

function Bar(props: { id?: string; label: string; reason?: string; onPress: () => void }) {
  return (
    <BottomBar>
      {props.reason === undefined ? null : <Text className='fs-letter__seal'>{props.reason}</Text>}
      <PrimaryButton id={props.id} label={props.label} onPress={props.onPress} />
    </BottomBar>
  )
}

function HandwrittenName({ picture, onWrite }: { readonly picture: string; readonly onWrite: () => void }) {
  if (picture === '') {
    return (
      <Card title={LETTER_COPY.handwritten}>
        <Text>{LETTER_COPY.handwrittenHint}</Text>
      </Card>
    )
  }
  return (
    <Card title={LETTER_COPY.signatureAlt}>
      <View className='fs-letter__name'>
        <Image
          className='fs-letter__signature'
          src={picture}
          mode='aspectFit'
          {...(process.env.TARO_ENV === 'h5'
            ? { nativeProps: { alt: LETTER_COPY.signatureAlt } }
            : accessible({ label: LETTER_COPY.signatureAlt }))}
        />
        <Pressable className='fs-letter__again' onPress={onWrite}>
          <Text>{LETTER_COPY.writeAgain}</Text>
        </Pressable>
      </View>
    </Card>
  )
}

interface TypedSentenceProps {
  readonly sentence: string
  /** The region lets one tap fill it in. */
  readonly oneTap: boolean
  readonly typed: string
  readonly onChange: (text: string) => void
}

function TypedSentence({ sentence, oneTap, typed, onChange }: TypedSentenceProps) {
  const [left, setLeft] = useState(false)
  const done = isSentenceTyped(typed, sentence)
  const differs = left && typed.trim() !== '' && !done
  return (
    <Card title={oneTap ? LETTER_COPY.typedOrFilled : LETTER_COPY.typed}>
      <View className='fs-letter__sentence'>{sentence}</View>
      {/* The line stays where it is when the button goes: what comes and goes has a place of its own. */}
      <View>
        {oneTap && !done ? (
          <PrimaryButton
            id='letter-fill-in'
            kind='quiet'
            label={LETTER_COPY.fillIn}
            onPress={() => onChange(sentence)}
          />
        ) : null}
      </View>
      <TextField
        id='letter-sentence'
        label={oneTap ? LETTER_COPY[done ? 'typedDone' : 'typedInstead'] : LETTER_COPY.typedLabel}
        value={typed}
        onChange={onChange}
        onBlur={() => setLeft(true)}
        maxLength={500}
        problem={differs ? LETTER_COPY.typedNotYet : null}
      />
    </Card>
  )
}

/** A letter that has been signed: to be read again, with when, and under which number the record is kept. */
export function SignedLetter({ letter, regionName }: { letter: Letter; regionName?: string | null }) {
  return (
    <>
      <LetterReader
        title={letter.title}
        text={letter.text}
        facts={letter.facts}
        version={letter.version}
        regionName={regionName}
      />
      {letter.signedAt === undefined ? null : (
        <Card title={LETTER_COPY.signedOn(momentText(letter.signedAt))}>
          <View>{LETTER_COPY.sealed}</View>
          {letter.seal === undefined ? null : (
            <View className='fs-letter__seal'>
              {`${LETTER_COPY.sealedFingerprint} ${letter.seal.sm3.slice(0, 16)}`}
            </View>
          )}
        </Card>
      )}
    </>
  )
}
