/** So many decimal digits have room for 66 random bits, and make a bar code (Code 128) of ten pairs. */
export const INSURANCE_CODE_DIGITS = 20

export const INSURANCE_CODE_PATTERN = new RegExp(`^\\d{${INSURANCE_CODE_DIGITS}}$`)
