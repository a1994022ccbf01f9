import type { IdType } from '../../shared/values/id-document'

/** NHSA `psn_cert_type`, in the words that stand on the documents. */
export const ID_TYPE_LABELS: Readonly<Record<IdType, string>> = {
  '01': '居民身份证（户口簿）',
  '04': '香港居民的通行证或护照',
  '05': '澳门居民的通行证或护照',
  '06': '台湾居民来往大陆通行证',
  '07': '外国人永久居留身份证',
  '08': '外国人护照',
  '16': '中国护照',
  '17': '港澳台居民居住证',
  '90': '社会保障卡',
  '99': '其他证件',
}
