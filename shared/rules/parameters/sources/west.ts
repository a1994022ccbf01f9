import type { Source } from './source'

/** 西藏, 贵州, 陕西, 甘肃, 四川 and 重庆. */
export const WEST_SOURCES = {
  xz_wallet: {
    title: '网信贡嘎（2025-01-22）西藏开通跨省共济',
    address: '网信贡嘎公众号（网址未找到）',
    reliability: 'press',
    says: '西藏2025年1月17日起全域上线医保钱包；没有提3000元余额，也没有提单日2000元。',
  },
  gs_zqx: {
    title: '甘肃县政府网：邀请家庭成员',
    address: 'http://www.zqx.gov.cn/info/3510/75668.htm',
    reliability: 'official',
    says: '甘肃由授权人邀请家人；16周岁以上的要本人做人脸识别，以下的免。',
  },
  xz_nq: {
    title: '那曲市（2026-02-10）西藏医保小程序',
    address: 'https://nq.xzdw.gov.cn/xwzx_675/nqyw/202602/t20260210_647761.html',
    reliability: 'official',
    says: '小程序里从底部的服务进入，下滑找到我要办（该文讲的是异地备案）。',
  },
  xz_j: {
    title: '健康新闻：西藏绑定步骤',
    address: 'https://m.jiusongjiankang.com/health/news/4555180.html',
    reliability: 'machine-written',
    says: '家人不在西藏参保的，暂时不能家庭共享。',
  },
  xz_lasa: {
    title: '健康新闻：拉萨家庭共享',
    address: 'https://m.jiusongjiankang.com/health/news/4654184.html',
    reliability: 'machine-written',
    says: '提到家庭共享承诺书、线下申请表、审核1至3个工作日、最多5人、户口本照片，都只有这一处说法。',
  },
  xz_kao: {
    title: '那曲：家庭共享承诺协议（网文）',
    address: 'http://kaowaiyu.cn/health/news/13819793.html',
    reliability: 'machine-written',
    says: '从服务进入个人账号家庭共享，要阅读并同意家庭共享承诺协议。',
  },
  xz_xwfb: {
    title: '西藏医保局新闻发布会（2024-09-05）',
    address: 'https://www.xzxw.com/zhuanti/xzzfxwfbh/2024-09/05/content_6284937.html',
    reliability: 'official',
    says: '西藏医保已实行自治区级统筹。',
  },
  xz_2026: {
    title: '札达县政府：西藏2026年度居民医保',
    address: 'https://www.zhada.gov.cn/info/1071/102771.htm',
    reliability: 'official',
    says: '2026年度两档：400元、240元；2025-11-01至2026-01-31缴费。',
  },
  xz_2025: {
    title: '拉萨：2025年度居民医保与资助',
    address: 'https://wxredian.com/art?id=8893f30f955fb203f6faf7fe96dff527',
    reliability: 'press',
    says: '2025年度两档：400元、220元；列出全额和定额资助的人。',
  },
  xz_2025b: {
    title: '健康新闻：山南2025年度居民医保',
    address: 'https://m.jiusongjiankang.com/health/news/4905788.html',
    reliability: 'machine-written',
    says: '2025年度在2024-09-25至12-31缴费；提到高龄老人全额资助。',
  },
  xz_2024: {
    title: '西藏商报（2023-09-29）2024年度居民医保',
    address: 'http://www.9k8cc.com/cn/news/zx/202309/t20230929_7494172.html',
    reliability: 'press-mirror',
    says: '2024年度两档：380元、200元；2023-10-01至12-31缴费。',
  },
  sx_163: {
    title: '陕西（2024-05-22）省内跨统筹区共济上线',
    address: 'https://shanxi.news.163.com/24/0524/15/J2VB8L4M041999H8.html',
    reliability: 'press',
    says: '陕西当天起可省内跨统筹区共济；先勾选绑定告知书，填起止日期和支出顺位，再在个人承诺书上签名。',
  },
  gz_qa: {
    title: '贵州家庭共济问答（2022-11）',
    address: 'https://img.ccschy.com/techan/4f68b47a79c6dfcfafd87c8ae0d5f032.html',
    reliability: 'third-party',
    says: '当时限配偶、父母、子女；可同时添加多名家人，一名家人只能被一人添加；填开始和结束时间；默认用全部结余；由授权人解除。',
  },
  gz_qa2: {
    title: '贵州家庭共济问答（2022-11）：线下材料',
    address: 'https://img.ccschy.com/techan/c9a570c7f0cd2e7d5ee4ac2b9fc8325c.html',
    reliability: 'third-party',
    says: '窗口办理带本人身份证和家人的身份证或户口簿。',
  },
  gz_j: {
    title: '健康新闻：贵州绑定与代缴（2025）',
    address: 'https://m.jiusongjiankang.com/health/news/5105963.html',
    reliability: 'machine-written',
    says: '确认知情同意书和绑定信息承诺书；在医保缴费里用个人医保账户代缴。',
  },
  gz2025: {
    title: '健康新闻：贵州2025年度居民医保',
    address: 'https://m.jiusongjiankang.com/health/news/4535741.html',
    reliability: 'machine-written',
    says: '2025年度400元，2024-09-23至2025-02-28；之后按1070元缴并等90天；资助的话自相矛盾。',
  },
  gz2025b: {
    title: '有家健康网：贵州2025年度居民医保',
    address: 'https://www.hzbdd.com/934801',
    reliability: 'machine-written',
    says: '2025年度400元。',
  },
  gz2024: {
    title: '健康新闻：贵州2024年度居民医保',
    address: 'https://m.jiusongjiankang.com/health/news/4680872.html',
    reliability: 'machine-written',
    says: '2024年度380元，2023-09-01至2024-02-29；之后缴的等60天。',
  },
  sx_wn: {
    title: '渭南青年网：陕西共济',
    address: 'https://129a.com/flrd/19298.html',
    reliability: 'press',
    says: '早期要求同一地市；在服务里可以查家庭共济。',
  },
  sc: {
    title: '四川省医保局（2025-07-04）',
    address: 'http://ylbzj.sc.gov.cn/scsybj/nc030603/2025/7/4/30cd35203b134f4eac35d0c21f108564.shtml',
    reliability: 'official',
    says: '近亲属可用于看病、买药和居民医保缴费。',
  },
  cq_fl: {
    title: '重庆涪陵区政府（2022-07-07）',
    address: 'http://www.fl.gov.cn/zfxxgk_206/zfxxgkml/hmzcybt/ylws/202207/t20220707_10896795.html',
    reliability: 'official',
    says: '医疗保险个人账户一对一关联，即时办结。',
  },
  cq_hk: {
    title: '重庆：个人账户关联',
    address: 'https://haoku5.com/shenghuo/63fa12fa0d5a11b3d300076d.html',
    reliability: 'third-party',
    says: '一次只能关联一人，不取消一直有效。',
  },
  sx_spun: {
    title: '陕西跨统筹区问答（文字被打乱的转载，2026-01）',
    address: 'http://www.wendivalve.cn/html/27b1399959.html',
    reliability: 'machine-written',
    says: '一位职工可以同时绑定多位家人；文字被打乱，没有取得原文。',
  },
} as const satisfies Record<string, Source>
