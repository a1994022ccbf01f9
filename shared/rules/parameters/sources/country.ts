import type { Source } from './source'

/** Documents and news about the whole country, and about personal data, children and identity. */
export const COUNTRY_SOURCES = {
  gb14: {
    title: '国办发〔2021〕14号（转载）',
    address: 'http://kidbbs.com/baike/techan/208109',
    reliability: 'third-party',
    says: '个人账户可给配偶、父母、子女用；不得用于公共卫生、体育健身、养生保健消费。',
  },
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
  qinqing_steps: {
    title: '亲情账户添加步骤（2023-08）',
    address: 'http://m.we54.com/hulianwang/2023/0823/215725.html',
    reliability: 'third-party',
    says: '在国家医保服务平台里添加亲情账户；孩子要个人承诺书和户口本或出生医学证明编号。',
  },
  qinqing_alipay: {
    title: '亲情账户在支付宝的规则（湖北）',
    address: 'https://guaichai.com/news/7348.html',
    reliability: 'third-party',
    says: '每个自然月最多添加5位；每人最多由2位家人代为展示；两边都可以解绑。',
  },
  wuhan_qq: {
    title: '武汉市政府（2023-10）：亲情账户',
    address: 'https://www.wuhan.gov.cn/ztzl/ztfw/ybgrzhjtgj/czzn/202310/t20231017_2281112.shtml',
    reliability: 'official',
    says: '亲情账户最多添加5位，可被多名亲人添加。',
  },
} as const satisfies Record<string, Source>
