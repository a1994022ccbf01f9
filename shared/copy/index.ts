export { dayText, yuanText } from './figures'
export { relationLabel, schemeLabel, useLabel } from './labels'
export { LETTER_VERSION, type LetterFacts, type LetterWords, letterText, noticeText } from './letters'
export { refusalSentence } from './refusals'
