import type { Source } from './source'

/** The wallet and the premium of the resident scheme in the whole country. */
export const MONEY_SOURCES = {
  shm20250918: {
    title: '烟台晚报（2025-09-18）引国家医保局谈医保钱包',
    address: 'https://www.shm.com.cn/szb/ytwb/paper/pc/content/202509/18/content_244618.html',
    reliability: 'press',
    says: '每天最多转3笔，每笔不超过2000元，晚22点到早6点暂停。',
  },
  sxwallet: {
    title: '陕西省医保局（2025-07-04）医保钱包注意事项',
    address: 'https://ybj.shaanxi.gov.cn/sy/ybyw/sybdt/202507/t20250704_3539486.html',
    reliability: 'official',
    says: '每笔不超过2000元，一天3笔；对方未接收前不能再转，次日早6点退回。',
  },
  qinan: {
    title: '甘肃秦安县政府：医保钱包使用指南',
    address: 'http://www.qinan.gov.cn/info/11672/1253662.htm',
    reliability: 'official',
    says: '收款人要先开通医保钱包；未接收的转账会退回。',
  },
  cctv20250922: {
    title: '央视新闻（2025-09-22）医保钱包实用指南',
    address: 'https://politics.neamco.com/2025-09/22/content_38300632.htm',
    reliability: 'press-mirror',
    says: '除广东外的30个省份和兵团已上线医保钱包；可为不会操作的家人代开通。',
  },
  wallet81: {
    title: '央广网（2025-02-04）首批81个统筹区',
    address: 'http://pro-csound.com/2014jkpd/jkgdxw/20250204/t20250204_527060857.shtml',
    reliability: 'press-mirror',
    says: '11个省份的81个统筹区开通医保钱包，河北、西藏全域开通。',
  },
  wallet146: {
    title: '新华社（2025-03-15）146个统筹区',
    address: 'http://big5.china.com.cn/gate/big5/minzu.china.com.cn/2025-03/17/content_43054411.htm',
    reliability: 'press',
    says: '17个省份的146个统筹区开通医保钱包，名单里有广州、湛江、汕尾、云浮。',
  },
  wallet188: {
    title: '医保钱包337个地区名单（2026-01-12）',
    address: 'https://m.188dm.com/news/19395.html',
    reliability: 'third-party',
    says: '337个地区开通，24个省级全域开通；界面改称医保钱包共济申请、共济记录。',
  },
  guicheng202606: {
    title: '论坛转载（2026-06-09）：跨省共济经办规程试行',
    address: 'https://www.dz0566.com/archiver/tid-90580.html',
    reliability: 'forum',
    says: '提到2026年6月印发了个人账户跨省共济的经办规程，全文没有取得。',
  },
  prem2025: {
    title: '2025年度居民医保集中缴费（河北口径）',
    address: 'https://wxredian.com/art?id=6fc4266ea3573dd77717e1424e5f5552',
    reliability: 'press',
    says: '2025年度个人400元、财政670元；河北2024-09-01至12-28缴费，9至11月每月1至25日，12月1至28日。',
  },
  prem2026: {
    title: '2026年度居民医保筹资标准',
    address: 'https://php.sqjnqi.com/faq/2027287.html',
    reliability: 'third-party',
    says: '2026年度个人缴费不低于400元，财政补助不低于700元。',
  },
  prem2026w: {
    title: '2026年度各地集中缴费期汇编',
    address: 'https://php.bkmy88.com/faq/2053540.html',
    reliability: 'third-party',
    says: '汇编各地的集中缴费期：北京2025-11-30至2026-02-28，合肥2025-10-20至12-31。',
  },
  prem_multi: {
    title: '2026年度各地标准汇总',
    address: 'http://sztui.cn/news/368416.html',
    reliability: 'third-party',
    says: '聊城成年人410元、学生儿童380元，福州450元。',
  },
  waiting: {
    title: '健康新闻：居民医保待遇等待期',
    address: 'https://m.jiusongjiankang.com/health/news/5196289.html',
    reliability: 'machine-written',
    says: '固定等待3个月；断保的每多断一年再加1个月。',
  },
  refund: {
    title: '健康新闻：居民医保退费',
    address: 'https://m.jiusongjiankang.com/health/news/4471645.html',
    reliability: 'machine-written',
    says: '待遇期开始前，去世、重复缴费、参加职工医保、异地重复参保等可以退，开始后不退。',
  },
  refund_sw: {
    title: '汕尾：居民医保退费',
    address: 'http://m.ddtbk.com/techan/1f1b6351533f3a61415c0cfde3686d2f.html',
    reliability: 'third-party',
    says: '待遇期开始前重复缴费可以退，原则上从原渠道退回。',
  },
} as const satisfies Record<string, Source>
