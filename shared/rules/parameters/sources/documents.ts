import type { Source } from './source'

/** The documents that the product starts from. Four of them share one publisher: agreement among them proves nothing. */
export const STARTING_DOCUMENTS = {
  seed000: {
    title: '健康新闻：贵州共济怎么用（2025-03）',
    address: 'sources/000_5b8e4ab4d37e1911.txt',
    reliability: 'machine-written',
    says: '讲贵州的绑定与使用；侧栏说结束日当天仍有效，次日零时失效，次日才能重新绑定。',
  },
  seed001: {
    title: '社保网：医保个人账户如何全家共享（江西新余，2025-04）',
    address: 'sources/001_80b255e385822161.txt',
    reliability: 'machine-written',
    says: '讲八类近亲属、只用患者本人的凭证、代人买药要双方身份证明；把亲情账户当成共济的入口，这一点是错的。',
  },
  seed002: {
    title: '健康新闻：西藏共济绑定步骤（2025-03）',
    address: 'sources/002_6c236b4213f3e781.txt',
    reliability: 'machine-written',
    says: '讲西藏的入口、邀请成员的步骤、首次直接填表、解绑要勾选告知书，以及医保钱包的时间、次数和3000元余额；边栏讲深圳的入口、河北的签字承诺书、陕西解绑要传材料等待审核。',
  },
  seed003: {
    title: '健康新闻：石家庄共济账户给孩子交医保（2025-03）',
    address: 'sources/003_2f440eae82c1dce0.txt',
    reliability: 'machine-written',
    says: '讲河北的入口、添加亲属、最多8人、省内参保、居民缴费的步骤和需要的材料；边栏讲福州2025年度450元。',
  },
  seed004: {
    title: '健康新闻：家庭共济能否互相绑定（2025-04）',
    address: 'sources/004_c8ef7cedca9bddc7.txt',
    reliability: 'machine-written',
    says: '泛讲各省：授权人要正常参保，部分地方最多7人、含本人；河南先建立共济家庭再维护成员；先本人后共济、先本地后异地、按绑定时间扣，一次只用一位授权人的钱。',
  },
} as const satisfies Record<string, Source>
