import type { Source } from './source'

/** 江西, 安徽, 湖北, 江苏, 浙江, 上海, 福建, 广东 and 湖南. */
export const SOUTH_SOURCES = {
  jx2026: {
    title: '江西2026年度居民医保缴费',
    address: 'https://qunfachuanzhen.com/new/734427723505606656',
    reliability: 'press',
    says: '集中缴费期之外参保的，等待3个月后才有待遇。',
  },
  fj_xm: {
    title: '厦门市医保助手的公开代码',
    address: '公开代码（网址未找到）',
    reliability: 'github',
    says: '家庭账户的创建人停保以后，不能再邀请成员。',
  },
  jx_press: {
    title: '江西（2025-10-21）：个人账户代缴2026年度居民医保',
    address: 'http://www.bjsslhlaw.cn/system/2025/10/21/021009562.shtml',
    reliability: 'press-mirror',
    says: '家庭账户共济授权登记和代缴的各个入口；家人要在省内正常参加上一年度居民医保。',
  },
  jx_hz: {
    title: '江西宜春绑定的四个渠道（2025-03）',
    address: 'https://hzbdd.com/5612',
    reliability: 'machine-written',
    says: '填家人证件和姓名，勾选个人郑重承诺后提交。',
  },
  jx2025: {
    title: '江西2025年度居民医保缴费（2024-09）',
    address: 'http://jxyuer.com/baike/techan/2017766.html',
    reliability: 'third-party',
    says: '2025年度400元，2024-09-15至2025-02-28。',
  },
  ah_tl: {
    title: '铜陵市立医院（2023-03）：共济操作手册',
    address: 'http://www.tlslyy.cn/index.php?m=content&c=index&a=show&catid=28&id=1369',
    reliability: 'press',
    says: '阅读家庭成员绑定告知书，勾选已阅读后同意。',
  },
  ah_j: {
    title: '健康新闻：合肥共济绑定',
    address: 'https://m.jiusongjiankang.com/health/news/4508760.html',
    reliability: 'machine-written',
    says: '地市专区、其他业务、个人账户共济家庭成员绑定、添加家庭成员；上传结婚证或户口簿照片；一个账户最多7人，含本人。',
  },
  ah_bb: {
    title: '蚌埠：共济扣款顺序（网文）',
    address: 'http://kaowaiyu.cn/health/news/13785332.html',
    reliability: 'machine-written',
    says: '先本人后共济、先本地后异地、本地的按绑定时间。',
  },
  gd_sz: {
    title: '深圳本地宝（2023-10）',
    address: 'http://bsy.sz.bendibao.com/bsyDetail/635961.html',
    reliability: 'press',
    says: '深圳取消账户门槛；一位家人可有几位授权人，余额多的先扣；个人业务办理、医保家庭账户绑定、新增。',
  },
  gd_j: {
    title: '健康新闻：粤医保绑定',
    address: 'https://m.jiusongjiankang.com/health/news/6396168.html',
    reliability: 'machine-written',
    says: '我要办事、查看更多、个人账户家庭共济关系绑定或解绑；有家庭共济承诺书；仍写着早已取消的门槛。',
  },
  gd_j2: {
    title: '健康新闻：粤医保绑定审核',
    address: 'https://m.jiusongjiankang.com/health/news/4901371.html',
    reliability: 'machine-written',
    says: '上传材料后人工审核约30分钟，有短信通知；窗口签绑定近亲属承诺书。',
  },
  hub: {
    title: '湖北省医保局（2024-10-15）',
    address: 'http://m-xishui.cjyun.org/p/40911.html',
    reliability: 'press',
    says: '八类近亲属；签个人账户共济授权承诺书；代缴居民医保是先缴后申请，转到银行账户，可查进度。',
  },
  hub_jm: {
    title: '荆门：湖北智慧医保共济账户',
    address: 'https://jmrmyy.com.cn/huanzhefuwu/yibaofuwu/170.html',
    reliability: 'press',
    says: '承诺书要手动输入声明内容，也可以一键填入。',
  },
  js_gh: {
    title: '江苏家庭共济（公开资料库，引省医保局2025-06-30）',
    address:
      'https://github.com/FelixFu1103/jiangsu-medical-agent-python/blob/7e2cb3e9/knowledge/documents/33-family-mutual-aid.md',
    reliability: 'github',
    says: '可用于看病、买药、居民医保和长期护理保险缴费。',
  },
  js_sp: {
    title: '江苏：夫妻共济要对方确认',
    address: 'http://senbk.com/techan/e5d2e9d007cd46f9eaa4fb6ee3f8b1a2.html',
    reliability: 'third-party',
    says: '夫妻一方作为使用人时，要另一方确认。',
  },
  js_wx: {
    title: '无锡：家庭共济办理',
    address: 'http://zhejianglong.com/c/3037740.html',
    reliability: 'third-party',
    says: '我要办、家庭共济、共济账户绑定；选起止时间，开始不早于当天，结束不能和开始同一天；个人承诺书手写签名；窗口材料。',
  },
  js_yz: {
    title: '扬州：家庭共济终止',
    address: 'http://readke.com/c/1854344.html',
    reliability: 'third-party',
    says: '授权人医保关系转走或终止的，共济终止；成员变化要及时变更。',
  },
  zj_ts: {
    title: '泰顺（2022-04）：浙里办家庭共济',
    address: 'http://ccschy.com/techan/94818.html',
    reliability: 'third-party',
    says: '历年账户家庭共济备案，当时限配偶、父母、子女。',
  },
  zj_nb: {
    title: '宁波：家庭共济长期有效',
    address: 'http://gansulong.com/c/122522Y10H023.html',
    reliability: 'third-party',
    says: '绑定长期有效，直到解绑；可用全部历年资金。',
  },
  zj_j: {
    title: '健康新闻：浙江家庭共济',
    address: 'https://m.jiusongjiankang.com/health/news/4526312.html',
    reliability: 'machine-written',
    says: '备案承诺书；还可用于大病保险和疫苗；代缴要历年结余够当年标准。',
  },
  sh_163: {
    title: '上海嘉定政务：随申办家庭共济',
    address: 'https://c.m.163.com/news/a/JJGV4T0V0514A0P8.html',
    reliability: 'press',
    says: '随申办里组建家庭共济网，添加共济成员；近亲属。',
  },
  sh_cond: {
    title: '上海：共济支付与共济缴费',
    address: 'https://www.xiaoshebao.com/a/63f5844afdbfaf4c0a0afa58.html',
    reliability: 'third-party',
    says: '组建人在共济支付和共济缴费里选一样或两样，确认后成员才能用。',
  },
  sh_2022: {
    title: '中新网（2022-07-04）：上海家庭共济',
    address: 'https://www.chinanews.com/cj/2022/07-04/9795088.shtml',
    reliability: 'press',
    says: '用历年账户结余；当时限配偶、父母、子女；在本市参保。',
  },
  sh_kiosk: {
    title: '上海政务自助终端的公开代码',
    address: '公开代码（网址未找到）',
    reliability: 'github',
    says: '先查资格，再逐人查成员，手写签名后生成组建家庭共济网承诺书，返回办件号。',
  },
  fj_j: {
    title: '健康新闻：福建闽政通家庭共济',
    address: 'https://m.jiusongjiankang.com/health/news/6347014.html',
    reliability: 'machine-written',
    says: '创建家庭共济、邀请成员加入；家人点链接接受或人脸识别；可划拨的是余额减2000元，每月一次。',
  },
  fj_j2: {
    title: '健康新闻：福建代缴居民医保',
    address: 'https://m.jiusongjiankang.com/health/news/4838568.html',
    reliability: 'machine-written',
    says: '提交后等税务部门扣款；新生儿和医疗救助对象不能代缴。',
  },
  hn_j: {
    title: '健康新闻：湖南共济失败的原因',
    address: 'https://m.jiusongjiankang.com/health/news/6348544.html',
    reliability: 'machine-written',
    says: '选起止时间，开始要选当天，填错会失败。',
  },
  hn_kao: {
    title: '衡阳：湘医保家庭共济（网文）',
    address: 'http://kaowaiyu.cn/health/news/13988719.html',
    reliability: 'machine-written',
    says: '家庭共济、共济关系查询解绑；称最多10名，只有这一处说法。',
  },
} as const satisfies Record<string, Source>
