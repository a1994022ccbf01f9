import type { PropsWithChildren } from 'react'
import './theme/app.css'

export default function App({ children }: PropsWithChildren) {
  return children
}
