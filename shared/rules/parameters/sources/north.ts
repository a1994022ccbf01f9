import type { Source } from './source'

/** 河北, 山西, 北京, 天津, 河南, 山东, 内蒙古, 黑龙江 and 大连. */
export const NORTH_SOURCES = {
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
  shx_step: {
    title: '山西医保公众号绑定步骤（2023-05）',
    address: 'http://wap.kuyiso.com/taiyuan/news/1597vsa31d8.html',
    reliability: 'third-party',
    says: '服务大厅、业务办理、家庭共济；先勾选告知书，再填可授权金额，签个人承诺书；父、母、配偶各一位，子女可多位。',
  },
  hen_j: {
    title: '健康新闻：河南共济绑定',
    address: 'https://m.jiusongjiankang.com/health/news/4540533.html',
    reliability: 'machine-written',
    says: '河南医保小程序：我要办、家庭共济服务、职工医保家庭共济账户绑定。',
  },
  hen_j2: {
    title: '健康新闻：河南共济退费',
    address: 'https://m.jiusongjiankang.com/health/news/4517404.html',
    reliability: 'machine-written',
    says: '解绑后退费的，退到授权人的个人账户。',
  },
  hen_j3: {
    title: '健康新闻：河南共济扣款顺序',
    address: 'https://m.jiusongjiankang.com/health/news/6522127.html',
    reliability: 'machine-written',
    says: '有几位授权人时余额多的先扣，一样多的按姓名；2024年9月起跨统筹区。',
  },
  hen_ysb: {
    title: '健康新闻：豫事办办理共济',
    address: 'https://m.jiusongjiankang.com/health/news/6515031.html',
    reliability: 'machine-written',
    says: '豫事办的一件事专区可以办；称同一人只能被一名职工绑定。',
  },
  sd_163: {
    title: '山东（2024-10）：个人账户共济缴2025年度居民医保',
    address: 'https://163.com/dy/article/JFDH9AMM0534DDHN.html',
    reliability: 'press',
    says: '建立个账共济账户时填消费可用限额和手机号；都由职工操作，家人不能自己操作；一名近亲属只能由一名职工授权；只能由职工本人缴，余额和限额都要够。',
  },
  sd_zb: {
    title: '淄博：共济授权人数',
    address: 'https://wxredian.com/art?id=158e4029487513b18fd26a26d110096f',
    reliability: 'press',
    says: '全省每名近亲属同时只能接受一名职工的授权。',
  },
  sd_jn: {
    title: '济南（2024-05-28，论坛）',
    address: 'http://bbs.laiwu.net/forum.php?goto=lastpost&mod=redirect&tid=6279323',
    reliability: 'forum',
    says: '同时绑定7名近亲属，当时含配偶的父母；先用本人账户。',
  },
  sd_ta: {
    title: '泰安（2023-12）',
    address: 'https://ddtbk.com/techan/974f5dc8fef5e7ee85bde8fc8936c1de.html',
    reliability: 'third-party',
    says: '当时含配偶的父母；勾选已阅读承诺书并保证真实；自己设消费可用限额。',
  },
  shx_rule: {
    title: '山西家庭共济注意事项（2022-07）',
    address: 'http://t1.roadlady.com/Article/hufujingyanv2/2022/0920/2097082.html',
    reliability: 'third-party',
    says: '只能用1000元以上的部分；授权人定单次最高额度，可随时变更和解除；一次只用一位授权人的钱；关系变化要马上解除，否则损失自负。',
  },
  shx_reg: {
    title: '山西操作规程（试行）第三至六条',
    address: 'http://ccschy.com/techan/136464.html',
    reliability: 'third-party',
    says: '限配偶、父母、子女；任何一方医保关系终止，绑定自动解除。',
  },
  dl: {
    title: '大连（转载）：个人账户共济',
    address: 'https://www.163.com/dy/article/KEDBDKKU0550B7X2.html',
    reliability: 'press',
    says: '最多6人：父、母、配偶各1位，子女3位；父母和成年子女不用材料，未成年子女和配偶要材料。',
  },
  dl_long: {
    title: '大连（2023-06）：共济长期有效',
    address: 'http://dalian.kuyiso.com/news/50vbot303de.html',
    reliability: 'third-party',
    says: '绑定长期有效，关系解除要及时解绑。',
  },
  nm: {
    title: '内蒙古蒙速办问答',
    address: 'http://sz12333.net.cn/yibao/60204.html',
    reliability: 'press',
    says: '可绑定多名家人，一名家人也可由多名职工共济；可用于看病、买药和居民医保缴费。',
  },
  hlj_dq: {
    title: '大庆（2023）：家庭共济',
    address: 'http://jingyanla.com/a/08/0P31a463H024.html',
    reliability: 'third-party',
    says: '最多5名；服务大厅、我要办、家庭共济、共济账户绑定；勾选备案告知书。',
  },
  hlj_j: {
    title: '健康新闻：黑龙江家庭共济',
    address: 'https://m.jiusongjiankang.com/health/news/4513321.html',
    reliability: 'machine-written',
    says: '近亲属，不含配偶的父母；共济账户授权协议；开始不早于当天，结束不能和开始同一天。',
  },
  tj_j: {
    title: '健康新闻：天津个人账户共济',
    address: 'https://m.jiusongjiankang.com/health/news/4629460.html',
    reliability: 'machine-written',
    says: '津医保的我要办里个人账户共济管理，签字确认承诺书后新增；城乡居民个账代扣要填缴费档次。',
  },
  bj_j: {
    title: '健康新闻：北京家庭共济',
    address: 'https://m.jiusongjiankang.com/health/news/6316768.html',
    reliability: 'machine-written',
    says: '京通、健康服务、医保服务中心、个人账户家庭共济、添加共济对象。',
  },
  bj_2022: {
    title: '北京（2022-08）：个人账户可共济',
    address: 'https://news.shi-fen.com/china/202208/50-1381866.html',
    reliability: 'press',
    says: '2022-12-01起个人账户可给配偶、父母、子女用。',
  },
} as const satisfies Record<string, Source>
