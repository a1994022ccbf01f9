import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { MOST_PROOFS } from '../../../shared/values/proof-file'
import { CHOOSING_TROUBLES, PHOTO_STATES, PROOFS } from '../../copy/proofs'
import { accessible } from '../../theme/accessible'
import { Card } from '../card'
import { Notice } from '../notice'
import { Pressable } from '../pressable'
import { PrimaryButton } from '../primary-button'
import './index.css'
import { type Document, type ProofPhoto, photosOf, placesLeft } from './model'
import type { ProofPhotosTaken } from './use-proof-photos'

export interface ProofPhotosProps {
  readonly taken: ProofPhotosTaken
  /** For how many days after the decision they are kept. */
  readonly keptDays: number
}

/** A card for each document that is asked for, with its photos, and in one sentence what becomes of them. */
export function ProofPhotos({ taken, keptDays }: ProofPhotosProps) {
  const { documents, photos, trouble } = taken
  const [shown, setShown] = useState<ProofPhoto | null>(null)
  const look = (photo: ProofPhoto) => {
    if (process.env.TARO_ENV === 'h5') setShown(photo)
    else void Taro.previewImage({ urls: [photo.path] })
  }
  const full = placesLeft(photos) === 0
  return (
    <>
      {documents.map((document, index) => (
        <Card key={document ?? ''} title={document ?? PROOFS.other}>
          <View className='fs-proofs__how'>{document === null ? PROOFS.otherHow : PROOFS.how}</View>
          <View>
            {photosOf(photos, document).map((photo) => (
              <PhotoRow
                key={photo.key}
                photo={photo}
                position={photos.indexOf(photo) + 1}
                onLook={() => look(photo)}
                onAgain={() => taken.again(photo)}
                onRemove={() => taken.remove(photo)}
              />
            ))}
          </View>
          <View>{full ? null : <AddButton index={index} document={document} taken={taken} />}</View>
        </Card>
      ))}
      <View>{full ? <Notice text={PROOFS.full(MOST_PROOFS)} /> : null}</View>
      <View>{trouble === null ? null : <Notice kind='attention' text={CHOOSING_TROUBLES[trouble]} />}</View>
      <View className='fs-proofs__fate'>{PROOFS.fate(keptDays)}</View>
      {process.env.TARO_ENV === 'h5' && shown !== null ? (
        <LargePicture photo={shown} onClose={() => setShown(null)} />
      ) : null}
    </>
  )
}

function AddButton(props: { index: number; document: Document; taken: ProofPhotosTaken }) {
  const { index, document, taken } = props
  const first = photosOf(taken.photos, document).length === 0
  return (
    <PrimaryButton
      id={`proof-add-${index + 1}`}
      kind='quiet'
      label={first ? PROOFS.add : PROOFS.more}
      onPress={() => taken.add(document)}
    />
  )
}

interface PhotoRowProps {
  readonly photo: ProofPhoto
  /** Among all of them, from 1. */
  readonly position: number
  readonly onLook: () => void
  readonly onAgain: () => void
  readonly onRemove: () => void
}

function PhotoRow({ photo, position, onLook, onAgain, onRemove }: PhotoRowProps) {
  const { state, type, path } = photo
  const isWrong = state === 'failed' || state === 'of-no-use'
  return (
    <View className='fs-proofs__photo'>
      {type === 'application/pdf' ? (
        <View className='fs-proofs__thumb fs-proofs__thumb--pdf'>{PROOFS.pdf}</View>
      ) : (
        <Pressable className='fs-proofs__thumb' label={PROOFS.look(position)} onPress={onLook}>
          <Image
            className='fs-proofs__image'
            src={path}
            mode='aspectFill'
            {...accessible({ hidden: true })}
          />
        </Pressable>
      )}
      <View className='fs-proofs__words'>
        <View>{PROOFS.nth(position)}</View>
        <View
          className={isWrong ? 'fs-proofs__wrong' : 'fs-proofs__state'}
          {...accessible({ role: isWrong ? 'alert' : 'status' })}
        >
          {PHOTO_STATES[state]}
        </View>
        <View className='fs-proofs__ways'>
          {state === 'failed' ? (
            <Pressable
              id={`proof-again-${position}`}
              className='fs-proofs__way'
              label={PROOFS.againNth(position)}
              onPress={onAgain}
            >
              <Text>{PROOFS.again}</Text>
            </Pressable>
          ) : null}
          <Pressable
            id={`proof-remove-${position}`}
            className='fs-proofs__way'
            label={PROOFS.removeNth(position)}
            onPress={onRemove}
          >
            <Text>{PROOFS.remove}</Text>
          </Pressable>
        </View>
      </View>
    </View>
  )
}

/** In a browser, where there is no viewer of the phone's own: the photo over the whole screen. */
function LargePicture({ photo, onClose }: { readonly photo: ProofPhoto; readonly onClose: () => void }) {
  return (
    <View className='fs-proofs__large' {...accessible({ role: 'dialog', label: PROOFS.picture })}>
      <Image
        className='fs-proofs__large-image'
        src={photo.path}
        mode='aspectFit'
        {...accessible({ role: 'img', label: PROOFS.picture })}
      />
      <PrimaryButton id='proof-close' label={PROOFS.close} onPress={onClose} />
    </View>
  )
}
