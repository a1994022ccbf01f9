/**
 * Where a value comes from, and how far to trust it. The order is the order of trust, best first. A value that rests
 * on machine-written text alone is shown, and never blocks anyone.
 */
export const RELIABILITIES = [
  'official',
  'press',
  'press-mirror',
  'github',
  'third-party',
  'forum',
  'machine-written',
] as const
export type Reliability = (typeof RELIABILITIES)[number]

export interface Source {
  /** A short name of our own, with the date where one is known. */
  readonly title: string
  /** A web address, or a path in the material that the product starts from. */
  readonly address: string
  readonly reliability: Reliability
  /** What it says that matters here, in our words. */
  readonly says: string
}

/** Every source that a value may cite. A new one is one more entry here. */
export const SOURCES = {
  // The documents that the product starts from. The three share one publisher: agreement among them proves nothing.
  seed000: {
    title: '健康新闻：贵州共济怎么用（2025-03）',
    address: 'sources/000_5b8e4ab4d37e1911.txt',
    reliability: 'machine-written',
    says: '讲贵州的绑定与使用；侧栏说结束日当天仍有效，次日零时失效，次日才能重新绑定。',
  },
  seed002: {
    title: '健康新闻：西藏共济绑定步骤（2025-03）',
    address: 'sources/002_6c236b4213f3e781.txt',
    reliability: 'machine-written',
    says: '讲西藏的入口、邀请成员的步骤、首次直接填表、解绑要勾选告知书，以及医保钱包的时间、次数和3000元余额。',
  },
  seed003: {
    title: '健康新闻：石家庄共济账户给孩子交医保（2025-03）',
    address: 'sources/003_2f440eae82c1dce0.txt',
    reliability: 'machine-written',
    says: '讲河北的入口、添加亲属、最多8人、省内参保、居民缴费的步骤和需要的材料。',
  },
  seed004: {
    title: '健康新闻：家庭共济能否互相绑定（2025-04）',
    address: 'sources/004_c8ef7cedca9bddc7.txt',
    reliability: 'machine-written',
    says: '泛讲各省绑定条件：授权人要正常参加职工医保；部分地方最多6人。',
  },

  // Documents and news about the whole country.
  gb38: {
    title: '国办发〔2024〕38号（转载）',
    address: 'http://cppjump.com/?L=VqM.html',
    reliability: 'press-mirror',
    says: '把个人账户共济扩大到近亲属，可用于已参保近亲属看病买药的个人负担和居民医保缴费。',
  },
  gb38b: {
    title: '央视新闻（2024-08-01）介绍国办发〔2024〕38号',
    address: 'https://gahuan.com/society/11788.html',
    reliability: 'press',
    says: '近亲属按民法典的八类算；2024年底前省内跨统筹区，2025年推跨省。',
  },
  xinhua20241126: {
    title: '新华社（2024-11-26）省内共济全覆盖（转载）',
    address: 'http://m.1000cx.com/msht/detail/20241127/1000200033136251732668973111951545_1.html',
    reliability: 'press-mirror',
    says: '2021年的文件先放开到参保的配偶、父母、子女；2024年7月的文件再扩大到参保的近亲属；同省参保即可。',
  },
  minfadian: {
    title: '民法典第1045条近亲属（转载）',
    address: 'https://0734zpw.com/n62422.html',
    reliability: 'press',
    says: '近亲属指配偶、父母、子女、兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女。',
  },
  cctv20241126: {
    title: '央视新闻（2024-11-26）23省扩至近亲属名单',
    address: 'http://cschangjie.cn/2024-11/26/content_117569256.shtml',
    reliability: 'press-mirror',
    says: '西藏、河北在23个已扩至近亲属的省份之内；所有省份已能省内跨统筹区共济。',
  },
  wxrb20241227: {
    title: '江南晚报（2024-12-27）全国扩至近亲属',
    address: 'http://szb.wxrb.com/jnwb/content/202412/27/content_254905.html',
    reliability: 'press',
    says: '到2024年12月9日，所有省份都把共济范围扩到近亲属。',
  },
  xinhua20240518: {
    title: '新华社（2024-05-18）省内异地共济名单（转载）',
    address: 'http://m.d156.net.cn/29/8812.html',
    reliability: 'press-mirror',
    says: '22个省份和兵团已能在省内跨统筹区共济，名单里有河北、西藏。',
  },
  xinhua20260109: {
    title: '新华社（2026-01-09）跨省共济通知解读',
    address: 'https://news.ifeng.com/c/8pmWIU5g6xI',
    reliability: 'press',
    says: '共济关系由双方自愿建立和解除；任何一方医保关系终止或转走，关系自动解除；一人可与多人互建。',
  },
  xinhua20260109b: {
    title: '新华社（2026-01-09）跨省共济的额度与清算',
    address: 'https://dzb.zzrbnews.com/news/91223.html',
    reliability: 'press',
    says: '医保钱包里是虚拟额度，授权人账户相应冻结，没用完的退回，按月清算。',
  },
  nhsa20241005: {
    title: '国家医保局解答（2024-10-05，转载）',
    address: 'http://iyua.cn/29/12017.html',
    reliability: 'press-mirror',
    says: '只有职工医保有个人账户、能共济给家人；家人必须参加基本医保；亲情账户不是家庭共济；钱能共用，卡不能共用。',
  },
  nhsaqa: {
    title: '国家医保局答疑：冒名就医与代购药（2024-10-06）',
    address: 'https://kan.china.com/article/6767444_3.html',
    reliability: 'press',
    says: '看病买药必须用患者本人的凭证；代人买药要带双方的身份证明。',
  },
  legaldaily: {
    title: '法治日报（2024-05-14）冒名就医的后果',
    address: 'http://epaper.legaldaily.com.cn/fzrb/content/20240514/Articel07008GN.htm',
    reliability: 'press',
    says: '冒名使用凭证骗保，可暂停联网结算3至12个月，并处骗取金额2至5倍罚款（医疗保障基金使用监督管理条例）。',
  },

  // The wallet.
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
  xz_wallet: {
    title: '网信贡嘎（2025-01-22）西藏开通跨省共济',
    address: '网信贡嘎公众号（网址未找到）',
    reliability: 'press',
    says: '西藏2025年1月17日起全域上线医保钱包；没有提3000元余额，也没有提单日2000元。',
  },

  // The premium of the resident scheme.
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
  jx2026: {
    title: '江西2026年度居民医保缴费',
    address: 'https://qunfachuanzhen.com/new/734427723505606656',
    reliability: 'press',
    says: '集中缴费期之外参保的，等待3个月后才有待遇。',
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

  // Personal data, children, identity.
  pipl28: {
    title: '个人信息保护法第28条（转载）',
    address: 'https://wechat.estsglobal.com/wechat/law_contents/311',
    reliability: 'third-party',
    says: '医疗健康、金融账户、生物识别和不满14周岁未成年人的信息是敏感个人信息。',
  },
  pipl29: {
    title: '个人信息保护法第29条（转载）',
    address: 'https://crsrw.com/falvzixun/12951',
    reliability: 'third-party',
    says: '处理敏感个人信息要取得本人的单独同意。',
  },
  pipl31: {
    title: '个人信息保护法第31条（转载）',
    address: 'https://lawparks.com/ask/rules-for-processing-under-14-info',
    reliability: 'third-party',
    says: '处理不满14周岁未成年人的信息，要监护人同意，并有专门的规则。',
  },
  qinqing_letter: {
    title: '国家医保局来信答复（2023-10，论坛转载）',
    address: 'https://zyqjg.com/thread-6497-1-1.html',
    reliability: 'forum',
    says: '添加亲情账户时，16周岁以下的孩子不用本人做人脸识别。',
  },
  gs_zqx: {
    title: '甘肃县政府网：邀请家庭成员',
    address: 'http://www.zqx.gov.cn/info/3510/75668.htm',
    reliability: 'official',
    says: '甘肃由授权人邀请家人；16周岁以上的要本人做人脸识别，以下的免。',
  },
  fj_xm: {
    title: '厦门市医保助手的公开代码',
    address: '公开代码（网址未找到）',
    reliability: 'github',
    says: '家庭账户的创建人停保以后，不能再邀请成员。',
  },

  // 西藏.
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

  // 河北.
  heb_ts: {
    title: '唐山本地宝：河北智慧医保流程',
    address: 'https://m.ts.bendibao.com/live/29083.shtm',
    reliability: 'press',
    says: '图解业务办理、个人账户共济、添加我的亲属；省内正常参保的家人，最多8名。',
  },
  heb_xa: {
    title: '政通雄安：家庭共济用不了的四个原因',
    address: 'http://sz12333.net.cn/yibao/77337.html',
    reliability: 'press',
    says: '只限近亲属；没有参保、余额为零、只绑了亲情账户、不在省内参保，都会用不了。',
  },
  heb_j: {
    title: '健康新闻：河北个人账户共济',
    address: 'https://m.jiusongjiankang.com/health/news/6102779.html',
    reliability: 'machine-written',
    says: '在我授权的近亲属里添加，要签授权承诺书。',
  },
  heb2026: {
    title: '河北省医保局消息（2025-10-22）2026年度居民医保',
    address: 'http://zhlife.eeju.com/zh/2025/1022/55886.html',
    reliability: 'press',
    says: '2026年度400元，2025-10-20至2026-02-28缴费；缴得晚的，待遇开始得晚。',
  },
  heb2025: {
    title: '健康新闻：石家庄2025年度居民医保',
    address: 'https://m.jiusongjiankang.com/health/news/4748109.html',
    reliability: 'machine-written',
    says: '2025年度400元；栾城、正定、新乐另收长护险10元。',
  },

  sx_163: {
    title: '陕西（2024-05-22）省内跨统筹区共济上线',
    address: 'https://shanxi.news.163.com/24/0524/15/J2VB8L4M041999H8.html',
    reliability: 'press',
    says: '陕西当天起可省内跨统筹区共济；先勾选绑定告知书，填起止日期和支出顺位，再在个人承诺书上签名。',
  },
  shx_step: {
    title: '山西医保公众号绑定步骤（2023-05）',
    address: 'http://wap.kuyiso.com/taiyuan/news/1597vsa31d8.html',
    reliability: 'third-party',
    says: '服务大厅、业务办理、家庭共济；先勾选告知书，再填可授权金额，签个人承诺书；父、母、配偶各一位，子女可多位。',
  },
  qinqing_alipay: {
    title: '亲情账户在支付宝的规则（湖北）',
    address: 'https://guaichai.com/news/7348.html',
    reliability: 'third-party',
    says: '每个自然月最多添加5位；每人最多由2位家人代为展示；两边都可以解绑。',
  },
} as const satisfies Record<string, Source>

export type SourceId = keyof typeof SOURCES

/** The best reliability among the sources: a value is as good as its best witness. */
export function bestReliability(sources: readonly SourceId[]): Reliability | null {
  return RELIABILITIES.find((one) => sources.some((id) => SOURCES[id].reliability === one)) ?? null
}

/** Title and address of each source in one line, the most reliable first. */
export function sourceLine(sources: readonly SourceId[]): string {
  return [...sources]
    .sort(
      (a, b) => RELIABILITIES.indexOf(SOURCES[a].reliability) - RELIABILITIES.indexOf(SOURCES[b].reliability),
    )
    .map((id) => `${SOURCES[id].title} ${SOURCES[id].address}`)
    .join('；')
}
