import type { PropsWithChildren } from 'react'
import { offerNewVersion } from './new-version'
import { watchWechatPrivacy } from './privacy/consent'
import './theme/app.css'

watchWechatPrivacy()
offerNewVersion()

export default function App({ children }: PropsWithChildren) {
  return children
}
