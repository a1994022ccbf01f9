export { dayText, yuanText } from './figures'
export { relationLabel, relationWord, schemeLabel, useLabel } from './labels'
export { type LetterFacts, letterText, noticeText } from './letters'
export { refusalSentence } from './refusals'
